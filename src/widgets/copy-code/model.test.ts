import { expect, test } from 'vitest';
import { textToCopy } from './model.ts';

const lines = [
  { text: 'curl \\\n', isTyped: true },
  { text: '  http://shop.test/\n', isTyped: true },
  { text: 'hello\n', isTyped: false },
];

test('of a transcript only what is typed is copied', () => {
  expect(textToCopy('transcript', lines)).toBe('curl \\\n  http://shop.test/\n');
});

test('a listing is copied whole', () => {
  expect(textToCopy('listing', lines)).toBe('curl \\\n  http://shop.test/\nhello\n');
});
