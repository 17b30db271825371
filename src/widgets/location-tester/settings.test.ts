import { expect, test } from 'vitest';
import { limits, route } from './model.ts';
import { presets } from './presets.ts';
import { fileList, readSettings } from './settings.ts';
import { strings } from './strings.ts';
import { stops, verdict } from './tell.ts';

test('only absolute paths are files; blank lines are nothing', () => {
  expect(fileList('/srv/a\n\n  /srv/b/ \nc\r\n')).toEqual(['/srv/a', '/srv/b/']);
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a part', { config: '', target: '/' }],
  ['another type', { config: '', target: 1, files: '' }],
  ['too much', { config: 'a'.repeat(limits.config + 1), target: '/', files: '' }],
])('%s is no state', (_, value) => {
  expect(readSettings(value)).toBeUndefined();
});

test.each(Object.entries(presets))('the beginning "%s" is a state, and is told in words', (_, preset) => {
  expect(readSettings(preset)).toEqual(preset);
  const result = route(preset.config, preset.target, { files: fileList(preset.files) });
  for (const { title, text } of stops(result, strings.en)) expect(`${title} ${text}`).not.toMatch(/undefined|\[object|\{[a-z]+\}/);
  expect(verdict(result, strings.en)[0]).toMatch(/\.$/);
});

test('the beginnings show what they are for', () => {
  const outcomes = Object.entries(presets).map(([name, { config, target, files }]) => [name, verdict(route(config, target, { files: fileList(files) }), strings.en)[0]]);
  expect(Object.fromEntries(outcomes)).toEqual({
    order: 'Nginx answers 200 with the text `styles`.',
    shop: 'The app is asked for `/books/42?page=2`.',
    slash: 'The app is asked for `//books/42`.',
    alias: 'The file `/srv/shop/private/orders.csv` is sent, with status 200.',
    'single-page': 'The file `/srv/shop/index.html` is sent, with status 200.',
    rewrite: 'The app is asked for `/books/42`.',
    errors: 'The file `/srv/shop/404.html` is sent, with status 404.',
  });
});
