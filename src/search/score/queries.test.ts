import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { isAside, queryKinds, readQueries } from './queries.ts';

const stored: unknown = parse(readFileSync(new URL('../../../tests/search/queries.yaml', import.meta.url), 'utf8'));

test('there are at least 150 queries, and about a third of them is kept aside', () => {
  const all = Object.values(readQueries(stored)).flat();
  expect(all.length).toBeGreaterThanOrEqual(150);
  const aside = all.filter((query) => query.aside).length / all.length;
  expect(aside).toBeGreaterThan(0.25);
  expect(aside).toBeLessThan(0.42);
});

test('each kind has queries on both sides', () => {
  for (const queries of Object.values(readQueries(stored))) {
    expect(queries.filter(({ aside }) => aside).length).toBeGreaterThanOrEqual(5);
    expect(queries.filter(({ aside }) => !aside).length).toBeGreaterThanOrEqual(15);
  }
});

test('what is kept aside is not for an author to choose', () => {
  const some = Array.from({ length: 30 }, (_, i) => `query ${i}`);
  const queries = Object.fromEntries(queryKinds.map((kind) => [kind, some.map((ask) => ({ ask: `${kind} ${ask}`, at: ['wsgi/#call'] }))]));
  const missing = some.map((ask) => `term ${ask}`).find(isAside) ?? '';
  expect(() => readQueries(queries)).toThrow(`“${missing}” is one of the third kept aside: write aside: true.`);
});

test('a mistake is named with its place', () => {
  expect(() => readQueries({ ...(stored as object), term: [{ ask: 'wsgi', at: ['#call'] }] })).toThrow(/write the page and the section[\s\S]*term\[0\]\.at\[0\]/);
});
