import { puzzleCode, puzzleLines } from '../../content/puzzle-code.ts';
import { escapeHtml, highlightLines } from '../../markdown/highlight.ts';
import type { CodeBlock, PuzzleBlock } from '../../schemas/exercise.ts';
import { choicesOf, codeBlocks, keyOf, start, type Choice, type PuzzleKey } from './model.ts';

/** A row of the list as it is first shown. */
export type Row =
  | { readonly kind: 'subgoal'; readonly html: string; readonly indent: number }
  /** `lines`: the one line of the block, or the two of a pair. */
  | { readonly kind: 'block'; readonly block: number; readonly indent: number; readonly lines: readonly { readonly choice: Choice; readonly html: string }[] };

/** A puzzle as HTML. */
export interface RenderedPuzzle {
  readonly key: PuzzleKey;
  readonly rows: readonly Row[];
  /** The right program, line by line. */
  readonly program: readonly string[];
  /** What the wrong lines of the pairs are, and why. */
  readonly distractors: readonly { readonly block: number; readonly html: string; readonly why: string }[];
}

/**
 * Highlights a puzzle and shuffles it.
 * @param puzzle the blocks in the right order
 * @param seed id of the exercise
 * @param inline makes HTML of inline Markdown
 */
export async function renderPuzzle(puzzle: readonly PuzzleBlock[], seed: string, inline: (markdown: string) => string): Promise<RenderedPuzzle> {
  const key = keyOf(puzzle);
  const all = codeBlocks(puzzle);
  const indents = puzzleLines(puzzle).map(({ text }) => text.search(/\S/) / 4);
  const python = async (code: string): Promise<string> => (await highlightLines(code.trimEnd(), 'python')).join('\n');
  const blockRow = async (block: number, { code, indent = 0, instead }: CodeBlock): Promise<Row> => {
    const choices: readonly Choice[] = instead === undefined ? ['code'] : choicesOf(block, seed);
    const lines = choices.map(async (choice) => ({ choice, html: await python(choice === 'code' ? code : (instead ?? '')) }));
    return { kind: 'block', block, indent, lines: await Promise.all(lines) };
  };
  const shuffled = start(key, seed).values();
  const rows = puzzle.map((block, i): Row | Promise<Row> => {
    if (!('code' in block)) return { kind: 'subgoal', html: `<span class="c-c"># ${escapeHtml(block.subgoal)}</span>`, indent: indents[i] ?? 0 };
    const { block: number = 0 } = shuffled.next().value ?? {};
    return blockRow(number, all[number] ?? block);
  });
  const distractors = all.flatMap(({ instead, why }, block) => (instead === undefined ? [] : [{ block, instead, why: why ?? '' }]));
  return {
    key,
    rows: await Promise.all(rows),
    program: await highlightLines(puzzleCode(puzzle).trimEnd(), 'python'),
    distractors: await Promise.all(distractors.map(async ({ block, instead, why }) => ({ block, html: await python(instead), why: inline(why) }))),
  };
}
