import { onProgress, progress } from '../../progress/browser.ts';
import { stateOfChapter } from '../../progress/model.ts';
import { markRead, markUnread } from '../../progress/chapters.ts';
import { fill, fillCount } from '../shared/format.ts';
import type { DoneStrings } from './strings.ts';

/** Marks a chapter as read. Markup: ProgressDone.astro. */
export class ChapterDoneElement extends HTMLElement {
  #listeners = new AbortController();
  #strings: DoneStrings | undefined;

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    this.querySelector('[data-mark]')?.addEventListener('click', () => this.#toggle(), { signal });
    onProgress(() => this.#render(), signal);
    this.#render();
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  get #slug(): string {
    return this.getAttribute('slug') ?? '';
  }

  get #isRead(): boolean {
    return stateOfChapter(progress.read(), this.#slug) === 'read';
  }

  #toggle(): void {
    if (this.#isRead) markUnread(this.#slug);
    else markRead(this.#slug);
    // The button says the same to those who see it.
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = this.#isRead ? this.#text.isRead : '';
  }

  get #text(): DoneStrings {
    return (this.#strings ??= JSON.parse(this.dataset['strings'] ?? '{}') as DoneStrings);
  }

  #render(): void {
    const text = this.#text;
    const label = this.querySelector('[data-label]');
    const quiz = this.querySelector('[data-quiz]');
    const result = progress.read().chapters[this.#slug]?.quiz;
    this.dataset['state'] = this.#isRead ? 'read' : 'unread';
    if (label) label.textContent = this.#isRead ? `${text.isRead} ${text.undo}` : text.mark;
    if (quiz) quiz.textContent = result ? fill(fillCount(text.quiz, result.of, this.dataset['locale'] ?? 'en'), { right: result.right }) : '';
  }
}

customElements.define('chapter-done', ChapterDoneElement);
