import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Found } from '../../search/find.ts';
import { LiveSearch, type Find, type SearchState } from './live-search.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const answer = (query: string): Found => ({ query, meant: undefined, total: 0, all: 0, results: [], near: [] });
const names = (shown: readonly SearchState[]): string[] => shown.map((state) => (state.name === 'found' ? state.found.query : state.name));

test('typing is searched once, after the pause', async () => {
  const find = vi.fn(async (query: string) => answer(query));
  const shown: SearchState[] = [];
  const search = new LiveSearch(find, (state) => shown.push(state), 100);
  for (const query of ['h', 'ho', 'hos']) {
    search.ask(query);
    await vi.advanceTimersByTimeAsync(50);
  }
  await vi.advanceTimersByTimeAsync(100);
  expect(find.mock.calls.map(([query]) => query)).toEqual(['hos']);
  expect(names(shown)).toEqual(['hos']);
});

test('an answer that comes late is not shown over a newer one', async () => {
  const delays: Record<string, number> = { slow: 500, quick: 10 };
  const find = (query: string): Promise<Found> => new Promise((resolve) => setTimeout(() => resolve(answer(query)), delays[query]));
  const shown: SearchState[] = [];
  const search = new LiveSearch(find, (state) => shown.push(state));
  void search.now('slow');
  void search.now('quick');
  await vi.advanceTimersByTimeAsync(1000);
  expect(names(shown)).toEqual(['quick']);
});

test('a search that takes long says so, and an index out of reach too', async () => {
  const find = (): Promise<Found> => new Promise((_, reject) => setTimeout(() => reject(new Error('offline')), 400));
  const shown: SearchState[] = [];
  void new LiveSearch(find, (state) => shown.push(state)).now('hosts');
  await vi.advanceTimersByTimeAsync(1000);
  expect(names(shown)).toEqual(['loading', 'unreachable']);
});

test('an emptied field is shown at once', async () => {
  const shown: SearchState[] = [];
  new LiveSearch(async (query) => answer(query), (state) => shown.push(state)).ask('  ');
  await vi.advanceTimersByTimeAsync(0);
  expect(names(shown)).toEqual(['empty']);
});

test('Enter before the pause is over gets the answer to what was typed last', async () => {
  const find = vi.fn(async (query: string) => answer(query));
  const search = new LiveSearch(find, () => {}, 100);
  search.ask('hosts');
  expect(await search.settled('hosts')).toMatchObject({ name: 'found', found: { query: 'hosts' } });
  await vi.advanceTimersByTimeAsync(500);
  expect(find).toHaveBeenCalledTimes(1);
});

test('the first results are shown before the others, unless another question has overtaken them', async () => {
  const find: Find = (query, early) =>
    new Promise((resolve) => {
      setTimeout(() => early({ ...answer(query), query: `${query} early` }), 20);
      setTimeout(() => resolve(answer(query)), 50);
    });
  const shown: SearchState[] = [];
  const search = new LiveSearch(find, (state) => shown.push(state));
  void search.now('port');
  await vi.advanceTimersByTimeAsync(10);
  void search.now('hosts');
  await vi.advanceTimersByTimeAsync(500);
  expect(names(shown)).toEqual(['hosts early', 'hosts']);
});
