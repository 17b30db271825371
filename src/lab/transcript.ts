/** One command of a recorded run and what it printed. */
export interface RecordedCommand {
  /** What was typed; a command of several lines holds line ends. */
  readonly typed: string;
  /** Lines printed by both streams, in order, without line ends. */
  readonly printed: readonly string[];
}

// A printed line that looks like a typed one gets a backslash before it, and so does one that already has it.
const looksTyped = /^\\*\$(?: |$)/;
const looksContinued = /^\\*>(?: |$)/;

/**
 * Reads a transcript: `$ typed line`, more lines of the same command after `> `, then what it printed.
 * A backslash before a printed `$ ` (or before a `> ` that is printed first) is taken away.
 * @throws Error when the text does not begin with a typed line
 */
export function parseTranscript(text: string): readonly RecordedCommand[] {
  const commands: { typed: string; printed: string[] }[] = [];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();

  for (const [index, line] of lines.entries()) {
    const current = commands.at(-1);
    if (/^\$(?: |$)/.test(line)) {
      commands.push({ typed: line.slice(2), printed: [] });
    } else if (!current) {
      throw new Error(`line ${index + 1} of the transcript comes before any typed line; begin with \`$ command\``);
    } else if (current.printed.length === 0 && /^>(?: |$)/.test(line)) {
      current.typed += `\n${line.slice(2)}`;
    } else {
      current.printed.push(isEscaped(line, current.printed.length === 0) ? line.slice(1) : line);
    }
  }
  return commands;
}

/** Writes what `parseTranscript` reads back unchanged. */
export function formatTranscript(commands: readonly RecordedCommand[]): string {
  const lines = commands.flatMap(({ typed, printed }) => [
    ...typed.split('\n').map((line, index) => `${index === 0 ? '$' : '>'} ${line}`.trimEnd()),
    ...printed.map((line, index) => (mustEscape(line, index === 0) ? `\\${line}` : line)),
  ]);
  return lines.map((line) => `${line}\n`).join('');
}

function mustEscape(line: string, isFirst: boolean): boolean {
  return looksTyped.test(line) || (isFirst && looksContinued.test(line));
}

function isEscaped(line: string, isFirst: boolean): boolean {
  return line.startsWith('\\') && mustEscape(line, isFirst);
}
