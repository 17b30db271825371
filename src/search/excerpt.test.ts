import { expect, test } from 'vitest';
import { answer, excerpt } from './excerpt.ts';

const title = 'Names';
const places = (content: string, ...words: string[]): number[] =>
  content.split(/\s+/).flatMap((word, i) => (words.some((wanted) => word.startsWith(wanted)) ? [i] : []));

test('the sentence with most of the words is shown, whole', () => {
  const content = 'Names. A name comes first in every case that we know of here today. The hosts file is asked before any other source of addresses on this machine. The end comes later.';
  expect(excerpt(content, places(content, 'hosts', 'file'), title)).toBe('The hosts file is asked before any other source of addresses on this machine.');
});

test('a short sentence brings the next one', () => {
  const content = 'Names. Short one. The resolver answers. It keeps what it has learnt for a while.';
  expect(excerpt(content, places(content, 'resolver'), title)).toBe('The resolver answers. It keeps what it has learnt for a while.');
});

test('a long sentence is cut around the word', () => {
  const words = Array.from({ length: 80 }, (_, i) => `w${i}`);
  words[50] = 'port';
  const shown = excerpt(`Names. ${words.join(' ')}.`, [51], title);
  expect(shown).toMatch(/^… w45 .*\bport\b.* …$/);
  expect(shown.split(' ').length).toBeLessThanOrEqual(30);
});

test('when only the title has the word, the section’s first sentences are shown', () => {
  expect(excerpt('Names. First. Second.', [0], title)).toBe('First. Second.');
});

test('a section that is only its title has no excerpt', () => {
  expect(excerpt('Names.', [0], title)).toBe('');
});

test('a listing is shown only when the prose has none of the words', () => {
  const content = 'Names. The file is read first, before anything else is asked. ¶. cat /etc/hosts hosts: files dns';
  expect(excerpt(content, places(content, 'file'), title)).toBe('The file is read first, before anything else is asked.');
  expect(excerpt(content, places(content, 'dns'), title)).toBe('cat /etc/hosts hosts: files dns');
});

test('a term answers by its definition, without what is only searched', () => {
  expect(answer('hosts file. A text file on one machine. ¶. host table, /etc/hosts', 'hosts file')).toBe('A text file on one machine.');
  expect(answer('A. B c.', 'A')).toBe('B c.');
});

test('what is only searched is never shown, also when nothing else has the words', () => {
  const content = 'Names. The file is read first. ¶. cat /etc/hosts ⁋. streaming, file_wrapper. Which generator is closed?';
  expect(excerpt(content, places(content, 'generator'), title)).toBe('The file is read first.');
  expect(excerpt(content, places(content, 'cat', 'generator'), title)).toBe('cat /etc/hosts');
});
