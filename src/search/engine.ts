import { NameIndex, type NameRow } from './name-index.ts';
import type { IndexHead } from './record.ts';
import { Synonyms, type SynonymRow } from './synonyms.ts';

/** A page that Pagefind found for a word. */
export interface Hit {
  /** Its number in the list of names. */
  readonly row: number;
  readonly score: number;
  /** Where the word stands, counted in words of the text. */
  readonly places: readonly number[];
}

/** The index as the search uses it. All of it may throw an Error when it cannot be reached. */
export interface Engine {
  readonly head: IndexHead;
  readonly names: NameIndex;
  readonly synonyms: Synonyms;
  /** Pagefind's results for one word, or for exact words in quotation marks, best first. */
  search(word: string): Promise<readonly Hit[]>;
  /** The address of a row below the edition (`wsgi/#call`), its title, and its text as Pagefind counts its words, which begins with the title again. */
  text(row: number): Promise<{ readonly address: string; readonly title: string; readonly content: string }>;
  /** Words of the guide with the number of places where they stand; loaded when a word is not understood. */
  words(): Promise<ReadonlyMap<string, number>>;
  /** Adds Russian names and synonyms; loaded for a query in Cyrillic letters. */
  addRussian(): Promise<void>;
  /** Rejects when the index is out of reach now. */
  check(): Promise<void>;
}

/** `names.json`: what is loaded with the head. */
export interface NamesFile {
  readonly rows: readonly NameRow[];
  /** A number stands for the title of a row. */
  readonly synonyms: readonly (readonly [ask: string, means: string | number])[];
}

/** `russian.json` */
export interface RussianFile {
  readonly names: readonly (readonly [row: number, name: string])[];
  readonly synonyms: NamesFile['synonyms'];
}

/** `words.json`: words by the number of their places, joined by spaces. */
export type WordsFile = Readonly<Record<string, string>>;

/** The worker in which Pagefind runs, or what stands for it. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
}

/** How the engine reaches the index. */
export interface Reach {
  /** Address of the folder pagefind/, with a slash at its end. */
  readonly folder: string;
  /** Edition that is searched. */
  readonly locale: string;
  readonly ranking: object;
  /** Starts Pagefind's worker. */
  startWorker(address: string): Port;
  fetch(address: string, options?: RequestInit): Promise<Response>;
}

/**
 * Loads the head of the index, the names and Pagefind.
 * @throws Error when they cannot be reached
 */
export async function openEngine(reach: Reach): Promise<Engine> {
  const { locale } = reach;
  const json = async <T>(name: string, options?: RequestInit): Promise<T> => (await answerOf(reach, name, options)).json() as Promise<T>;
  const word = pagefind(reach);
  const head = await json<IndexHead>(`guide.${locale}.json`, { cache: 'no-cache' });
  const file = (name: string, ending = 'json'): string => `${name}.${locale}_${head.version}.${ending}`;
  const { rows, synonyms } = await json<NamesFile>(file('names'));

  const names = new NameIndex(rows);
  const written = (list: NamesFile['synonyms']): readonly SynonymRow[] => list.map(([ask, means]) => [ask, typeof means === 'string' ? means : (rows[means]?.[1] ?? '')]);
  const known = new Synonyms(written(synonyms));
  const hits = remembered(word);
  const text = remembered(async (row) => {
    const [address = '', title = '', content = ''] = (await (await answerOf(reach, `text/${locale}_${head.version}/${row}.txt`)).text()).split('\n', 3);
    return { address, title, content };
  });
  const words = remembered(async () => wordsOfFile(await json<WordsFile>(file('words')), names.words));
  const russian = remembered(async () => {
    const found = await json<RussianFile>(file('russian'));
    names.add(found.names);
    known.add(found.names.map(([row, name]) => [name, rows[row]?.[1] ?? '']));
    known.add(written(found.synonyms));
  });
  return {
    head,
    names,
    synonyms: known,
    search: hits,
    text: (row) => text(String(row)),
    words: () => words(''),
    addRussian: () => russian(''),
    check: async () => void (await answerOf(reach, 'pagefind-entry.json', { cache: 'no-store' })),
  };
}

async function answerOf({ fetch, folder }: Reach, name: string, options?: RequestInit): Promise<Response> {
  const response = await fetch(folder + name, options);
  if (!response.ok) throw new Error(`${name} of the search index: ${response.status}`);
  return response;
}

/** Pagefind's search for one word, asked of its worker. */
function pagefind({ folder, locale, ranking, startWorker }: Reach): (word: string) => Promise<readonly Hit[]> {
  const port = startWorker(`${folder}pagefind-worker.js`);
  const waiting = new Map<string, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  port.addEventListener('message', ({ data }) => {
    const { id, result, error } = data as { id: string; result?: unknown; error?: string };
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(result);
    else asked?.reject(new Error(error));
  });
  let isBroken = false;
  const fail = (): void => {
    isBroken = true;
    for (const { reject } of waiting.values()) reject(new Error('Pagefind’s worker did not start.'));
    waiting.clear();
  };
  port.addEventListener('error', fail);

  let count = 0;
  const ask = <T>(method: string, ...args: readonly unknown[]): Promise<T> =>
    new Promise((resolve, reject) => {
      if (isBroken) return reject(new Error('Pagefind’s worker did not start.'));
      const id = String(count++);
      waiting.set(id, { resolve: (result) => resolve(result as T), reject });
      port.postMessage({ id, instanceId: 'guide', method, args });
    });
  const ready = ask('init', { basePath: folder, language: locale, ranking, primary: true });
  return async (word) => {
    await ready;
    const { results } = await ask<{ results: readonly { id: string; score: number; words: readonly number[] }[] }>('search', word, {});
    return results.map(({ id, score, words }) => ({ row: Number(id), score, places: words }));
  };
}

/** Asks once for each key; after a failure again. */
function remembered<T>(load: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const found = known.get(key) ?? load(key);
    known.set(key, found);
    found.catch(() => known.delete(key));
    return found;
  };
}

function wordsOfFile(file: WordsFile, names: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const words = new Map(Object.entries(file).flatMap(([count, list]) => list.split(' ').map((word) => [word, Number(count)] as const)));
  for (const [word, count] of names) words.set(word, Math.max(words.get(word) ?? 0, count * 4));
  return words;
}
