import type { Locale } from '../../i18n/locales.ts';
import { chapterPath, withBase } from '../../lib/paths.ts';
import { icon, make } from '../shared/dom.ts';
import { exchangePair, exchangeView } from './exchange-view.ts';
import { summary, type Report, type TestResult } from './report.ts';
import type { Strings } from './strings.ts';

/** Characters of a program's output that are shown. */
const mostOutput = 10_000;

/** The result in a sentence or two, as it is said and shown first. */
export function resultSentence(report: Report, text: Strings): { readonly bold: string; readonly rest: string } {
  const { passed, of, first } = summary(report);
  if (report.accepted) return { bold: text.allPassed(of), rest: text.solved };
  return { bold: text.passed(passed, of), rest: first ? whatFailed(first, text) : '' };
}

/** Why a request fails: an error, or the rule that is broken. */
export function whatFailed(test: TestResult, text: Strings): string {
  if (test.error?.traceback) return `${text.errorIn(test.error.line)} ${test.error.text}`;
  // These two are no rules of an interface; their text says so itself.
  if (test.rule === 'task' || test.rule === 'limit') return test.text ?? '';
  return `${text.ruleBroken} ${test.text ?? test.rule ?? ''}`;
}

/** Another program's report, shown beside; nothing is shown of it as long as there is none. */
export interface Beside {
  /** Whose the first report is. */
  readonly label: string;
  readonly other: string;
  readonly report: Report | undefined;
}

/** Every request with its verdict. */
export function testList(report: Report, text: Strings, locale: Locale, beside?: Beside): HTMLElement {
  return make('ul', 'tests', ...report.tests.map((test) => testItem(test, text, locale, beside)));
}

function testItem(test: TestResult, text: Strings, locale: Locale, beside: Beside | undefined): HTMLElement {
  const item = make('li', test.accepted ? 'right' : 'wrong');
  if (test.rule) item.dataset['rule'] = test.rule;
  const name = make('div', '', make('b', 'vh', `${test.accepted ? text.testPassed : text.testFailed} `), test.title);
  const detail = testDetail(test, text, locale);
  if (test.exchange || test.response) detail.append(opened(text.exchange, exchangeOf(test, text, beside)));
  item.append(icon(test.accepted ? 'yes' : 'no'), name, detail);
  return item;
}

function exchangeOf({ id, exchange, response }: TestResult, text: Strings, beside: Beside | undefined): HTMLElement {
  const other = beside?.report?.tests.find((candidate) => candidate.id === id);
  if (!beside || !other) return exchangeView(exchange, response, text);
  return exchangePair([{ label: beside.label, exchange, response }, { label: beside.other, exchange: other.exchange, response: other.response }], text);
}

/** What is to be said of one request: rule, sent, expected, the way back into the guide, output. */
export function testDetail(test: TestResult, text: Strings, locale: Locale): HTMLElement {
  const detail = make('div', 'why');
  if (!test.accepted) detail.append(...failure(test, text, locale));
  for (const note of test.notes) detail.append(make('p', '', ...withCode(note)));
  if (test.error?.traceback) detail.append(opened(text.traceback, make('pre', 'x-out', test.error.traceback)));
  if (test.output) detail.append(opened(text.printed, make('pre', 'x-out', shortened(test.output, text))));
  if (test.log) detail.append(opened(text.logged, make('pre', 'x-out', shortened(test.log, text))));
  return detail;
}

function failure(test: TestResult, text: Strings, locale: Locale): readonly Node[] {
  const { rule, text: words, section, sent, expected, guide, error } = test;
  // An exception may break a rule as well: then both are said.
  const isRule = error?.traceback !== undefined && rule !== 'python-error' && words !== undefined;
  const facts = [
    ...(isRule ? [[text.rule, words] as const] : []),
    ...(section && rule !== 'task' && rule !== 'limit' ? [[text.section, section] as const] : []),
    ...(error?.line !== undefined && !error.traceback ? [[text.line, String(error.line)] as const] : []),
    ...(sent && (!error?.traceback || sent !== error.text) ? [[text.sent, sent] as const] : []),
    ...(expected ? [[text.expected, expected] as const] : []),
  ];
  return [
    make('p', '', ...withCode(whatFailed(test, text))),
    ...(facts.length > 0 ? [make('dl', 'x-facts', ...facts.flatMap(([name, value]) => [make('dt', '', name), make('dd', '', ...withCode(value))]))] : []),
    ...(guide && rule !== 'task' ? [make('p', '', guideLink(guide, locale, text))] : []),
  ];
}

/** Text in which `code` stands between backticks. */
export function withCode(text: string): readonly (Node | string)[] {
  return text.split('`').map((part, i) => (i % 2 ? make('code', '', part) : part));
}

/** Endless output is cut, and that is said. */
function shortened(output: string, text: Strings): string {
  return output.length > mostOutput ? `${output.slice(0, mostOutput)}\n${text.cut}` : output;
}

function guideLink(guide: string, locale: Locale, text: Strings): HTMLElement {
  const [slug = '', fragment] = guide.split('#');
  const link = make('a', '', text.explained);
  link.href = withBase(chapterPath(locale, slug, fragment), import.meta.env.BASE_URL);
  return link;
}

function opened(title: string, ...content: readonly Node[]): HTMLElement {
  return make('details', 'hint', make('summary', '', title), ...content);
}
