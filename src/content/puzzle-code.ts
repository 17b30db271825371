import type { PuzzleBlock } from '../schemas/exercise.ts';

/** A line or more of a puzzle, as it stands in the program. */
export interface PuzzleLine {
  readonly text: string;
  readonly isSubgoal: boolean;
}

/**
 * The lines of a puzzle in the given order, with their indent.
 * @param swapped indexes of blocks whose distractor stands in place of the code
 */
export function puzzleLines(blocks: readonly PuzzleBlock[], swapped: ReadonlySet<number> = new Set()): readonly PuzzleLine[] {
  return blocks.map((block, i) => {
    if ('subgoal' in block) return { text: indented(`# ${block.subgoal}`, block.indent ?? nextIndent(blocks, i)), isSubgoal: true };
    const code = swapped.has(i) ? (block.instead ?? block.code) : block.code;
    return { text: indented(code, block.indent ?? 0), isSubgoal: false };
  });
}

/** The program that the blocks of a puzzle make. */
export function puzzleCode(blocks: readonly PuzzleBlock[], swapped?: ReadonlySet<number>): string {
  return `${puzzleLines(blocks, swapped).map(({ text }) => text).join('\n')}\n`;
}

function nextIndent(blocks: readonly PuzzleBlock[], from: number): number {
  const next = blocks.slice(from).find((block) => 'code' in block);
  return next?.indent ?? 0;
}

function indented(code: string, levels: number): string {
  return code.replace(/\n$/, '').split('\n').map((line) => (line ? '    '.repeat(levels) + line : line)).join('\n');
}
