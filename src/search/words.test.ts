import { expect, test } from 'vitest';
import { bareWord, isFormOf, markWords } from './words.ts';

const marked = (text: string, ...words: string[]): string =>
  markWords(text, new Set(words)).map((part) => (part.isMarked ? `[${part.text}]` : part.text)).join('');

test.each([
  ['A line in the hosts file, first.', ['hosts', 'file'], 'A line in the [hosts file], first.'],
  ['“Hosts” comes first', ['hosts'], '“[Hosts]” comes first'],
  ['(wsgi.input)', ['wsgi.input'], '([wsgi.input])'],
  ['nothing here', ['port'], 'nothing here'],
  ['port, port', ['port'], '[port], [port]'],
  ['<b>port</b> & <script>', ['script'], '<b>port</b> & <[script]>'],
  ['', ['port'], ''],
])('in “%s” %j gives “%s”', (text, words, expected) => {
  expect(marked(text, ...words)).toBe(expected);
});

test('marking loses no character', () => {
  const text = '  two  spaces,\nand “a file”…';
  expect(markWords(text, new Set(['a', 'file', 'spaces'])).map((part) => part.text).join('')).toBe(text);
});

test.each([
  ['“Hosts,', 'hosts'],
  ['start_response()', 'start_response'],
  ['…', ''],
  ['Резолвер.', 'резолвер'],
])('%s is the word %s', (word, bare) => {
  expect(bareWord(word)).toBe(bare);
});

test.each([
  ['environment', 'environ', true],
  ['wsgi.input', 'input', true],
  ['caching', 'cached', true],
  ['process', 'proxy', false],
  ['port', 'port', true],
  ['and', 'a', false],
  ['a', 'a', true],
  ['x', 'xyzzy', false],
  ['pool', 'port', false],
  ['con', 'connection', false],
])('%s is a form of %s: %s', (found, wanted, expected) => {
  expect(isFormOf(found, wanted)).toBe(expected);
});
