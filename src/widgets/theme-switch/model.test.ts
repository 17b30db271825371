import { expect, test } from 'vitest';
import { nextTheme, readTheme, type Theme } from './model.ts';

test.each([
  [false, ['dark', 'light', 'system']],
  [true, ['light', 'dark', 'system']],
])('on a device that is dark: %s, three presses give %j', (systemIsDark, expected) => {
  const seen: Theme[] = [];
  let theme: Theme = 'system';
  for (let i = 0; i < 3; i++) seen.push((theme = nextTheme(theme, systemIsDark)));
  expect(seen).toEqual(expected);
});

test.each([
  ['dark', 'dark'],
  ['light', 'light'],
  [null, 'system'],
  ['purple', 'system'],
])('stored %j is %s', (stored, expected) => {
  expect(readTheme(stored)).toBe(expected);
});
