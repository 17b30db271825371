/** What went wrong inside of the reader's program. */
export interface ProgramError {
  /** Line of the program, from 1. */
  readonly line?: number;
  readonly text: string;
  readonly traceback?: string;
}

/** Something that went between server and program; `text` as Python writes it. */
export interface ExchangeEvent {
  readonly from: 'server' | 'app';
  readonly kind: string;
  readonly text: string;
}

/** What a program was given, and what went to and fro. */
export interface Exchange {
  readonly given: readonly (readonly [name: string, value: string])[];
  readonly events: readonly ExchangeEvent[];
  /** Says that events were left out. */
  readonly cut?: string;
}

/** What the client gets. */
export interface Response {
  readonly status: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** One request, graded. */
export interface TestResult {
  readonly id: string;
  readonly title: string;
  readonly accepted: boolean;
  /** Id of the rule that is broken; `task` when the program is legal and not what was asked. */
  readonly rule?: string;
  /** The rule in the specification's words, where it stands, and where the guide explains it (`wsgi#rules`). */
  readonly text?: string;
  readonly section?: string;
  readonly guide?: string;
  /** What the program did where the rule was broken. */
  readonly sent?: string;
  readonly expected?: string;
  readonly error?: ProgramError;
  /** What the program printed, and wrote to the log. */
  readonly output?: string;
  readonly log?: string;
  /** Remarks of the graders: output that was cut, habits that are legal and unwise. */
  readonly notes: readonly string[];
  readonly response?: Response;
  readonly exchange?: Exchange;
}

/** What the graders say of a program. */
export interface Report {
  readonly accepted: boolean;
  readonly tests: readonly TestResult[];
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
  // A report that contradicts itself is no pass.
  return { accepted: data['verdict'] === 'accept' && tests.length > 0 && tests.every(({ accepted }) => accepted), tests };
}

/** Why a request could not be sent at all, if that is what the graders say. */
export function problemIn(json: string): string | undefined {
  try {
    const data: unknown = JSON.parse(json);
    return isObject(data) ? words(data['problem']) : undefined;
  } catch {
    return undefined;
  }
}

/** How many requests pass, and the first one that does not. */
export function summary({ tests }: Report): { readonly passed: number; readonly of: number; readonly first: TestResult | undefined } {
  return { passed: tests.filter(({ accepted }) => accepted).length, of: tests.length, first: tests.find(({ accepted }) => !accepted) };
}

const textFields = ['rule', 'text', 'section', 'guide', 'sent', 'expected', 'output', 'log'] as const;

function readTest(value: unknown): TestResult | undefined {
  if (!isObject(value) || !isVerdict(value['verdict'])) return undefined;
  const texts = textFields.flatMap((name) => (words(value[name]) ? [[name, words(value[name])]] : []));
  const [error, response, exchange] = [readError(value['error']), readResponse(value['response']), readExchange(value['exchange'])];
  const cut = words(value['output_cut']);
  const notes = list(value['notes']).flatMap((note) => words(note) ?? []);
  return {
    id: words(value['id']) ?? '',
    title: words(value['title']) ?? '',
    accepted: value['verdict'] === 'accept',
    ...(Object.fromEntries(texts) as Partial<Record<(typeof textFields)[number], string>>),
    notes: cut ? [cut, ...notes] : notes,
    ...(error ? { error } : {}),
    ...(response ? { response } : {}),
    ...(exchange ? { exchange } : {}),
  };
}

function readError(value: unknown): ProgramError | undefined {
  if (!isObject(value)) return undefined;
  const { line, text } = value;
  const traceback = words(value['traceback']);
  return { ...(typeof line === 'number' && line > 0 ? { line } : {}), text: words(text) ?? '', ...(traceback ? { traceback } : {}) };
}

function readResponse(value: unknown): Response | undefined {
  if (!isObject(value) || words(value['status']) === undefined) return undefined;
  const { status, reason, headers, body } = value;
  return { status: [status, reason].flatMap((part) => words(part) ?? []).join(' '), headers: list(headers).flatMap(readPair), body: words(body) ?? '' };
}

function readExchange(value: unknown): Exchange | undefined {
  if (!isObject(value)) return undefined;
  const { given, events } = value;
  const cut = words(value['events_cut']);
  return { given: Object.entries(isObject(given) ? given : {}).map(([name, text]) => [name, words(text) ?? ''] as const), events: list(events).flatMap(readEvent), ...(cut ? { cut } : {}) };
}

function readEvent(value: unknown): readonly ExchangeEvent[] {
  if (!isObject(value)) return [];
  return [{ from: value['from'] === 'server' ? 'server' : 'app', kind: words(value['kind']) ?? '', text: words(value['text']) ?? '' }];
}

function readPair(value: unknown): readonly (readonly [string, string])[] {
  const [name, text] = list(value);
  return name === undefined ? [] : [[words(name) ?? '', words(text) ?? '']];
}

/** Text as it is, anything else as JSON; nothing for nothing. */
function words(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isVerdict = (value: unknown): boolean => value === 'accept' || value === 'reject';
