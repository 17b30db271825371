import { afterEach, expect, test } from 'vitest';
import { BrokenStateError, decodeState, encodeState } from '../../src/explorers/state-text.ts';
import { emptyProgress } from '../../src/progress/model.ts';
import { parseProgressText } from '../../src/progress/parse.ts';
import { reviewList } from '../../src/progress/review.ts';
import { progressStore } from '../../src/progress/store.ts';
import { importText } from '../../src/progress/transfer.ts';
import { boundQuery, compounds, isErrorText, isHowQuestion, isPasted, queryTokens } from '../../src/search/query.ts';
import { nearestWords } from '../../src/search/spelling.ts';
import { bareWords, markWords } from '../../src/search/words.ts';
import { fromSearch, isAnswer, toSearch } from '../../src/widgets/failure-filter/model.ts';
import { askedDraw } from '../../src/widgets/final-exam/model.ts';
import { nearestPath } from '../../src/widgets/missing-page/model.ts';
import { readFields } from '../../src/widgets/python-exercise/own-request.ts';
import { parseReport, problemIn } from '../../src/widgets/python-exercise/report.ts';
import { checkedMarkup } from '../../src/widgets/shared/trusted.ts';
import { readRecent, rememberQuery, writeRecent } from '../../src/widgets/site-search/model.ts';
import { readTheme } from '../../src/widgets/theme-switch/model.ts';
import { isRight } from '../../src/widgets/chapter-quiz/answer.ts';
import { groups, payloads } from './corpus.ts';
import { explorers, type Explored } from './explorers.ts';

/** Milliseconds of the processor that one text may take, on a slow machine. What hangs takes minutes. */
const most = 1_000;

/** Runs a model on each text, and names those that took too long. A model that throws fails the test, with the text. */
async function attack(texts: readonly string[], model: (text: string) => unknown): Promise<void> {
  const slow: string[] = [];
  for (const text of texts) {
    const before = process.threadCpuUsage();
    try {
      await model(text);
    } catch (error) {
      throw new Error(`on ${JSON.stringify(text.slice(0, 100))}: ${String(error)}`, { cause: error });
    }
    const { user } = process.threadCpuUsage(before);
    if (user / 1000 > most) slow.push(`${JSON.stringify(text.slice(0, 100))} took ${String(user / 1000)} ms`);
  }
  expect(slow).toEqual([]);
}

const atFirst = Reflect.ownKeys(Object.prototype);

/** No text has put anything into what all objects share. */
afterEach(() => {
  expect(Reflect.ownKeys(Object.prototype)).toEqual(atFirst);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('the corpus has 400 texts or more, each once in its group, and every group some', () => {
  expect(new Set(payloads).size).toBeGreaterThanOrEqual(400);
  for (const [name, texts] of Object.entries(groups)) {
    expect(texts.length, name).toBeGreaterThanOrEqual(15);
    expect(new Set(texts).size, name).toBe(texts.length);
  }
});

const words = new Map(['request', 'gunicorn', 'socket', 'constructor', 'environ'].map((word, i) => [word, i + 1]));
const key = { kind: 'short', right: ['405'] } as const;
const inJson = (text: string): string => JSON.stringify({ version: 4, answers: { [text]: text }, chapters: { [text]: {} }, exercises: { 'wsgi/hello': { text, tries: 1, hints: 0, at: text } }, exams: { [text]: { round: 1, questions: [text], answers: {} } }, reviews: {} });

/** Whatever reads a text of a reader, of a link, or of what the browser kept. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'a search': (text) => {
    const query = boundQuery(text);
    const tokens = queryTokens(query);
    return [compounds(query), isErrorText(query), isHowQuestion(query), isPasted(query), tokens.slice(0, 6).map(({ word }) => nearestWords(word, words)), markWords(query, new Set(bareWords(query)))];
  },
  'searches that were kept': (text) => [readRecent(text), readRecent(writeRecent(rememberQuery([text, 'x'], text)))],
  'the filter of failures': (text) => {
    const query = fromSearch(`?q=${text}&hop=${text}`, ['gateway'], ['502']);
    expect(query.hop).toBe('');
    return [toSearch({ text, hop: '', status: '' }), isAnswer({ text: 'connect() failed while connecting to upstream', hop: 'gateway', status: '502' }, { ...query, text })];
  },
  'the draw of an exam': (text) => expect([1, Number(text)]).toContain(askedDraw(`?${new URLSearchParams({ draw: text }).toString()}`).draw),
  'an address that is not there': (text) => nearestPath(text, ['/en/wsgi/', '/en/names-to-addresses/', '/en/']),
  'a theme': (text) => expect(readTheme(text)).toBe('system'),
  'an answer in words': (text) => expect(isRight(key, [text])).toBe(false),
  'progress of a file or of the browser': (text) => {
    for (const json of [text, inJson(text)]) {
      const parsed = parseProgressText(json);
      if (parsed.kind === 'progress') reviewList(parsed.progress, new Map([['wsgi/hello', 1]]), '2026-01-01T00:00:00Z');
      const imported = importText(emptyProgress, json);
      if (imported.kind === 'merged') expect(JSON.stringify(imported.progress)).not.toContain('alive');
      const kept = new Map([['request-path:progress', json]]);
      const store = progressStore(() => ({ getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value), removeItem: (name) => void kept.delete(name) }));
      store.read();
      store.update((progress) => progress);
    }
  },
  'a request of an exercise': (text) => [readFields({ method: text, path: text, headers: text, body: text, parts: text, messages: text }), readFields({ method: 'POST', path: '/', headers: `X: ${text}`, body: text, parts: '7', messages: '' })],
  'what a program reports': (text) => [parseReport(text), problemIn(text), parseReport(JSON.stringify({ verdict: 'reject', tests: [{ id: text, verdict: 'reject', title: text, text, sent: text, error: { type: text, message: text } }] }))],
  'markup that is checked': (text) => {
    try {
      checkedMarkup(text);
    } catch (error) {
      return expect(error).toBeInstanceOf(TypeError);
    }
    // What passes has no tag that could come alive.
    return expect(text).not.toMatch(/<(?!\/?(?:p|b|a|table|td|form|math|code|pre|select|option|div|button|input|details)\b)|<[^>]*\son|<[^>]*:/i);
  },
  'the state of a link': async (text) => {
    await expect(decodeState(text).catch((error: unknown) => (error instanceof BrokenStateError ? 'refused' : error))).resolves.not.toBeInstanceOf(Error);
    const written = await encodeState(text);
    if (text.length < 10_000 && text.isWellFormed()) expect(await decodeState(written)).toBe(text);
  },
};

test.each(Object.keys(readers))('%s: no text breaks it or takes long', { timeout: 60_000 }, async (name) => {
  await attack(payloads, readers[name] ?? (() => undefined));
});

/** Every value in a state, by its place. */
function places(value: unknown, at: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...at, key]))];
}

/** The state with another value at one place. */
function withValue(state: unknown, [first, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (first === undefined) return value;
  const inner = withValue((state as Record<string | number, unknown>)[first], rest, value);
  return Array.isArray(state) ? state.map((one, i) => (String(i) === String(first) ? inner : (one as unknown))) : { ...(state as object), [first]: inner };
}

const runs = ({ read, run }: Explored) => (value: unknown): unknown => {
  const state = read(value);
  return state === undefined ? 'refused' : run(state);
};

test.each(explorers)('the explorer $name: no text in any field breaks it or takes long', { timeout: 120_000 }, async (explorer) => {
  const { state } = explorer;
  expect(runs(explorer)(state)).not.toBe('refused');
  const fields = places(state).filter((place) => typeof place.reduce<unknown>((value, name) => (value as Record<string | number, unknown>)[name], state) === 'string');
  for (const place of fields) {
    // A text that is too long for the field is refused; its beginning is not.
    await attack(payloads, (text) => [text, text.slice(0, 4_000), text.slice(0, 2_000), text.slice(0, 250)].map((one) => runs(explorer)(withValue(state, place, one))));
  }
});

/** What a link may hold in place of a value. */
const values = [null, true, false, 0, -1, 1, 0.5, 1e9, 1e308, '', 'x', '__proto__', 'constructor', 'toString', [], [null], [[]], {}, { length: 1e9 }, JSON.parse('{"__proto__":{"polluted":true}}'), { constructor: { prototype: { polluted: true } } }, Array.from({ length: 500 }, () => 0)] as const;

test.each(explorers)('the explorer $name: a value of another kind, at any place of a link, is refused or used, and breaks nothing', { timeout: 120_000 }, (explorer) => {
  const { state } = explorer;
  for (const place of places(state)) {
    for (const value of values) {
      try {
        runs(explorer)(withValue(state, place, value));
      } catch (error) {
        throw new Error(`${place.join('.')} = ${JSON.stringify(value)}: ${String(error)}`, { cause: error });
      }
    }
  }
  for (const text of payloads) {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      continue;
    }
    expect(() => runs(explorer)(value), text).not.toThrow();
  }
});
