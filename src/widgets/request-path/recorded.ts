import type { RecordedCommand } from '../../lab/transcript.ts';

/** What a lab's run printed, by the id of the run. */
export type Transcripts = Readonly<Record<string, readonly RecordedCommand[]>>;

/** Where in a transcript something is. */
export interface Cite {
  /** Id of the run. */
  readonly run: string;
  /** Words of the typed line; exactly one command of the run must hold them, or `turn` says which of several. */
  readonly typed: string;
  /** Number of the command among those that hold the words, counted from 1. */
  readonly turn?: number;
  /** Regular expression; only lines that it matches are shown. An indented line goes with the one above it: the bytes of a packet, the fields of an event. */
  readonly only?: string;
  /** With `only`: how many of what it matches are shown, from the first; all when left out. */
  readonly count?: number;
}

/** What is shown of a recorded command. */
export interface Shot {
  readonly typed: string;
  readonly lines: readonly string[];
  /** True when lines of the output are left out. */
  readonly isPart: boolean;
}

/**
 * Cuts what a citation names out of the transcripts.
 * @throws Error when there is no such command, or it names several, or `only` matches nothing
 */
export function shotOf(transcripts: Transcripts, { run, typed, turn, only, count }: Cite): Shot {
  const commands = transcripts[run];
  if (!commands) throw new Error(`There is no transcript \`${run}\`; there are ${Object.keys(transcripts).join(', ')}.`);
  const found = commands.filter((command) => command.typed.includes(typed));
  const command = turn === undefined && found.length > 1 ? undefined : found[(turn ?? 1) - 1];
  if (!command) throw new Error(`In the transcript \`${run}\` ${found.length} commands hold \`${typed}\`; name one, with \`turn\` when there are several.`);
  if (only === undefined) return { typed: command.typed, lines: command.printed, isPart: false };
  const pattern = new RegExp(only);
  const blocks = /\b(wire\.log|asgi\.txt)$/.test(command.typed) ? withIndented(command.printed) : command.printed.map((line) => [line]);
  const lines = blocks.filter(([first = '']) => pattern.test(first)).slice(0, count).flat();
  if (lines.length === 0) throw new Error(`In the transcript \`${run}\` no line below \`${command.typed}\` matches ${only}.`);
  return { typed: command.typed, lines, isPart: lines.length < command.printed.length };
}

function withIndented(lines: readonly string[]): readonly (readonly string[])[] {
  const blocks: string[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last && (line.startsWith(' ') || line === '')) last.push(line);
    else blocks.push([line]);
  }
  return blocks.map((block) => (block.at(-1) === '' ? block.slice(0, -1) : block));
}

/** Milliseconds at which the first packet of these lines was seen; undefined when they are none of wire.log. */
export function clockOf(lines: readonly string[]): number | undefined {
  const seconds = /^(\d+\.\d{4}) /.exec(lines.find((line) => /^\d+\.\d{4} /.test(line)) ?? '')?.[1];
  return seconds === undefined ? undefined : Math.round(Number(seconds) * 10_000) / 10;
}
