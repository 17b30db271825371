/** A diagram's own lines, with the line of its file that each one stands on. */
export interface SourceLine {
  readonly text: string;
  /** Counted from 1 within the source. */
  readonly line: number;
}

/** What a screen reader says of a diagram. */
export interface Description {
  readonly title: string;
  readonly descr: string;
}

const kinds = /^(sequenceDiagram|flowchart|graph|stateDiagram(?:-v2)?)\b/;

/** The steps in words: what follows `%% ` in each such line. */
export function words(source: string): readonly string[] {
  return rows(source).flatMap(({ text }) => /^%%\s+(\S.*)$/.exec(text)?.[1] ?? []);
}

/** The lines that mermaid draws: neither comments nor empty, without space at either end. */
export function drawnLines(source: string): readonly SourceLine[] {
  return rows(source).filter(({ text }) => text !== '' && !text.startsWith('%%'));
}

/**
 * Title and description of a diagram.
 * @throws Error when it lacks one
 */
export function describe(source: string): Description {
  const [problem] = descriptionProblems(source);
  if (problem) throw new Error(problem);
  return { title: field(source, 'accTitle'), descr: field(source, 'accDescr') };
}

/**
 * What is wrong with a diagram before mermaid has seen it, one sentence each: a missing title, description or
 * text alternative, a setting of its own, a kind that is not used here, too many participants.
 */
export function diagramProblems(source: string): readonly string[] {
  const problems = [...descriptionProblems(source)];
  if (words(source).length < 2) {
    problems.push('the diagram has no text alternative; write its steps in words, two lines or more such as `%% The browser asks the resolver.`');
  }
  if (rows(source).some(({ text }) => text.startsWith('%%{') || text === '---')) {
    problems.push('the diagram sets options of its own; all diagrams share those of src/diagrams/settings.ts');
  }
  const first = drawnLines(source)[0]?.text ?? '';
  if (!kinds.test(first)) {
    problems.push(`the diagram begins with \`${first.slice(0, 30)}\`; begin it with sequenceDiagram, flowchart TB, flowchart LR or stateDiagram-v2`);
  }
  const participants = drawnLines(source).filter(({ text }) => /^(?:participant|actor)\s/.test(text)).length;
  if (participants > 7) problems.push(`the diagram has ${participants} participants; seven at most, more means two diagrams`);
  return problems;
}

function descriptionProblems(source: string): readonly string[] {
  const missing: string[] = [];
  if (!field(source, 'accTitle')) missing.push('the diagram has no `accTitle: …`; write its title, which a screen reader says first');
  if (!field(source, 'accDescr')) missing.push('the diagram has no `accDescr: …`; write one sentence that says what it shows');
  return missing;
}

function field(source: string, name: 'accTitle' | 'accDescr'): string {
  const found = rows(source).find(({ text }) => text.startsWith(`${name}:`));
  return found?.text.slice(name.length + 1).trim() ?? '';
}

function rows(source: string): readonly SourceLine[] {
  return source.split(/\r?\n/).map((text, i) => ({ text: text.trim(), line: i + 1 }));
}
