import type { CodeBlock, PuzzleBlock } from '../../schemas/exercise.ts';
import { disordered, shuffled } from '../shared/shuffle.ts';

/** Which of the two lines of a pair. */
export type Choice = 'code' | 'instead';

/** One block where the reader has put it. */
export interface Placed {
  /** Number of the block among those of code, in the right order, from 0. */
  readonly block: number;
  /** Of a pair: the line that is chosen. */
  readonly choice?: Choice;
}

/** What the reader has made: all blocks, from top to bottom. */
export type Arrangement = readonly Placed[];

/** What checking needs to know, without any texts. */
export interface PuzzleKey {
  /** Changes with the puzzle, so that an arrangement of another one is never taken for it. */
  readonly rev: number;
  /** For each block, the number of the first one that reads the same: equal lines may be exchanged. */
  readonly same: readonly number[];
  /** For each place, the number of its run: within a run any order is right. */
  readonly runs: readonly number[];
  /** For each block, whether it is a pair. */
  readonly pairs: readonly boolean[];
}

/** The blocks that can be moved, in the right order. */
export function codeBlocks(blocks: readonly PuzzleBlock[]): readonly CodeBlock[] {
  return blocks.filter((block) => 'code' in block);
}

/** @param puzzle the blocks in the right order */
export function keyOf(puzzle: readonly PuzzleBlock[]): PuzzleKey {
  const blocks = codeBlocks(puzzle);
  const names = blocks.map(({ code, indent = 0, instead }) => JSON.stringify([code, indent, instead ?? null]));
  let run = -1;
  return {
    rev: fingerprint(JSON.stringify(puzzle)),
    same: names.map((name) => names.indexOf(name)),
    runs: blocks.map(({ anyOrder }) => (anyOrder && run >= 0 ? run : ++run)),
    pairs: blocks.map(({ instead }) => instead !== undefined),
  };
}

/** All blocks in the right order, the right line of each pair chosen. */
export function solution({ pairs }: PuzzleKey): Arrangement {
  return pairs.map((isPair, block) => (isPair ? { block, choice: 'code' } : { block }));
}

/**
 * How a puzzle is first shown: the same in every browser, nothing chosen, and not in a right order when there is a wrong one.
 * @param seed id of the exercise
 */
export function start(key: PuzzleKey, seed: string): Arrangement {
  const blocks = key.same.map((_, block) => ({ block }));
  for (let i = 0; i < 50; i++) {
    const arrangement = disordered(blocks, i === 0 ? seed : `${seed}/${i}`);
    if (firstOutOfPlace(key, arrangement) !== undefined) return arrangement;
  }
  return disordered(blocks, seed);
}

/** In which order the two lines of a pair stand. */
export function choicesOf(block: number, seed: string): readonly Choice[] {
  return shuffled<Choice>(['code', 'instead'], `${seed}/pair-${block}`);
}

/** Takes the block at one place and puts it in at another; a place that is not there changes nothing. */
export function move(arrangement: Arrangement, from: number, to: number): Arrangement {
  const moved = arrangement[from];
  if (!moved || !(to in arrangement)) return arrangement;
  const rest = arrangement.toSpliced(from, 1);
  return rest.toSpliced(to, 0, moved);
}

/** Chooses a line of the pair at a place; where there is no pair, nothing changes. */
export function choose(key: PuzzleKey, arrangement: Arrangement, place: number, choice: Choice): Arrangement {
  const placed = arrangement[place];
  return placed && key.pairs[placed.block] ? arrangement.with(place, { ...placed, choice }) : arrangement;
}

/** What a check found. Places are counted from 0. */
export type Finding =
  | { readonly kind: 'right' }
  /** Pairs of which nothing is chosen yet; this is no try. */
  | { readonly kind: 'unchosen'; readonly places: readonly number[] }
  | {
      readonly kind: 'wrong';
      /** The first block, from the top, that is not where it belongs. */
      readonly outOfPlace: number | undefined;
      /** Places with the wrong line of a pair. */
      readonly wrongChoices: readonly number[];
    };

export function check(key: PuzzleKey, arrangement: Arrangement): Finding {
  const places = (is: (placed: Placed) => boolean): readonly number[] => arrangement.flatMap((placed, place) => (is(placed) ? [place] : []));
  const unchosen = places(({ block, choice }) => key.pairs[block] === true && choice === undefined);
  if (unchosen.length > 0) return { kind: 'unchosen', places: unchosen };
  const outOfPlace = firstOutOfPlace(key, arrangement);
  const wrongChoices = places(({ choice }) => choice === 'instead');
  return outOfPlace === undefined && wrongChoices.length === 0 ? { kind: 'right' } : { kind: 'wrong', outOfPlace, wrongChoices };
}

/** Each place of a run takes any block that belongs to the run and is not placed yet. */
function firstOutOfPlace({ same, runs }: PuzzleKey, arrangement: Arrangement): number | undefined {
  const left = same.map((name, place) => ({ name, run: runs[place] }));
  const place = arrangement.findIndex(({ block }, at) => {
    const i = left.findIndex(({ name, run }) => name === same[block] && run === runs[at]);
    if (i >= 0) left.splice(i, 1);
    return i < 0;
  });
  return place < 0 ? undefined : place;
}

/** An arrangement as a list of words, such as `2` and `0:instead`, as it is kept. */
export function write(arrangement: Arrangement): readonly string[] {
  return arrangement.map(({ block, choice }) => (choice ? `${block}:${choice}` : `${block}`));
}

/** Reads what was kept. Anything but an arrangement of this puzzle gives undefined. */
export function read({ pairs }: PuzzleKey, words: unknown): Arrangement | undefined {
  if (!Array.isArray(words) || words.length !== pairs.length) return undefined;
  const arrangement: Placed[] = [];
  for (const word of words) {
    const [, number, choice] = /^(0|[1-9]\d*)(?::(code|instead))?$/.exec(typeof word === 'string' ? word : '') ?? [];
    const block = Number(number);
    const isPair = pairs[block];
    if (isPair === undefined || (choice && !isPair) || arrangement.some((placed) => placed.block === block)) return undefined;
    arrangement.push(choice ? { block, choice: choice as Choice } : { block });
  }
  return arrangement;
}

/** Two arrangements that read the same. */
export function isSame(a: Arrangement | undefined, b: Arrangement): boolean {
  return a !== undefined && write(a).join() === write(b).join();
}

/** The blocks as they are arranged, the chosen line of each pair as its code; comments stay at their places. */
export function arranged(blocks: readonly PuzzleBlock[], arrangement: Arrangement): readonly PuzzleBlock[] {
  const all = codeBlocks(blocks);
  const placed = arrangement.values();
  return blocks.map((block) => {
    if (!('code' in block)) return block;
    const { block: number = 0, choice } = placed.next().value ?? {};
    const { code, instead, indent } = all[number] ?? block;
    return { code: choice === 'instead' ? (instead ?? code) : code, indent };
  });
}

/** A positive whole number made of a text (FNV-1a). */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) + 1;
}
