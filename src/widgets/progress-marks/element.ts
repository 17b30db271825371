import { onProgress, progress } from '../../progress/browser.ts';
import { stateOfChapter } from '../../progress/model.ts';

/** Marks what was read, on lists of chapters. Markup and contract: ProgressMarks.astro. */
export class ProgressMarksElement extends HTMLElement {
  #listeners = new AbortController();

  connectedCallback(): void {
    this.#listeners = new AbortController();
    onProgress(() => this.#render(), this.#listeners.signal);
    this.#render();
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  #render(): void {
    const root = this.childElementCount > 0 ? this : document;
    const all = progress.read();
    for (const item of root.querySelectorAll<HTMLElement>('[data-chapter]')) {
      const slug = item.dataset['chapter'];
      // The quiz names its chapter, too, and is no list of chapters.
      if (slug && item.localName !== 'chapter-quiz') this.#mark(item, stateOfChapter(all, slug));
    }
  }

  #mark(item: HTMLElement, state: string): void {
    item.dataset['state'] = state;
    item.classList.toggle('done', state === 'read');
    const words = state === 'read' ? this.dataset['read'] : state === 'started' ? this.dataset['started'] : undefined;
    let note = item.querySelector<HTMLElement>('[data-state-words]');
    if (!note) {
      if (!words) return;
      note = document.createElement('span');
      note.className = 'vh';
      note.dataset['stateWords'] = '';
      (item.querySelector('a') ?? item).append(note);
    }
    note.textContent = words ? ` ${words}` : '';
  }
}

customElements.define('progress-marks', ProgressMarksElement);
