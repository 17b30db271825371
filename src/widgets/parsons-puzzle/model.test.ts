import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { puzzleCode } from '../../content/puzzle-code.ts';
import type { PuzzleBlock } from '../../schemas/exercise.ts';
import { arranged, check, choicesOf, choose, codeBlocks, isSame, keyOf, move, read, solution, start, write, type Arrangement, type PuzzleKey } from './model.ts';

const hello: readonly PuzzleBlock[] = [
  { code: 'def app(environ, start_response):' },
  { subgoal: 'make the body' },
  { code: "body = b'hello'", indent: 1, instead: "body = 'hello'", why: 'a str is not bytes' },
  { code: "length = ('Content-Length', str(len(body)))", indent: 1 },
  { subgoal: 'announce the status' },
  { code: "start_response('200 OK', [length])", indent: 1, instead: 'start_response(200, [length])', why: 'the status is a text' },
  { code: 'return [body]', indent: 1 },
];
const key = keyOf(hello);
const order = (...blocks: readonly number[]): Arrangement => blocks.map((block) => (key.pairs[block] ? { block, choice: 'code' } : { block }));

describe('checking', () => {
  test('the right order with the right lines is right', () => {
    expect(check(key, solution(key))).toEqual({ kind: 'right' });
  });

  test('a pair without a choice is asked for first, whatever the order', () => {
    expect(check(key, start(key, 'hello'))).toMatchObject({ kind: 'unchosen' });
    const half = [{ block: 0 }, { block: 1 }, { block: 2 }, { block: 3, choice: 'instead' }, { block: 4 }] as const;
    expect(check(key, half)).toEqual({ kind: 'unchosen', places: [1] });
  });

  test.each([
    ['the last two exchanged', order(0, 1, 2, 4, 3), 3],
    ['the last one first', order(4, 0, 1, 2, 3), 0],
    ['the length before the body', order(0, 2, 1, 3, 4), 1],
  ])('%s: the first block out of place is named', (_, arrangement, outOfPlace) => {
    expect(check(key, arrangement)).toEqual({ kind: 'wrong', outOfPlace, wrongChoices: [] });
  });

  test('wrong lines are named where they stand, also when the order is right', () => {
    const wrong = choose(key, choose(key, solution(key), 1, 'instead'), 3, 'instead');
    expect(check(key, wrong)).toEqual({ kind: 'wrong', outOfPlace: undefined, wrongChoices: [1, 3] });
  });

  test('lines that read the same may be exchanged', () => {
    const twice = keyOf([{ code: 'a' }, { code: 'await receive()' }, { code: 'b' }, { code: 'await receive()' }]);
    expect(check(twice, [{ block: 0 }, { block: 3 }, { block: 2 }, { block: 1 }])).toEqual({ kind: 'right' });
    expect(check(twice, [{ block: 1 }, { block: 0 }, { block: 2 }, { block: 3 }])).toMatchObject({ outOfPlace: 0 });
    const deeper = keyOf([{ code: 'x', indent: 1 }, { code: 'x', indent: 2 }]);
    expect(check(deeper, [{ block: 1 }, { block: 0 }])).toMatchObject({ outOfPlace: 0 });
  });

  test('a run of blocks may stand in any order, and each belongs to its own run', () => {
    const runs = keyOf([{ code: 'def' }, { code: 'a' }, { code: 'b', anyOrder: true }, { code: 'c', anyOrder: true }, { code: 'a' }]);
    const kinds = (...blocks: readonly number[]) => check(runs, blocks.map((block) => ({ block })));
    expect(kinds(0, 3, 1, 2, 4)).toEqual({ kind: 'right' });
    expect(kinds(0, 4, 3, 2, 1)).toEqual({ kind: 'right' });
    expect(kinds(0, 1, 4, 3, 2)).toMatchObject({ outOfPlace: 2 });
    expect(kinds(0, 1, 2, 4, 3)).toMatchObject({ outOfPlace: 3 });
  });
});

test('the program of an order has the comments at their places, and the chosen lines', () => {
  const other = choose(key, order(0, 4, 3, 2, 1), 2, 'instead');
  expect(puzzleCode(arranged(hello, other)).split('\n')).toEqual([
    'def app(environ, start_response):',
    '    # make the body',
    '    return [body]',
    '    start_response(200, [length])',
    '    # announce the status',
    "    length = ('Content-Length', str(len(body)))",
    "    body = b'hello'",
    '',
  ]);
  expect(puzzleCode(arranged(hello, solution(key)))).toBe(puzzleCode(hello));
});

test('a puzzle that is changed is another one', () => {
  const changed = hello.map((block) => ('code' in block && block.code.startsWith('return') ? { ...block, code: 'yield body' } : block));
  expect(keyOf(changed).rev).not.toBe(key.rev);
  expect(keyOf(hello).rev).toBe(key.rev);
});

test.each<readonly [string, unknown]>([
  ['nothing', undefined],
  ['a text', '0,1,2,3,4'],
  ['too few', ['0', '1:code', '2', '3:code']],
  ['one twice', ['0', '1:code', '2', '3:code', '0']],
  ['a block that is not there', ['0', '1:code', '2', '3:code', '7']],
  ['a choice where there is none', ['0:code', '1:code', '2', '3:code', '4']],
  ['a choice that is not there', ['0', '1:both', '2', '3:code', '4']],
  ['numbers', [0, 1, 2, 3, 4]],
  ['names of objects', ['__proto__', '1', '2', '3', '4']],
])('%s is not taken for an arrangement', (_, words) => {
  expect(read(key, words)).toBeUndefined();
});

describe('for every puzzle', () => {
  const block = fc.record(
    { code: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), indent: fc.nat(2), instead: fc.constantFrom('x', 'y'), anyOrder: fc.constant(true as const) },
    { requiredKeys: ['code'] },
  );
  const puzzles = fc.array(fc.oneof({ weight: 4, arbitrary: block }, { weight: 1, arbitrary: fc.record({ subgoal: fc.constant('step') }) }), { minLength: 1, maxLength: 14 });
  const actions = fc.array(fc.record({ from: fc.integer({ min: -1, max: 14 }), to: fc.integer({ min: -1, max: 14 }), choice: fc.constantFrom('code' as const, 'instead' as const), isMove: fc.boolean() }), { maxLength: 30 });
  const numbers = (arrangement: Arrangement): readonly number[] => arrangement.map(({ block: number }) => number).toSorted((a, b) => a - b);

  function after(puzzleKey: PuzzleKey, seed: string, all: readonly { from: number; to: number; choice: 'code' | 'instead'; isMove: boolean }[]): Arrangement {
    return all.reduce((now, { from, to, choice, isMove }) => (isMove ? move(now, from, to) : choose(puzzleKey, now, from, choice)), start(puzzleKey, seed));
  }

  test('any moves and choices keep all blocks, and come back as they were kept', () => {
    fc.assert(
      fc.property(puzzles, fc.string(), actions, (puzzle, seed, all) => {
        const puzzleKey = keyOf(puzzle);
        const arrangement = after(puzzleKey, seed, all);
        expect(numbers(arrangement)).toEqual(codeBlocks(puzzle).map((_, i) => i));
        expect(arrangement.every(({ block: number, choice }) => choice === undefined || puzzleKey.pairs[number])).toBe(true);
        expect(read(puzzleKey, JSON.parse(JSON.stringify(write(arrangement))))).toEqual(arrangement);
      }),
    );
  });

  test('from anywhere, steps up and choices lead to the solution', () => {
    fc.assert(
      fc.property(puzzles, fc.string(), actions, (puzzle, seed, all) => {
        const puzzleKey = keyOf(puzzle);
        let now = after(puzzleKey, seed, all);
        for (const [place, { block: wanted }] of solution(puzzleKey).entries()) {
          for (let at = now.findIndex(({ block: number }) => number === wanted); at > place; at--) now = move(now, at, at - 1);
          now = choose(puzzleKey, now, place, 'code');
        }
        expect(isSame(now, solution(puzzleKey))).toBe(true);
        expect(check(puzzleKey, now)).toEqual({ kind: 'right' });
      }),
    );
  });

  test('the start is not in a right order when there is a wrong one, and is always the same', () => {
    fc.assert(
      fc.property(puzzles, fc.string(), (puzzle, seed) => {
        const puzzleKey = keyOf(puzzle);
        const first = start(puzzleKey, seed);
        expect(start(puzzleKey, seed)).toEqual(first);
        expect(first.some(({ choice }) => choice)).toBe(false);
        const inOrder = (arrangement: Arrangement): boolean => check({ ...puzzleKey, pairs: puzzleKey.pairs.map(() => false) }, arrangement).kind === 'right';
        const backwards = solution(puzzleKey).toReversed().map(({ block: number }) => ({ block: number }));
        if (!inOrder(backwards)) expect(inOrder(first)).toBe(false);
      }),
    );
  });
});

test('the right line of a pair stands sometimes first and sometimes second', () => {
  const firsts = new Set(Array.from({ length: 20 }, (_, i) => choicesOf(1, `exercise-${i}`)[0]));
  expect(firsts).toEqual(new Set(['code', 'instead']));
});
