import { BrokenStateError, decodeState, encodeState } from './state-text.ts';

const prefix = '#state=';

/** What an explorer does with states. */
export interface StateUser<T> {
  /** The state that a link holds, or undefined when it is none: links are written by anybody. */
  readonly read: (value: unknown) => T | undefined;
  /** Shows a state that came with a link. */
  readonly show: (state: T) => void;
}

/**
 * Keeps an explorer's state in the fragment of its page's address, which no server sees, and in the link to share
 * (`a[data-share]`). Embedded in a chapter it leaves the address alone. A link that cannot be read shows
 * `[data-broken-link]` and nothing else happens. Both elements are made by layouts/Explorer.astro.
 */
export class SharedState<T> {
  readonly #root: Element | null;
  readonly #user: StateUser<T>;
  #latest = 0;

  constructor(host: Element, user: StateUser<T>) {
    this.#root = host.closest('[data-explorer]');
    this.#user = user;
  }

  /** Shows the state of the address, now and whenever the reader follows another link to this page. */
  async start(signal: AbortSignal): Promise<void> {
    if (!this.#ownsAddress) return;
    addEventListener('hashchange', () => void this.#restore(), { signal });
    await this.#restore();
  }

  /** Remembers the state: call it after each change. */
  async keep(state: T): Promise<void> {
    const turn = ++this.#latest;
    const text = await encodeState(state);
    // A later change has overtaken this one.
    if (turn !== this.#latest) return;
    const link = this.#root?.querySelector<HTMLAnchorElement>('a[data-share]');
    if (link) link.hash = prefix + text;
    if (this.#ownsAddress) history.replaceState(history.state, '', prefix + text);
  }

  get #ownsAddress(): boolean {
    return this.#root?.hasAttribute('data-own-page') ?? false;
  }

  async #restore(): Promise<void> {
    if (!location.hash.startsWith(prefix)) return;
    const note = this.#root?.querySelector<HTMLElement>('[data-broken-link]');
    try {
      const state = this.#user.read(await decodeState(location.hash.slice(prefix.length)));
      if (state === undefined) throw new BrokenStateError('another shape');
      if (note) note.hidden = true;
      this.#user.show(state);
    } catch (error) {
      if (!(error instanceof BrokenStateError)) throw error;
      if (note) note.hidden = false;
    }
  }
}
