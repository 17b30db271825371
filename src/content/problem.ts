/** Something wrong in the content, said so that its author can mend it. */
export interface Problem {
  /** Path from the project's folder. */
  readonly file: string;
  /** Line in that file, counted from 1, where there is one. */
  readonly line?: number | undefined;
  /** Field of the data, such as `questions.2.options.0.why`. */
  readonly field?: string | undefined;
  /** What is wrong and what to write instead. */
  readonly message: string;
}

/** One problem as one line of text: `file:line: field: message`. */
export function formatProblem(problem: Problem): string {
  const place = problem.line === undefined ? problem.file : `${problem.file}:${problem.line}`;
  return problem.field ? `${place}: ${problem.field}: ${problem.message}` : `${place}: ${problem.message}`;
}

/** Thrown when content cannot be built; the message lists every problem. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'ContentError';
    this.problems = problems;
  }
}
