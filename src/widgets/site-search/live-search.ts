import type { Found } from '../../search/find.ts';

/** What the reader sees of a search. */
export type SearchState =
  | { readonly name: 'empty' }
  | { readonly name: 'loading' }
  | { readonly name: 'found'; readonly found: Found }
  | { readonly name: 'unreachable' };

/** A search; `early` gets the first results before the others are there. */
export type Find = (query: string, early: (found: Found) => void) => Promise<Found>;

/** Searches while someone types: waits for a pause, and drops an answer that another question has overtaken. */
export class LiveSearch {
  readonly #find: Find;
  readonly #show: (state: SearchState) => void;
  readonly #pause: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #latest = 0;
  #query = '';
  #answer: Promise<SearchState> = Promise.resolve({ name: 'empty' });

  /** @param pause milliseconds without a key before the search begins */
  constructor(find: Find, show: (state: SearchState) => void, pause = 40) {
    this.#find = find;
    this.#show = show;
    this.#pause = pause;
  }

  /** Searches after the pause; what is shown stays until the answer is there. */
  ask(query: string): void {
    clearTimeout(this.#timer);
    if (query.trim() === '') void this.now(query);
    else this.#timer = setTimeout(() => void this.now(query), this.#pause);
  }

  /** Searches without a pause. @returns what was shown in the end; `undefined` when another question overtook it */
  async now(query: string): Promise<SearchState | undefined> {
    clearTimeout(this.#timer);
    const turn = ++this.#latest;
    this.#query = query;
    this.#answer = query.trim() === '' ? Promise.resolve({ name: 'empty' }) : this.#state(query, turn);
    // Only a search that takes long says so: a flash of another text disturbs.
    const slow = setTimeout(() => turn === this.#latest && this.#show({ name: 'loading' }), 250);
    const state = await this.#answer;
    clearTimeout(slow);
    if (turn !== this.#latest) return undefined;
    this.#show(state);
    return state;
  }

  /** The answer to what stands in the field now, searched at once if it was not yet. */
  async settled(query: string): Promise<SearchState | undefined> {
    return query === this.#query && this.#latest > 0 ? this.#answer : this.now(query);
  }

  /** Drops what is under way. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#latest++;
    this.#query = '';
    this.#answer = Promise.resolve({ name: 'empty' });
  }

  async #state(query: string, turn: number): Promise<SearchState> {
    try {
      const found = await this.#find(query, (early) => turn === this.#latest && this.#show({ name: 'found', found: early }));
      return { name: 'found', found };
    } catch {
      return { name: 'unreachable' };
    }
  }
}
