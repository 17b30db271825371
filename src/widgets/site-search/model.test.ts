import { expect, test } from 'vitest';
import type { Result } from '../../search/find.ts';
import type { ResultKind } from '../../search/record.ts';
import { groupResults, nextPlace, readRecent, rememberQuery, writeRecent } from './model.ts';

const result = (address: string, kind: ResultKind, chapter?: string): Result => ({ address, kind, phase: 'reach', title: [], chapter, isWhole: false, text: [] });

test('sections stand under their chapter, other results under their kind, the best group first', () => {
  const groups = groupResults([
    result('/en/names/#hosts', 'chapter', 'Names'),
    result('/en/glossary/#hosts-file', 'glossary', 'Names'),
    result('/en/wsgi/#rules', 'chapter', 'WSGI'),
    result('/en/names/#line', 'chapter', 'Names'),
    result('/en/glossary/#stub', 'glossary', 'WSGI'),
  ]);
  expect(groups.map(({ kind, chapter, results }) => [kind, chapter, results.map(({ address }) => address)])).toEqual([
    ['chapter', 'Names', ['/en/names/#hosts', '/en/names/#line']],
    ['glossary', undefined, ['/en/glossary/#hosts-file', '/en/glossary/#stub']],
    ['chapter', 'WSGI', ['/en/wsgi/#rules']],
  ]);
});

test('the latest search comes first, once, and only six are kept', () => {
  let recent: readonly string[] = [];
  for (const query of ['a', 'b', 'c', 'd', 'e', 'f', 'g', ' A ', 'C']) recent = rememberQuery(recent, query);
  expect(recent).toEqual(['C', 'A', 'g', 'f', 'e', 'd']);
  expect(rememberQuery(recent, '  ')).toBe(recent);
});

test('what was kept is read again', () => {
  expect(readRecent(writeRecent(['hosts file', 'wsgi']))).toEqual(['hosts file', 'wsgi']);
});

test.each([
  [null],
  [''],
  ['{'],
  ['[]'],
  ['"wsgi"'],
  ['{"version":2,"queries":["wsgi"]}'],
  ['{"version":1,"queries":"wsgi"}'],
  ['{"version":1,"queries":[1,null,"",{"a":1}]}'],
])('stored %s is no search', (stored) => {
  expect(readRecent(stored)).toEqual([]);
});

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 2, 2],
  ['ArrowUp', 0, -1],
  ['ArrowUp', -1, -1],
  ['End', 0, 2],
  ['Home', 2, 0],
  ['Home', -1, undefined],
  ['End', -1, undefined],
  ['a', 1, undefined],
])('%s at place %i of three leads to %s', (key, place, next) => {
  expect(nextPlace(key, place, 3)).toBe(next);
});
