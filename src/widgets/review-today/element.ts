import { localized } from '../../i18n/locales.ts';
import { progress } from '../../progress/browser.ts';
import { withReview, type AnswerRecord } from '../../progress/model.ts';
import { afterReview, dueToday, reviewList, type ReviewItem } from '../../progress/review.ts';
import { QuestionView, type QuizHost } from '../chapter-quiz/question-view.ts';
import { strings as quiz, type ClientStrings } from '../chapter-quiz/strings.ts';
import { parsed } from '../final-exam/place.ts';
import { fetchQuestions } from '../final-exam/questions.ts';
import { dataIn, find } from '../shared/dom.ts';
import { fill, fillCount } from '../shared/format.ts';
import { notice } from '../shared/verdict-line.ts';
import type { ReviewStrings } from './strings.ts';

/** Asks again what was wrong or unsure, when it is due. Markup: ReviewToday.astro. */
export class ReviewTodayElement extends HTMLElement {
  #listeners = new AbortController();
  #views: readonly QuestionView[] = [];
  /** Answers of this sitting: those of the chapters stay as they are. */
  readonly #answers = new Map<string, AnswerRecord>();
  #strings: ReviewStrings | undefined;
  /** Present revisions by `chapter/question`. */
  #revisions: ReadonlyMap<string, number> | undefined;

  connectedCallback(): void {
    this.#listeners = new AbortController();
    find(this, '[data-start]').addEventListener('click', () => void this.#start(), { signal: this.#listeners.signal });
    this.#announce();
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  get #text(): ReviewStrings {
    return (this.#strings ??= dataIn<ReviewStrings>(this, '[data-review-strings]'));
  }

  get #locale(): string {
    return this.dataset['locale'] ?? 'en';
  }

  #list(now: string): readonly ReviewItem[] {
    this.#revisions ??= new Map(Object.entries(dataIn<Record<string, number>>(this, '[data-revisions]')));
    return reviewList(progress.read(), this.#revisions, now);
  }

  #day(at: string): string {
    return new Date(at).toLocaleDateString(this.#locale, { day: 'numeric', month: 'long', year: 'numeric' });
  }

  #say(sentence: string): void {
    find(this, '[data-state]').textContent = sentence;
  }

  /** Says what is due, before anything is fetched. */
  #announce(): void {
    const text = this.#text;
    const now = new Date().toISOString();
    const items = this.#list(now);
    const today = dueToday(items, now);
    const [first] = items;
    find(this, '[data-start]').hidden = today.length === 0;
    // An empty list may be one that cannot be read: what is wrong with it says more.
    if (!first) return this.#say(progress.problem ? localized(quiz, this.#locale).client.problem[progress.problem] : text.nothingYet);
    if (today.length === 0) return this.#say(fill(text.nothingToday, { waiting: items.length, day: this.#day(first.due) }));
    const rest = items.filter(({ due }) => due <= now).length - today.length;
    this.#say([fillCount(text.today, today.length, this.#locale), ...(rest > 0 ? [fill(text.more, { count: rest })] : [])].join(' '));
  }

  async #start(): Promise<void> {
    const text = this.#text;
    const { signal } = this.#listeners;
    const button = find<HTMLButtonElement>(this, '[data-start]');
    this.#say(text.fetching);
    button.disabled = true;
    try {
      const { questions } = await fetchQuestions(this.dataset['source'] ?? '');
      if (signal.aborted) return;
      const now = new Date().toISOString();
      const byKey = new Map(questions.map((question) => [question.key, question]));
      const items = dueToday(this.#list(now), now).filter(({ key }) => byKey.has(key));
      const roots = items.map(({ key }, i) => {
        const root = parsed(byKey.get(key)?.html ?? '');
        find(root, 'h3').textContent = fill(text.question, { n: i + 1, of: items.length });
        return root;
      });
      find(this, '[data-list]').replaceChildren(...roots);
      button.hidden = true;
      const host = this.#host();
      this.#views = roots.map((root, i) => new QuestionView(root, i + 1, host, signal));
      this.#say(fillCount(text.today, items.length, this.#locale));
      this.#views[0]?.focus();
    } catch {
      this.#say(text.failed);
      button.textContent = text.retry;
    } finally {
      button.disabled = false;
    }
  }

  #host(): QuizHost {
    const text = localized(quiz, this.#locale).client;
    return {
      text,
      locale: this.#locale,
      recordOf: (key) => this.#answers.get(key),
      keep: (key, rev, change) => {
        const before = this.#answers.get(key);
        const record = change(before);
        this.#answers.set(key, record);
        // Only the first check of the sitting counts.
        if (!before) progress.update((all) => withReview(all, key, afterReview(all.reviews[key], rev, record.firstRight, new Date().toISOString())));
        this.#sayProblem(text);
        this.#count();
      },
      goOn: (from) => this.#goOn(from),
      isLast: (view) => this.#views.length > 0 && this.#views.every((other) => other === view || other.isOver),
    };
  }

  #count(): void {
    const text = this.#text;
    const left = this.#views.filter(({ isOver }) => !isOver).length;
    if (left > 0) return this.#say(fill(text.left, { count: left }));
    const right = [...this.#answers.values()].filter(({ firstRight }) => firstRight).length;
    const [next] = this.#list(new Date().toISOString());
    const sentences = [fill(text.done, { right, of: this.#views.length }), next ? fill(text.next, { day: this.#day(next.due) }) : text.noNext];
    this.#say('');
    find(this, '[data-end]').textContent = sentences.join(' ');
  }

  #goOn(from: QuestionView): void {
    const at = this.#views.indexOf(from) + 1;
    const next = [...this.#views.slice(at), ...this.#views.slice(0, at)].find(({ isOver }) => !isOver);
    if (next) next.focus();
    else find(this, '[data-end]').focus();
  }

  #sayProblem(text: ClientStrings): void {
    const { problem } = progress;
    if (problem) find(this, '[data-problem]').replaceChildren(notice(text.problem[problem]));
  }
}

customElements.define('review-today', ReviewTodayElement);
