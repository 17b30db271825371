import type { ChapterList } from './record.ts';

/** What is used of Pagefind in the browser; its own types are not part of its package. */
export interface Engine {
  readonly chapters: ChapterList;
  search(query: string): Promise<{ readonly results: readonly { data(): Promise<Fragment> }[] }>;
  /** @throws Error when the index cannot be reached */
  check(): Promise<void>;
}

/** A record of the index (`recordPage`), with the places where the query's words stand in it. */
export interface Fragment {
  readonly url: string;
  /** Text of the record. */
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  /** Counted in words of `content`. */
  readonly locations: readonly number[];
}

interface Pagefind {
  createInstance(options: object): Instance;
}

interface Instance {
  init(): Promise<void>;
  search(query: string): ReturnType<Engine['search']>;
}

/**
 * Loads Pagefind and the head of its index.
 * @param folder address of the folder pagefind/, with a slash at its end
 * @param locale edition that is searched
 * @param attempt counted from 0: a browser may remember that a module could not be loaded
 * @throws Error when it cannot be reached
 */
export async function openEngine(folder: string, locale: string, ranking: object, attempt = 0): Promise<Engine> {
  const address = `${folder}pagefind.js${attempt > 0 ? `?attempt=${attempt}` : ''}`;
  const { createInstance } = (await import(/* @vite-ignore */ address)) as Pagefind;
  const instance = createInstance({ ranking });
  const [chapters] = await Promise.all([chapterList(folder, locale), instance.init()]);
  return {
    chapters,
    search: (query) => instance.search(query),
    check: async () => {
      const { ok, status } = await fetch(`${folder}pagefind-entry.json`, { cache: 'no-store' });
      if (!ok) throw new Error(`the search index answers ${status}`);
    },
  };
}

async function chapterList(folder: string, locale: string): Promise<ChapterList> {
  const response = await fetch(`${folder}chapters.${locale}.json`);
  if (!response.ok) throw new Error(`the list of chapters answers ${response.status}`);
  return (await response.json()) as ChapterList;
}
