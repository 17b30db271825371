import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';
import { textProblems } from './source-text.ts';

/** What a YAML text holds, checked by a schema, and what is wrong with it. */
export interface YamlResult<T> {
  /** The value; `undefined` when there are problems. */
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
  /** Line of a field, counted from 1, such as `lineOf(['questions', 2, 'see'])`. */
  lineOf(path: readonly PropertyKey[]): number | undefined;
}

/**
 * Reads YAML and checks it.
 * @param text the YAML
 * @param file path for messages
 * @param schema zod schema of the whole value
 * @param firstLine line of the file at which the text starts (front matter starts at 2)
 */
export function readYaml<T>(text: string, file: string, schema: z.ZodType<T>, firstLine = 1): YamlResult<T> {
  const odd = textProblems(text, file);
  if (odd.length > 0) return { value: undefined, problems: odd, lineOf: () => undefined };
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineOf = (path: readonly PropertyKey[]): number | undefined => {
    const offset = offsetOf(document, path);
    return offset === undefined ? undefined : counter.linePos(offset).line + firstLine - 1;
  };

  // A tag that nothing knows is a warning of the library; here it would silently become text.
  const [syntax] = [...document.errors, ...document.warnings];
  if (syntax) {
    const line = counter.linePos(syntax.pos[0]).line + firstLine - 1;
    return { value: undefined, problems: [{ file, line, message: `not valid YAML: ${syntax.message}` }], lineOf };
  }

  let value: unknown;
  try {
    value = document.toJS();
  } catch (error) {
    // An alias without anchor, one that holds itself, or so many that the text would be endless.
    return { value: undefined, problems: [{ file, line: firstLine, message: `not valid YAML: ${(error as Error).message}` }], lineOf };
  }
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data, problems: [], lineOf };
  const problems = result.error.issues.map((issue) => ({
    file,
    line: lineOf(issue.path),
    field: issue.path.join('.') || undefined,
    message: sentenceFor(issue),
  }));
  return { value: undefined, problems, lineOf };
}

/** Offset of the deepest node on `path` that exists. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length) as unknown[], true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return undefined;
}

/** What to write instead: the schema's own words, where it has some for this mistake, else these. */
function sentenceFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => `\`${key}\``).join(', ');
    return `unknown field ${names}; remove it or correct its spelling`;
  }
  if (issue.code === 'invalid_type' && issue.input === undefined && /undefined/.test(issue.message)) {
    return 'is missing; add it';
  }
  if (!/^(?:Invalid|Too) /.test(issue.message) && issue.message !== 'Invalid input') return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `write ${wanted[issue.expected] ?? issue.expected}; here is ${found[/received (\w+)/.exec(issue.message)?.[1] ?? ''] ?? 'something else'}`;
    case 'invalid_value':
      return `write one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `write at least ${issue.minimum}${unitOf(issue.origin)}`;
    case 'too_big':
      return `write at most ${issue.maximum}${unitOf(issue.origin)}`;
    case 'invalid_union': {
      const ways = issue.errors.map((errors) => errors.map((error) => [error.path.join('.'), sentenceFor(error)].filter(Boolean).join(': ')).join(' and '));
      return ways.length > 0 ? `fits none of the forms that it may have: ${[...new Set(ways)].join('; or ')}` : issue.message;
    }
    default:
      return issue.message;
  }
}

/** What to write for a kind of value. */
const wanted: Readonly<Record<string, string>> = {
  string: 'text (in quotation marks when it looks like a number or a sign)',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list, with `- ` before each entry',
  tuple: 'a list of two, such as `[name, value]`',
  object: 'fields, one a line',
  record: 'fields, one a line',
};

/** What stands there instead. */
const found: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  NaN: 'a number that is none',
  boolean: '`true` or `false`',
  array: 'a list',
  object: 'a group of fields',
  null: 'nothing',
  undefined: 'nothing',
};

function unitOf(origin: string): string {
  return origin === 'array' || origin === 'set' ? ' entries' : origin === 'string' ? ' characters' : '';
}
