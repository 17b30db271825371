import sheet from '../../styles/quiz-live.css?url';
import { localized } from '../../i18n/locales.ts';
import { onProgress, progress } from '../../progress/browser.ts';
import { answerKey, answerTo, withAnswer, withChapter, withRead } from '../../progress/model.ts';
import { find } from '../shared/dom.ts';
import { fill } from '../shared/format.ts';
import { loadSheet } from '../shared/load-sheet.ts';
import { QuestionView, type QuizHost } from './question-view.ts';
import { showResult } from './result-view.ts';
import { quizResult, type QuizResult } from './result.ts';
import { strings, type ClientStrings } from './strings.ts';
import { notice } from '../shared/verdict-line.ts';

/** Checks answers, keeps them in this browser, and says what to read again. Markup: ChapterQuiz.astro. */
export class ChapterQuizElement extends HTMLElement {
  #listeners = new AbortController();
  #views: readonly QuestionView[] = [];
  #text: ClientStrings | undefined;
  #said: string | undefined;

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const text = localized(strings, this.#locale).client;
    this.#text = text;
    const host = this.#host(text);
    this.#views = [];
    const roots = [...this.querySelectorAll<HTMLElement>('[data-question]')];
    this.#views = roots.map((root, i) => new QuestionView(root, i + 1, host, signal));
    find(this, '[data-repeat]').addEventListener('click', () => this.#repeat(), { signal });
    find(this, '[data-print]').addEventListener('click', () => this.#print(), { signal });
    addEventListener('afterprint', () => delete this.dataset['prints'], { signal });
    for (const link of this.querySelectorAll<HTMLAnchorElement>('[data-link]')) link.addEventListener('click', () => void this.#copy(link), { signal });
    onProgress(() => this.#refresh(), signal);
    this.#showResult();
    this.#sayProblem();
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  get #chapter(): string {
    return this.dataset['chapter'] ?? '';
  }

  get #locale(): string {
    return this.dataset['locale'] ?? 'en';
  }

  #host(text: ClientStrings): QuizHost {
    return {
      text,
      locale: this.#locale,
      recordOf: (id, rev) => answerTo(progress.read(), this.#chapter, id, rev),
      keep: (id, rev, change) => {
        progress.update((all) => withAnswer(all, answerKey(this.#chapter, id), change(answerTo(all, this.#chapter, id, rev))));
        this.#finish();
      },
      goOn: (from) => this.#goOn(from),
      isLast: (view) => this.#views.length > 0 && this.#views.every((other) => other === view || other.isOver),
    };
  }

  #result(): QuizResult {
    return quizResult(this.#views.map(({ id, number, see, record }) => ({ id, number, see, record })));
  }

  /** The last answer ends the quiz: its result is kept, and the chapter counts as read. */
  #finish(): void {
    this.#sayProblem();
    if (!this.#views.every(({ isOver }) => isOver)) return;
    const { firstRight, of } = this.#result();
    const at = new Date().toISOString();
    progress.update((all) => {
      const read = withRead(all, this.#chapter, at);
      return withChapter(read, this.#chapter, { ...read.chapters[this.#chapter], quiz: { right: firstRight, of, at } });
    });
    this.#showResult();
  }

  #showResult(): void {
    const root = find(this, '[data-result]');
    root.hidden = !this.#views.every(({ isOver }) => isOver);
    if (root.hidden || !this.#text) return;
    const link = (see: string): HTMLAnchorElement | undefined => this.#views.find((view) => view.see === see)?.root.querySelector<HTMLAnchorElement>('a[data-read]') ?? undefined;
    showResult(root, this.#result(), this.#text, this.#locale, link);
  }

  /** On paper, the result alone, under the chapter's title. */
  #print(): void {
    const at = progress.read().chapters[this.#chapter]?.quiz?.at;
    const day = at === undefined ? '' : new Intl.DateTimeFormat(this.#locale, { dateStyle: 'long' }).format(new Date(at));
    find(this, '[data-day]').textContent = day && this.#text ? fill(this.#text.answeredOn, { day }) : '';
    this.dataset['prints'] = 'result';
    print();
  }

  /** The link is followed, too: where copying is not allowed, the address bar holds it. */
  async #copy(link: HTMLAnchorElement): Promise<void> {
    const label = find(link, '[data-link-text]');
    const before = label.textContent;
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      return;
    }
    const said = this.#text?.linked ?? '';
    if (before === said) return;
    label.textContent = said;
    find(this, '[data-said]').textContent = said;
    setTimeout(() => (label.textContent = before), 2000);
  }

  #goOn(from: QuestionView): void {
    const at = this.#views.indexOf(from);
    const next = [...this.#views.slice(at + 1), ...this.#views.slice(0, at)].find(({ isOver }) => !isOver);
    if (next) next.focus();
    else find(this, '[data-result] [tabindex]').focus();
  }

  #repeat(): void {
    const { toRepeat } = this.#result();
    const views = this.#views.filter(({ id }) => toRepeat.includes(id));
    for (const view of views) view.repeat();
    this.#showResult();
    views[0]?.focus();
  }

  #refresh(): void {
    for (const view of this.#views) view.refresh();
    this.#showResult();
    this.#sayProblem();
  }

  /** Says once why answers may not be kept. */
  #sayProblem(): void {
    const { problem } = progress;
    if (!problem || problem === this.#said || !this.#text) return;
    this.#said = problem;
    find(this, '[data-problem]').replaceChildren(notice(this.#text.problem[problem]));
  }
}

// A question shows nothing of its state before that has its style.
void loadSheet(sheet).then(() => customElements.define('chapter-quiz', ChapterQuizElement));
