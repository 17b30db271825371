import type { QuizResult } from '../chapter-quiz/result.ts';
import type { ClientStrings } from '../chapter-quiz/strings.ts';
import { contentOf, find, icon, make } from '../shared/dom.ts';
import { fill, fillCount } from '../shared/format.ts';
import type { ExamResult } from './result.ts';
import type { ExamStrings } from './strings.ts';

/** What the view of a result needs. */
export interface ResultContext {
  readonly draw: number;
  readonly text: ExamStrings;
  readonly quizText: ClientStrings;
  readonly locale: string;
  /** The heading of a section to read again, by the section's address. */
  headingOf(see: string): Element | undefined;
}

/** Fills in the result by topic. Markup: ExamResult.astro. */
export function showExamResult(root: HTMLElement, { all, parts, chapters }: ExamResult, context: ResultContext): void {
  const { draw, text, quizText, locale } = context;
  const { answered, of, firstRight, right, toRepeat } = all;
  root.hidden = answered === 0;
  find(root, '[data-result-title]').textContent = answered < of ? fill(text.resultSoFar, { answered, of }) : fill(text.result, { draw, right: firstRight, of });
  const byNow = find(root, '[data-by-now]');
  byNow.hidden = right === firstRight;
  byNow.textContent = fill(quizText.resultNow, { right, of });
  for (const row of root.querySelectorAll<HTMLElement>('[data-part-row]')) showSum(row, parts.get(row.dataset['partRow'] ?? ''), context);
  showSum(find(root, '[data-all-row]'), all, context);
  for (const row of root.querySelectorAll<HTMLElement>('[data-topic]')) {
    const own = chapters.get(row.dataset['topic'] ?? '');
    showSum(row, own, context);
    find(row, '[data-again]').replaceChildren(...(own?.readAgain.length ? [readAgain(own, context)] : []));
  }
  const repeat = find(root, '[data-repeat]');
  repeat.textContent = fillCount(quizText.repeat, toRepeat.length, locale);
  repeat.hidden = toRepeat.length === 0;
  find(root, '[data-over]').textContent = fillCount(text.startOver, answered, locale);
  find(root, '[data-day]').textContent = new Date().toLocaleDateString(locale, { dateStyle: 'long' });
}

/** A row with a count; one without questions in this draw is hidden. */
function showSum(row: HTMLElement, result: QuizResult | undefined, { text, locale }: ResultContext): void {
  row.hidden = !result;
  if (!result) return;
  const { firstRight: right, of, answered } = result;
  const isWhole = right === of;
  const missing = of - answered;
  const words = [fill(text.rightOf, { right, of }), ...(missing > 0 ? [fillCount(text.notAnswered, missing, locale)] : [])].join(', ');
  row.classList.toggle('exam-whole', isWhole);
  find(row, '[data-right]').replaceChildren(words, ...(isWhole ? [' ', icon('yes')] : []));
}

function readAgain(result: QuizResult, { headingOf, quizText, locale }: ResultContext): HTMLElement {
  return make('ul', '', ...result.readAgain.map(({ see, reason, numbers }) => {
    const link = make('a', '', contentOf(headingOf(see)));
    link.href = see;
    const questions = fill(fillCount(quizText.questions, numbers.length, locale), { numbers: numbers.join(', ') });
    return make('li', '', link, ' ', make('span', 'quiet', `${questions}: ${quizText.because[reason]}`));
  }));
}
