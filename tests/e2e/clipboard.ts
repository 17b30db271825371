import type { Page } from '@playwright/test';

/** What was copied. The pages of the site may write to the clipboard and not read from it, so a page made up here reads. */
export async function copiedText(page: Page): Promise<string> {
  const reader = await page.context().newPage();
  try {
    await reader.route('**/clipboard', (route) => route.fulfill({ contentType: 'text/html', body: '<title>clipboard</title>' }));
    await reader.goto(new URL('/clipboard', page.url()).href);
    return await reader.evaluate(() => navigator.clipboard.readText());
  } finally {
    await reader.close();
  }
}
