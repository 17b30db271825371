import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

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
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const lineOf = (path: readonly PropertyKey[]): number | undefined => {
    const offset = offsetOf(document, path);
    return offset === undefined ? undefined : counter.linePos(offset).line + firstLine - 1;
  };

  const [syntax] = document.errors;
  if (syntax) {
    const line = counter.linePos(syntax.pos[0]).line + firstLine - 1;
    return { value: undefined, problems: [{ file, line, message: `not valid YAML: ${syntax.message}` }], lineOf };
  }

  const result = schema.safeParse(document.toJS());
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

/** Zod's words, and for the two commonest mistakes what to write instead. */
function sentenceFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => `\`${key}\``).join(', ');
    return `unknown field ${names}; remove it or correct its spelling`;
  }
  if (issue.code === 'invalid_type' && issue.input === undefined && /undefined/.test(issue.message)) {
    return 'is missing; add it';
  }
  return issue.message;
}
