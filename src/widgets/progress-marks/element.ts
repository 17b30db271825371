import { onProgress, progress } from '../../progress/browser.ts';
import { stateOfChapter, type Progress } from '../../progress/model.ts';
import { whereToContinue } from './model.ts';

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
    for (const link of root.querySelectorAll<HTMLAnchorElement>('a[data-continue]')) this.#goOn(link, all);
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

  /** Only a link in a page that lists the chapters can be filled: their order, titles and addresses come from there. */
  #goOn(link: HTMLAnchorElement, all: Progress): void {
    const links = new Map<string, HTMLAnchorElement>();
    for (const item of document.querySelectorAll<HTMLElement>('[data-chapter]')) {
      const { chapter } = item.dataset;
      const target = item instanceof HTMLAnchorElement ? item : item.querySelector('a');
      if (chapter && target && item.localName !== 'chapter-quiz' && !links.has(chapter)) links.set(chapter, target);
    }
    const where = whereToContinue(all, [...links.keys()]);
    const target = links.get(where?.slug ?? '');
    if (!target) return;
    const name = [...target.childNodes].filter((node) => !(node instanceof HTMLElement && node.matches('[data-state-words]')));
    const title = name.map(({ textContent }) => textContent).join('').trim();
    link.href = target.href;
    if (where?.section) link.hash = where.section;
    const [heading, words] = [link.querySelector('b'), link.querySelector('span')];
    if (heading && words) {
      heading.textContent = this.dataset['goOn'] ?? '';
      words.textContent = title;
    } else link.textContent = title;
    link.hidden = false;
  }
}

customElements.define('progress-marks', ProgressMarksElement);
