import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { findBrowser } from '../src/browser/find-browser.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const browser = await findBrowser();

/** Tests in a real browser against the built site, served with the headers of production. */
export default defineConfig({
  testDir: '.',
  testMatch: ['e2e/**/*.spec.ts', 'a11y/**/*.spec.ts', 'firefox/**/*.spec.ts'],
  outputDir: `${root}test-results/playwright`,
  // One text for every system.
  snapshotPathTemplate: '{testDir}/{testFilePath}-snapshots/{arg}{ext}',
  globalSetup: './serve-site.ts',
  fullyParallel: true,
  workers: 2,
  // A busy machine may be slow: a second try in CI, and `npm test` names whoever needed it. By hand there is none.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  reporter: [['list']],
  use: {
    baseURL: process.env['SITE_UNDER_TEST'] ?? 'http://127.0.0.1:4331',
    browserName: 'chromium',
    colorScheme: 'light',
    locale: 'en-GB',
    launchOptions: {
      executablePath: browser.executablePath,
      args: [...browser.args],
      env: { ...process.env, ...browser.env } as Record<string, string>,
    },
  },
});
