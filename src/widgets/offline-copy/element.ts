import type { OfflineList } from '../../offline/list.ts';
import { dataIn, find } from '../shared/dom.ts';
import { fill } from '../shared/format.ts';
import { ownScript } from '../shared/trusted.ts';
import { filesOf, megabytes, sizeOf, type HeldCopy } from './model.ts';
import { heldCopy, removeCopies, saveCopy } from './store.ts';
import type { OfflineStrings } from './strings.ts';

/** Saves, renews and removes the copy of the guide. Markup: OfflineCopy.astro. */
export class OfflineCopyElement extends HTMLElement {
  #listeners = new AbortController();
  #list: OfflineList | undefined;
  #held: HeldCopy | undefined;
  #strings: OfflineStrings | undefined;

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    for (const [name, act] of [['save', () => this.#save()], ['update', () => this.#save()], ['remove', () => this.#remove()]] as const) {
      find(this, `[data-${name}]`).addEventListener('click', () => void act(), { signal });
    }
    this.#box.addEventListener('change', () => this.#showSize(), { signal });
    void this.#look();
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  get #text(): OfflineStrings {
    return (this.#strings ??= dataIn<OfflineStrings>(this, '[data-strings]'));
  }

  get #box(): HTMLInputElement {
    return find<HTMLInputElement>(this, '[data-with-python]');
  }

  get #base(): string {
    return this.dataset['base'] ?? '';
  }

  #say(...sentences: readonly string[]): void {
    find(this, '[data-state]').textContent = sentences.join(' ');
  }

  #size(bytes: number): string {
    return megabytes(bytes, this.dataset['locale'] ?? 'en');
  }

  async #look(): Promise<void> {
    const text = this.#text;
    if (!('caches' in window) || !('serviceWorker' in navigator)) return this.#unavailable();
    try {
      this.#held = await heldCopy();
    } catch {
      return this.#unavailable();
    }
    try {
      const response = await fetch(`${this.#base}/offline.json`, { cache: 'no-cache' });
      if (!response.ok) throw new Error(String(response.status));
      this.#list = (await response.json()) as OfflineList;
      find(this, '[data-python-label]').textContent = fill(this.dataset['python'] ?? '', { size: this.#size(sizeOf(this.#list.python)) });
      this.#box.closest('label')?.removeAttribute('hidden');
      if (this.#held) this.#box.checked = this.#held.hasPython;
      this.#say(...this.#heldSentences());
    } catch {
      this.#say(...this.#heldSentences(), text.noList);
    }
    this.#showSize();
    this.#showButtons();
  }

  #unavailable(): void {
    this.#say(this.#text.unavailable);
  }

  #heldSentences(): readonly string[] {
    const text = this.#text;
    const held = this.#held;
    if (!held) return [];
    const day = new Date(held.at).toLocaleDateString(this.dataset['locale'], { day: 'numeric', month: 'long', year: 'numeric' });
    const sentence = fill(held.hasPython ? text.savedPython : text.saved, { day, size: this.#size(held.bytes) });
    return this.#list ? [sentence, held.version === this.#list.version ? text.current : text.newer] : [sentence];
  }

  #showSize(): void {
    find(this, '[data-size]').textContent = this.#list ? fill(this.#text.size, { size: this.#size(sizeOf(filesOf(this.#list, this.#box.checked))) }) : '';
    this.#showButtons();
  }

  #showButtons(): void {
    const isSame = this.#held?.version === this.#list?.version && this.#held?.hasPython === this.#box.checked;
    const isNewer = Boolean(this.#held && this.#list && this.#held.version !== this.#list.version);
    find(this, '[data-save]').hidden = !this.#list || isNewer || isSame;
    find(this, '[data-update]').hidden = !isNewer;
    find(this, '[data-remove]').hidden = !this.#held;
  }

  async #save(): Promise<void> {
    const text = this.#text;
    const list = this.#list;
    if (!list) return;
    const files = filesOf(list, this.#box.checked);
    const all = sizeOf(files);
    const bar = find<HTMLProgressElement>(this, '[data-progress]');
    const buttons = [...this.querySelectorAll('button')];
    const estimate = await navigator.storage?.estimate?.().catch(() => undefined);
    if (estimate?.quota !== undefined && estimate.quota - (estimate.usage ?? 0) < all) return this.#sayFailed(fill(text.noRoom, { size: this.#size(all) }));
    for (const button of buttons) button.disabled = true;
    bar.hidden = false;
    this.#say(fill(text.saving, { done: this.#size(0), all: this.#size(all) }));
    try {
      await saveCopy(files, { version: list.version, hasPython: this.#box.checked }, this.#base, (bytes) => (bar.value = bytes / all));
      await navigator.serviceWorker.register(ownScript(`${this.#base}/sw.js`), { scope: `${this.#base}/` });
      this.#held = await heldCopy();
      this.#say(...this.#heldSentences());
    } catch (error) {
      if (!this.#held) await removeCopies().catch(() => undefined);
      this.#sayFailed(error instanceof DOMException && error.name === 'QuotaExceededError' ? fill(text.noRoom, { size: this.#size(all) }) : text.failed);
    } finally {
      for (const button of buttons) button.disabled = false;
      bar.hidden = true;
      this.#showButtons();
      find(this, '[data-state]').focus();
    }
  }

  /** An older copy stays when a newer one does not come. */
  #sayFailed(sentence: string): void {
    this.#say(sentence, ...(this.#held ? this.#heldSentences() : [this.#text.nothingKept]));
  }

  async #remove(): Promise<void> {
    await removeCopies();
    this.#held = undefined;
    this.#say(this.#text.removed);
    this.#showButtons();
    find(this, '[data-state]').focus();
  }
}

customElements.define('offline-copy', OfflineCopyElement);
