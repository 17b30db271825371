import { markRead, markUnread } from '../../progress/chapters.ts';
import { onProgress, progress } from '../../progress/browser.ts';
import { stateOfChapter } from '../../progress/model.ts';
import { fill, fillCount } from '../shared/format.ts';
import type { DoneStrings } from './strings.ts';

/** The button that marks a chapter as read and takes that back, and the result of its quiz. */
export class DoneView {
  readonly #host: HTMLElement;
  readonly #text: DoneStrings;

  constructor(host: HTMLElement, signal: AbortSignal) {
    this.#host = host;
    this.#text = JSON.parse(host.dataset['strings'] ?? '{}') as DoneStrings;
    onProgress(() => this.#render(), signal);
    this.#render();
  }

  toggle(): void {
    if (this.#isRead) markUnread(this.#slug);
    else markRead(this.#slug);
    // The button says the same to those who see it.
    const status = this.#host.querySelector('[role="status"]');
    if (status) status.textContent = this.#isRead ? this.#text.isRead : '';
  }

  get #slug(): string {
    return this.#host.getAttribute('slug') ?? '';
  }

  get #isRead(): boolean {
    return stateOfChapter(progress.read(), this.#slug) === 'read';
  }

  #render(): void {
    const { isRead, undo, mark, quiz: counts } = this.#text;
    const label = this.#host.querySelector('[data-label]');
    const quiz = this.#host.querySelector('[data-quiz]');
    const result = progress.read().chapters[this.#slug]?.quiz;
    this.#host.dataset['state'] = this.#isRead ? 'read' : 'unread';
    if (label) label.textContent = this.#isRead ? `${isRead} ${undo}` : mark;
    if (quiz) quiz.textContent = result ? fill(fillCount(counts, result.of, this.#host.dataset['locale'] ?? 'en'), { right: result.right }) : '';
  }
}
