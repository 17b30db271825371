import { expect, test } from 'vitest';
import { describe, diagramProblems, drawnLines, words } from './source.ts';

const sound = `sequenceDiagram
  accTitle: A look-up
  accDescr: The browser asks, the resolver answers.
  %% The browser asks the resolver for shop.test.
  %% The resolver answers: 192.0.2.10.
  participant browser as Browser
  browser->>resolver: shop.test?
`;

test('a diagram with title, description and steps is in order', () => {
  expect(diagramProblems(sound)).toEqual([]);
});

test('the steps in words are the lines that begin with two per cent signs', () => {
  expect(words(sound)).toEqual(['The browser asks the resolver for shop.test.', 'The resolver answers: 192.0.2.10.']);
});

test('title and description are read from the source', () => {
  expect(describe(sound)).toEqual({ title: 'A look-up', descr: 'The browser asks, the resolver answers.' });
});

test('mermaid gets neither the steps nor empty lines, and each line keeps its number', () => {
  expect(drawnLines(sound).at(-1)).toEqual({ text: 'browser->>resolver: shop.test?', line: 7 });
  expect(drawnLines(sound)).toHaveLength(5);
});

test.each([
  ['accTitle', sound.replace(/.*accTitle.*\n/, ''), /no `accTitle: …`/],
  ['accDescr', sound.replace(/.*accDescr.*\n/, ''), /no `accDescr: …`/],
  ['an empty accTitle', sound.replace('A look-up', ''), /no `accTitle: …`/],
  ['a second step in words', sound.replace(/.*%% The resolver.*\n/, ''), /no text alternative/],
  ['a kind that is used here', sound.replace('sequenceDiagram', 'pie'), /begins with `pie`/],
  ['the common options', sound.replace('accTitle', '%%{init: {}}%%\n  accTitle'), /options of its own/],
  ['at most seven participants', sound + 'participant x\n'.repeat(7), /8 participants; seven at most/],
])('a diagram without %s is refused', (_name, source, message) => {
  expect(diagramProblems(source)).toEqual([expect.stringMatching(message)]);
});

test('a description that is missing is an error of its own', () => {
  expect(() => describe('flowchart TB')).toThrow(/no `accTitle: …`; write its title/);
});
