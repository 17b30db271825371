import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { parseTranscript, type RecordedCommand } from '../lab/transcript.ts';
import { formatProblem } from './problem.ts';
import { textProblems } from './source-text.ts';

/** A piece of a file that the repository holds, as a page shows it. */
export interface Excerpt {
  /** Lines as shown, without line ends. */
  readonly lines: readonly string[];
  /** For a transcript: `$` for a typed line, `>` for one that goes on, empty for a printed one. Empty list for a listing. */
  readonly prompts: readonly ('$' | '>' | '')[];
  /** Path from the chapter's folder. */
  readonly file: string;
  /** Line of the file that is the first one shown. */
  readonly firstLine: number;
}

/** Thrown when a listing or transcript cannot be shown; the message says what to write. */
export class ExcerptError extends Error {
  override readonly name = 'ExcerptError';
}

/**
 * Reads a file of a chapter, or one named region of it.
 * @param chapterDir absolute path of the chapter's folder
 * @param src path from there
 * @param region name after `region:` in a comment of the file; left out, the whole file without its region marks
 * @throws ExcerptError when file or region is not there
 */
export function readListing(chapterDir: string, src: string, region?: string): Excerpt {
  const path = normalize(src);
  const file = join(chapterDir, path);
  if (path.startsWith('..') || !existsSync(file)) {
    throw new ExcerptError(`there is no file \`${src}\` in this chapter's folder; write a path such as labs/hello/app.py`);
  }
  const all = soundText(file, path).replace(/\n+$/, '').split('\n');
  const { lines, firstLine } = region === undefined ? wholeFile(all) : namedRegion(all, region, src);
  return { lines: unindent(lines), prompts: [], file: path, firstLine };
}

/** Text of a file that a page may show. @throws ExcerptError with the line of what it may not */
function soundText(path: string, name: string): string {
  const text = readFileSync(path, 'utf8');
  const [problem] = textProblems(text, name);
  if (problem) throw new ExcerptError(formatProblem(problem));
  return text;
}

const mark = /\b(end)?region:\s*([a-z0-9-]+)/;

function wholeFile(all: readonly string[]): { lines: readonly string[]; firstLine: number } {
  return { lines: all.filter((line) => !mark.test(line)), firstLine: 1 };
}

function namedRegion(all: readonly string[], region: string, src: string): { lines: readonly string[]; firstLine: number } {
  const isMark = (line: string, end: boolean): boolean => {
    const match = mark.exec(line);
    return match?.[2] === region && (match[1] === 'end') === end;
  };
  const start = all.findIndex((line) => isMark(line, false));
  const end = all.findIndex((line) => isMark(line, true));
  if (start < 0 || end < start) {
    throw new ExcerptError(
      `\`${src}\` has no region \`${region}\`; mark it in the file by comments \`region: ${region}\` and \`endregion: ${region}\``,
    );
  }
  return { lines: all.slice(start + 1, end).filter((line) => !mark.test(line)), firstLine: start + 2 };
}

/** Takes away the indentation that all lines share. */
function unindent(lines: readonly string[]): readonly string[] {
  const widths = lines.filter((line) => line.trim()).map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const width = widths.length ? Math.min(...widths) : 0;
  return lines.map((line) => line.slice(width));
}

/**
 * Reads a recorded run of a chapter's lab.
 * @param chapterDir absolute path of the chapter's folder
 * @param lab folder in labs/
 * @param run id of the run in lab.yaml
 * @throws ExcerptError when it was not recorded
 */
export function readTranscript(chapterDir: string, lab: string, run: string): Excerpt {
  const file = `labs/${lab}/transcripts/${run}.txt`;
  if (!existsSync(join(chapterDir, file))) {
    throw new ExcerptError(`there is no recorded run \`${run}\` of lab \`${lab}\` (${file}); run npm run labs:record`);
  }
  const lines: string[] = [];
  const prompts: ('$' | '>' | '')[] = [];
  for (const command of commandsOf(join(chapterDir, file), file)) {
    for (const [i, line] of command.typed.split('\n').entries()) {
      lines.push(line);
      prompts.push(i === 0 ? '$' : '>');
    }
    for (const line of command.printed) {
      lines.push(line);
      prompts.push('');
    }
  }
  return { lines, prompts, file, firstLine: 1 };
}

function commandsOf(path: string, name: string): readonly RecordedCommand[] {
  const text = soundText(path, name);
  try {
    return parseTranscript(text);
  } catch (error) {
    throw new ExcerptError(`${name}: ${(error as Error).message}`);
  }
}

/**
 * Cuts an excerpt to the lines named, counted from 1 as shown.
 * @throws ExcerptError when there are not so many
 */
export function cutLines(excerpt: Excerpt, lines: readonly number[]): Excerpt {
  if (lines.length === 0) return excerpt;
  const beyond = lines.find((line) => line > excerpt.lines.length);
  if (beyond !== undefined) {
    throw new ExcerptError(`${excerpt.file} has ${excerpt.lines.length} lines; line ${beyond} is not there`);
  }
  return {
    ...excerpt,
    lines: lines.map((line) => excerpt.lines[line - 1] ?? ''),
    prompts: excerpt.prompts.length ? lines.map((line) => excerpt.prompts[line - 1] ?? '') : [],
    firstLine: excerpt.firstLine + (lines[0] ?? 1) - 1,
  };
}
