import { localized } from '../../i18n/locales.ts';
import { onProgress, progress } from '../../progress/browser.ts';
import { withExam, type AnswerRecord, type ExamRecord } from '../../progress/model.ts';
import { QuestionView, type QuizHost } from '../chapter-quiz/question-view.ts';
import { strings as quiz, type ClientStrings } from '../chapter-quiz/strings.ts';
import { dataIn, find } from '../shared/dom.ts';
import { fill, fillCount } from '../shared/format.ts';
import { notice } from '../shared/verdict-line.ts';
import { showDraws } from './draws-view.ts';
import { askedDraw, firstDraw, lastDraw, nextDraw } from './model.ts';
import { placeQuestions, showMap, type Mapped } from './place.ts';
import { fetchQuestions, questionsOf } from './questions.ts';
import { examResult, type ExamResult } from './result.ts';
import { showExamResult } from './result-view.ts';
import type { ExamStrings } from './strings.ts';

/** Shows a draw of the final exam, keeps its answers, and says the result by topic. Markup: FinalExam.astro. */
export class FinalExamElement extends HTMLElement {
  #listeners = new AbortController();
  #views: readonly QuestionView[] = [];
  #draw = firstDraw;
  /** What is kept of this draw, as of the last change: reading it anew for each question would be slow. */
  #exam: ExamRecord | undefined;
  /** What was put away by starting over. */
  #away: ExamRecord | undefined;
  #said: string | undefined;
  #isFinished = false;
  #strings: ExamStrings | undefined;

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    this.#onClick('[data-new]', () => void this.#new());
    this.#onClick('[data-repeat]', () => this.#repeat());
    this.#onClick('[data-over]', () => this.#startOver());
    this.#onClick('[data-undo]', () => this.#undo());
    this.#onClick('[data-print]', () => this.#print());
    this.#onClick('[data-retry]', () => location.reload());
    this.#onClick('[data-copy-link]', (button) => void this.#copy(button));
    this.#onClick('[data-go-on]', (_, event) => {
      event.preventDefault();
      this.#goOn();
    });
    addEventListener('afterprint', () => this.#render(), { signal });
    const asked = askedDraw(location.search);
    if (asked.broken !== undefined) this.#trouble(fill(this.#text.broken, { written: asked.broken.slice(0, 40), last: lastDraw }));
    void this.#open(asked.draw);
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  get #text(): ExamStrings {
    return (this.#strings ??= dataIn<ExamStrings>(this, '[data-exam-strings]'));
  }

  get #quizText(): ClientStrings {
    return localized(quiz, this.#locale).client;
  }

  get #locale(): string {
    return this.dataset['locale'] ?? 'en';
  }

  get #source(): string {
    return this.dataset['source'] ?? '';
  }

  #onClick(selector: string, act: (button: HTMLElement, event: MouseEvent) => void): void {
    for (const button of this.querySelectorAll<HTMLElement>(selector)) {
      button.addEventListener('click', (event) => act(button, event), { signal: this.#listeners.signal });
    }
  }

  /** Brings the questions of a draw into the page, unless they are there. */
  async #open(draw: number): Promise<void> {
    const { signal } = this.#listeners;
    const kept = progress.read().exams[draw]?.questions;
    const held = this.#keys().join();
    if (draw === firstDraw && (kept === undefined || kept.join() === held)) return this.#start(draw);
    this.ariaBusy = 'true';
    find(this, '[data-title]').textContent = fill(this.#text.draw, { draw });
    find(this, '[data-state]').textContent = fill(this.#text.fetching, { draw });
    try {
      const { questions } = await fetchQuestions(this.#source);
      if (signal.aborted) return;
      placeQuestions(this, questionsOf(questions, draw, kept), this.#text.question);
      this.#start(draw);
      if (location.hash.startsWith('#exam-')) document.getElementById(location.hash.slice(1))?.scrollIntoView();
    } catch {
      if (signal.aborted) return;
      this.#trouble(fill(this.#text.failed, { draw }));
      find(this, '[data-retry]').hidden = false;
      this.#start(firstDraw);
    }
  }

  #keys(): readonly string[] {
    return [...this.querySelectorAll<HTMLElement>('[data-question]')].map(({ dataset }) => dataset['question'] ?? '');
  }

  #start(draw: number): void {
    const { signal } = this.#listeners;
    this.ariaBusy = null;
    this.#draw = draw;
    this.dataset['draw'] = String(draw);
    this.#exam = progress.read().exams[draw];
    const host = this.#host();
    const roots = [...this.querySelectorAll<HTMLElement>('[data-question]')];
    this.#views = roots.map((root, i) => new QuestionView(root, i + 1, host, signal));
    onProgress(() => this.#refresh(), signal);
    const { title } = this.#text;
    if (draw !== firstDraw) document.title = document.title.replace(title, `${title}, ${fill(this.#text.draw, { draw }).toLowerCase()}`);
    find(this, '[data-title]').textContent = fill(this.#text.draw, { draw });
    const link = find<HTMLAnchorElement>(this, '[data-link]');
    link.href = `${location.origin}${location.pathname}?draw=${draw}`;
    link.textContent = link.href;
    find(this, '[data-copy-link]').hidden = !('clipboard' in navigator);
    this.#isFinished = this.#views.every(({ isOver }) => isOver);
    this.#render();
  }

  #host(): QuizHost {
    return {
      text: this.#quizText,
      locale: this.#locale,
      recordOf: (key, rev) => this.#recordOf(this.#exam, key, rev),
      keep: (key, rev, change) => {
        progress.update((all) => {
          const exam = all.exams[this.#draw] ?? { round: 1, questions: this.#keys(), answers: {} };
          const answers = { ...exam.answers, [key]: change(this.#recordOf(exam, key, rev)) };
          return withExam(all, String(this.#draw), { ...exam, answers });
        });
        this.#sayDone();
      },
      goOn: (from) => this.#goOn(from),
      isLast: (view) => this.#views.length > 0 && this.#views.every((other) => other === view || other.isOver),
    };
  }

  #recordOf(exam: ExamRecord | undefined, key: string, rev: number): AnswerRecord | undefined {
    const record = exam?.answers[key];
    return record?.rev === rev ? record : undefined;
  }

  #result(): ExamResult {
    const partOf = (view: QuestionView): string => view.root.closest<HTMLElement>('[data-part]')?.dataset['part'] ?? '';
    return examResult(this.#views.map((view) => ({ id: view.id, number: view.number, see: view.see, record: view.record, part: partOf(view) })));
  }

  /** Says once that the last answer was given. */
  #sayDone(): void {
    const isFinished = this.#views.every(({ isOver }) => isOver);
    if (isFinished && !this.#isFinished) {
      const { firstRight: right, of } = this.#result().all;
      this.#say(fill(this.#text.done, { right, of }));
    }
    this.#isFinished = isFinished;
    this.#render();
  }

  #refresh(): void {
    this.#exam = progress.read().exams[this.#draw];
    for (const view of this.#views) view.refresh();
    this.#render();
  }

  #render(): void {
    const text = this.#text;
    const result = this.#result();
    const { answered, of, firstRight: right } = result.all;
    const open = this.#views.find(({ isOver }) => !isOver);
    this.dataset['prints'] = open ? 'questions' : 'result';
    find(this, '[data-state]').textContent = fill(answered === 0 ? text.open : open ? text.answeredOf : text.finished, { answered, of, right });
    const goOn = find<HTMLAnchorElement>(this, '[data-go-on]');
    goOn.href = `#${open?.root.id ?? 'exam-result'}`;
    goOn.textContent = open ? fill(open.number === 1 && answered === 0 ? text.start : text.goOn, { n: open.number }) : text.toResult;
    showMap(find(this, '[data-map] ol'), this.#views.map((view) => ({ id: view.root.id, number: view.number, state: stateOf(view) })), text.states);
    const headingOf = (see: string): Element | undefined =>
      this.#views.find((view) => view.see === see)?.root.querySelector('a[data-read] [data-section]') ?? undefined;
    showExamResult(find(this, '[data-result]'), result, { draw: this.#draw, text, quizText: this.#quizText, locale: this.#locale, headingOf });
    showDraws(find(this, '[data-draws]'), progress.read().exams, this.#draw, text);
    const { problem } = progress;
    if (problem && problem !== this.#said) find(this, '[data-problem]').replaceChildren(notice(this.#quizText.problem[problem]));
    this.#said = problem;
  }

  #goOn(from?: QuestionView): void {
    const at = from ? this.#views.indexOf(from) + 1 : 0;
    const next = [...this.#views.slice(at), ...this.#views.slice(0, at)].find(({ isOver }) => !isOver);
    if (next) return next.focus();
    const title = find(this, '[data-result-title]');
    title.scrollIntoView({ block: 'start' });
    title.focus({ preventScroll: true });
  }

  async #new(): Promise<void> {
    try {
      const { questions } = await fetchQuestions(this.#source);
      const begun = Object.entries(progress.read().exams).map(([draw, exam]) => [Number(draw), exam.questions] as const);
      location.assign(`?draw=${nextDraw(questions, new Map([[this.#draw, this.#keys()], ...begun]))}`);
    } catch {
      this.#trouble(this.#text.failedNew);
    }
  }

  #repeat(): void {
    const { toRepeat } = this.#result().all;
    const views = this.#views.filter(({ id }) => toRepeat.includes(id));
    for (const view of views) view.repeat();
    this.#isFinished = false;
    this.#render();
    views[0]?.focus();
  }

  #startOver(): void {
    const exam = this.#exam;
    if (!exam) return;
    this.#away = exam;
    for (const form of this.querySelectorAll<HTMLFormElement>('[data-question] form')) form.reset();
    this.#begin({ ...exam, round: exam.round + 1, answers: {} });
    this.#say(fill(fillCount(this.#text.startedOver, Object.keys(exam.answers).length, this.#locale), { draw: this.#draw }), true);
    find(this, '[data-undo]').hidden = false;
    find(this, '[data-title]').scrollIntoView({ block: 'start' });
    find(this, '[data-undo]').focus({ preventScroll: true });
  }

  #undo(): void {
    if (this.#away) this.#begin({ ...this.#away, round: (this.#exam?.round ?? this.#away.round) + 1 });
    this.#away = undefined;
    find(this, '[data-undo]').hidden = true;
    this.#say(this.#text.undone, true);
    find(this, '[data-go-on]').focus();
  }

  #begin(exam: ExamRecord): void {
    progress.update((all) => withExam(all, String(this.#draw), exam));
    this.#isFinished = this.#views.every(({ isOver }) => isOver);
  }

  #print(): void {
    this.dataset['prints'] = 'result';
    print();
  }

  async #copy(button: HTMLElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(find<HTMLAnchorElement>(this, '[data-link]').href);
      const label = button.textContent;
      button.textContent = this.#text.copied;
      setTimeout(() => (button.textContent = label), 2000);
      this.#say(this.#text.copied);
    } catch {
      this.#trouble(this.#text.copyFailed);
    }
  }

  /** @param isShown it also stands above the exam, for those who see */
  #say(sentence: string, isShown = false): void {
    if (isShown) this.#trouble(sentence);
    else find(this, '[data-said]').textContent = sentence;
  }

  #trouble(sentence: string): void {
    find(this, '[data-trouble]').replaceChildren(notice(sentence));
  }
}

function stateOf(view: QuestionView): Mapped['state'] {
  if (!view.isOver) return view.isOpen ? 'open' : 'again';
  return view.record?.firstRight ? 'right' : 'wrong';
}

customElements.define('final-exam', FinalExamElement);
