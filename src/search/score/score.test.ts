import { expect, test } from 'vitest';
import { meanReciprocalRank, rankOf, scoreTable, shortfalls, type Rank } from './score.ts';

const rank = (place: number | undefined, over: Partial<Rank> = {}): Rank => ({ kind: 'term', ask: 'q', aside: false, place, first: [], ...over });

test('the first of several right answers counts', () => {
  const query = { ask: 'wsgi', at: ['wsgi/#call', 'glossary/#wsgi'] };
  expect(rankOf('term', query, ['a/', 'glossary/#wsgi', 'wsgi/#call']).place).toBe(2);
  expect(rankOf('term', query, ['a/']).place).toBeUndefined();
  expect(rankOf('term', query, [...Array.from({ length: 12 }, () => 'a/'), 'wsgi/#call']).place).toBeUndefined();
});

test('the mean of one over the place', () => {
  expect(meanReciprocalRank([rank(1), rank(2), rank(undefined), rank(4)])).toBeCloseTo((1 + 0.5 + 0 + 0.25) / 4);
});

test('the table has tuned and aside apart, and what falls short is said', () => {
  const ranks = [rank(1), rank(2, { aside: true }), ...(['question', 'error text', 'misspelled', 'synonym', 'Russian'] as const).map((kind) => rank(1, { kind }))];
  const table = scoreTable(ranks);
  expect(table[0]).toMatchObject({ name: 'term', queries: 2, all: 0.75, tuned: 1, aside: 0.5 });
  expect(shortfalls(table)).toEqual(['Queries of the kind “term”: 0.750, less than 0.9.', 'In all: 0.929, less than 0.95.']);
  expect(shortfalls(scoreTable(ranks.filter(({ aside }) => !aside)))).toEqual([]);
});
