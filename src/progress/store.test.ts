import { describe, expect, test, vi } from 'vitest';
import { emptyProgress, withAnswer, type AnswerRecord, type Progress } from './model.ts';
import { damagedKey, progressStore, storageKey, type KeyValue } from './store.ts';

const record: AnswerRecord = { rev: 1, first: ['0'], firstRight: true, right: true, tries: 1, at: '2026-11-21T10:00:00.000Z' };
const answering = (key: string) => (all: Progress): Progress => withAnswer(all, key, record);

/** Storage in memory; `limit` is the room it has, in characters. */
class Memory implements KeyValue {
  readonly values = new Map<string, string>();
  limit = Infinity;
  getItem = (key: string): string | null => this.values.get(key) ?? null;
  removeItem = (key: string): void => void this.values.delete(key);
  setItem = (key: string, value: string): void => {
    if (value.length > this.limit) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    this.values.set(key, value);
  };
}

function forbidden(): KeyValue {
  throw new DOMException('The operation is insecure.', 'SecurityError');
}

test('an answer is there again after a reload', () => {
  const memory = new Memory();
  progressStore(() => memory).update(answering('wsgi/a'));
  expect(progressStore(() => memory).read().answers).toEqual({ 'wsgi/a': record });
});

test('two tabs keep what each of them wrote', () => {
  const memory = new Memory();
  const [one, two] = [progressStore(() => memory), progressStore(() => memory)];
  one.read();
  two.update(answering('wsgi/b'));
  one.update(answering('wsgi/a'));
  expect(Object.keys(two.read().answers).sort()).toEqual(['wsgi/a', 'wsgi/b']);
});

/** Storage as another process sees it: what others write is seen, and told, only when it is delivered. */
class Process implements KeyValue {
  readonly #shared: Memory;
  #seen: string | null;
  constructor(shared: Memory) {
    this.#shared = shared;
    this.#seen = shared.getItem(storageKey);
  }
  deliver(): void {
    this.#seen = this.#shared.getItem(storageKey);
  }
  getItem = (key: string): string | null => (key === storageKey ? this.#seen : this.#shared.getItem(key));
  removeItem = (key: string): void => {
    this.#shared.removeItem(key);
    this.deliver();
  };
  setItem = (key: string, value: string): void => {
    this.#shared.setItem(key, value);
    this.deliver();
  };
}

describe('two tabs that write at the same moment, each without having seen the other', () => {
  test.each([['of two chapters', 'wsgi/a', 'cgi/a'], ['of one chapter', 'wsgi/a', 'wsgi/b']])('keep both answers, %s', (_name, a, b) => {
    const memory = new Memory();
    const [one, two] = [new Process(memory), new Process(memory)];
    const [first, second] = [progressStore(() => one), progressStore(() => two)];
    first.update(answering(a));
    second.update(answering(b));
    expect(Object.keys(JSON.parse(memory.getItem(storageKey) ?? '').answers)).toEqual([b]);
    for (const [process, store] of [[one, first], [two, second], [one, first]] as const) {
      process.deliver();
      store.settle();
    }
    expect(Object.keys(progressStore(() => memory).read().answers).sort()).toEqual([a, b].sort());
  });

  test('come to rest: what is whole is not written again', () => {
    const memory = new Memory();
    const store = progressStore(() => memory);
    store.update(answering('wsgi/a'));
    const writes = vi.spyOn(memory, 'setItem');
    store.settle();
    expect(writes).not.toHaveBeenCalled();
  });

  test('do not bring back what was cleared, nor what was written long ago', () => {
    let now = 0;
    const memory = new Memory();
    const store = progressStore(() => memory, () => now);
    store.update(answering('wsgi/a'));
    progressStore(() => memory).clear();
    store.settle();
    expect(memory.values.size).toBe(0);
    store.update(answering('wsgi/a'));
    memory.setItem(storageKey, JSON.stringify(emptyProgress));
    now = 60_000;
    store.settle();
    expect(store.read()).toEqual(emptyProgress);
  });
});

describe('when storage is forbidden', () => {
  test('answers live as long as the page, and the reason is known', () => {
    const store = progressStore(forbidden);
    expect(store.read()).toEqual(emptyProgress);
    store.update(answering('wsgi/a'));
    store.update(answering('wsgi/b'));
    expect(Object.keys(store.read().answers)).toEqual(['wsgi/a', 'wsgi/b']);
    expect(store.problem).toBe('forbidden');
  });

  test('clearing throws nothing', () => {
    const store = progressStore(forbidden);
    store.update(answering('wsgi/a'));
    store.clear();
    expect(store.read()).toEqual(emptyProgress);
  });
});

describe('when storage is full', () => {
  test('answers live as long as the page, beside what was kept before', () => {
    const memory = new Memory();
    const store = progressStore(() => memory);
    store.update(answering('wsgi/a'));
    memory.limit = 10;
    store.update(answering('wsgi/b'));
    expect(store.problem).toBe('full');
    expect(Object.keys(store.read().answers)).toEqual(['wsgi/a', 'wsgi/b']);
    expect(memory.getItem(storageKey)).not.toContain('wsgi/b');
  });

  test('they are kept with the next answer that finds room', () => {
    const memory = new Memory();
    memory.limit = 10;
    const store = progressStore(() => memory);
    store.update(answering('wsgi/a'));
    memory.limit = Infinity;
    store.update(answering('wsgi/b'));
    expect(store.problem).toBeUndefined();
    expect(Object.keys(progressStore(() => memory).read().answers)).toEqual(['wsgi/a', 'wsgi/b']);
  });
});

describe('when rubbish is stored', () => {
  test.each(['', '{', 'undefined', '[1,2]', '{"version":1,"answers":7}'])('%j is put aside and a new beginning made', (rubbish) => {
    const memory = new Memory();
    memory.setItem(storageKey, rubbish);
    const store = progressStore(() => memory);
    expect(store.read()).toEqual(emptyProgress);
    expect(store.problem).toBe('damaged');
    expect(memory.getItem(damagedKey)).toBe(rubbish);
    store.update(answering('wsgi/a'));
    expect(progressStore(() => memory).read().answers).toEqual({ 'wsgi/a': record });
  });

  test('what is readable of it stays', () => {
    const memory = new Memory();
    const text = JSON.stringify({ version: 1, answers: { 'wsgi/a': record, 'wsgi/b': 'rubbish' }, chapters: {} });
    memory.setItem(storageKey, text);
    const store = progressStore(() => memory);
    expect(store.read().answers).toEqual({ 'wsgi/a': record });
    expect(memory.getItem(damagedKey)).toBe(text);
    expect(progressStore(() => memory).read().answers).toEqual({ 'wsgi/a': record });
  });
});

test('data of a newer version is never overwritten', () => {
  const memory = new Memory();
  const newer = '{"version":5,"answers":{"wsgi/a":"in a new shape"}}';
  memory.setItem(storageKey, newer);
  const store = progressStore(() => memory);
  store.update(answering('wsgi/b'));
  expect(store.problem).toBe('newer');
  expect(store.read().answers).toEqual({ 'wsgi/b': record });
  expect(Object.fromEntries(memory.values)).toEqual({ [storageKey]: newer });
});

test('clearing forgets everything, also what was put aside', () => {
  const memory = new Memory();
  memory.setItem(storageKey, 'rubbish');
  const store = progressStore(() => memory);
  store.update(answering('wsgi/a'));
  store.clear();
  expect(memory.values.size).toBe(0);
  expect(store.read()).toEqual(emptyProgress);
});
