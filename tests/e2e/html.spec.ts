import { expect, test } from '@playwright/test';
import { htmlErrors } from '../html-rules.ts';
import { pages, readPage } from '../site.ts';

for (const path of pages()) {
  test(`${path} is valid HTML`, async () => {
    expect(await htmlErrors(readPage(path))).toEqual([]);
  });
}

test('a paragraph that holds a block, an id twice and a value that does not exist are found', async () => {
  const html = '<!DOCTYPE html><html lang="en"><head><title>A page</title></head><body><p id="a"><div id="a"></div><textarea wrap="off"></textarea></body></html>';
  const errors = (await htmlErrors(html)).join('\n');
  for (const rule of ['no-implicit-close', 'no-dup-id', 'attribute-allowed-values']) expect(errors).toContain(rule);
});
