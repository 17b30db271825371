/** A rule of an interface, as `grader/rules.py` has it. */
export interface Rule {
  /** In the specification's words. */
  readonly text: string;
  readonly section: string;
  /** Where the guide explains it: `wsgi#rules`. */
  readonly guide?: string;
}

/** What went wrong inside of the reader's program. */
export interface ProgramError {
  /** Line of the program, from 1. */
  readonly line?: number;
  readonly text: string;
  readonly traceback?: string;
}

/** One request, graded. */
export interface TestResult {
  readonly id: string;
  readonly title: string;
  readonly accepted: boolean;
  readonly rule?: string;
  readonly section?: string;
  /** What the program sent where the rule was broken. */
  readonly sent?: string;
  readonly expected?: string;
  readonly error?: ProgramError;
  /** What the program printed. */
  readonly output?: string;
  /** What it was given, and what went out; shown as it is. */
  readonly exchange?: unknown;
}

/** What the graders say of a program. */
export interface Report {
  readonly accepted: boolean;
  readonly tests: readonly TestResult[];
  readonly rules: Readonly<Record<string, Rule>>;
}

/** Reads what a worker sent. @returns undefined for what is no report */
export function parseReport(json: string): Report | undefined {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (!isObject(data) || !isVerdict(data['verdict']) || !Array.isArray(data['tests'])) return undefined;
  const tests = data['tests'].map(readTest);
  if (!tests.every((test) => test !== undefined)) return undefined;
  const rules = isObject(data['rules']) ? data['rules'] : {};
  return {
    // A report that contradicts itself is no pass.
    accepted: data['verdict'] === 'accept' && tests.length > 0 && tests.every(({ accepted }) => accepted),
    tests,
    rules: Object.fromEntries(Object.entries(rules).flatMap(([id, rule]) => (isObject(rule) ? [[id, readRule(rule)]] : []))),
  };
}

/** How many requests pass, and the first one that does not. */
export function summary({ tests }: Report): { readonly passed: number; readonly of: number; readonly first: TestResult | undefined } {
  return { passed: tests.filter(({ accepted }) => accepted).length, of: tests.length, first: tests.find(({ accepted }) => !accepted) };
}

function readTest(value: unknown): TestResult | undefined {
  if (!isObject(value) || !isVerdict(value['verdict'])) return undefined;
  const { id, title, verdict, rule, section, sent, expected, error, output, exchange } = value;
  const problem = readError(error);
  return {
    id: words(id) ?? '',
    title: words(title) ?? '',
    accepted: verdict === 'accept',
    ...optional('rule', words(rule)),
    ...optional('section', words(section)),
    ...optional('sent', words(sent)),
    ...optional('expected', words(expected)),
    ...(problem ? { error: problem } : {}),
    ...optional('output', words(output)),
    ...(exchange === undefined || exchange === null ? {} : { exchange }),
  };
}

function readError(value: unknown): ProgramError | undefined {
  if (!isObject(value)) return undefined;
  const { line, text, traceback } = value;
  return {
    ...(typeof line === 'number' && line > 0 ? { line } : {}),
    text: words(text) ?? '',
    ...optional('traceback', words(traceback)),
  };
}

function readRule(rule: Readonly<Record<string, unknown>>): Rule {
  return { text: words(rule['text']) ?? '', section: words(rule['section']) ?? '', ...optional('guide', words(rule['guide'])) };
}

/** Text as it is, anything else as JSON; nothing for nothing. */
function words(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: string });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isVerdict = (value: unknown): boolean => value === 'accept' || value === 'reject';
