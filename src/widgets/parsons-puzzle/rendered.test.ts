import { expect, test } from 'vitest';
import type { PuzzleBlock } from '../../schemas/exercise.ts';
import { renderPuzzle } from './rendered.ts';

const puzzle: readonly PuzzleBlock[] = [
  { code: 'def app(environ, start_response):' },
  { subgoal: 'a < b: make the body' },
  { code: "body = b'hello'", indent: 1, instead: "body = 'hello'", why: 'A `str` is not bytes.' },
  { code: "start_response('200 OK', [])", indent: 1 },
  { subgoal: 'send it' },
  { code: 'return [body]', indent: 1 },
];
const text = (html: string): string => html.replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&#39;', "'");
const rendered = await renderPuzzle(puzzle, 'hello', (markdown) => `<i>${markdown}</i>`);

test('comments stand where they stand in the solution, and the blocks around them are shuffled', () => {
  expect(rendered.rows.map(({ kind }) => kind)).toEqual(['block', 'subgoal', 'block', 'block', 'subgoal', 'block']);
  expect(rendered.rows[1]).toEqual({ kind: 'subgoal', html: '<span class="c-c"># a &lt; b: make the body</span>', indent: 1 });
  const order = rendered.rows.flatMap((row) => (row.kind === 'block' ? [row.block] : []));
  expect(order.toSorted()).toEqual([0, 1, 2, 3]);
  expect(order).not.toEqual([0, 1, 2, 3]);
});

test('both lines of a pair stand in one row, each with its indentation and highlighted', () => {
  const pair = rendered.rows.find((row) => row.kind === 'block' && row.block === 1);
  if (pair?.kind !== 'block') throw new Error('the pair is gone');
  expect(pair.indent).toBe(1);
  expect(new Set(pair.lines.map(({ html }) => text(html)))).toEqual(new Set(["body = b'hello'", "body = 'hello'"]));
  expect(pair.lines.every(({ html }) => html.includes('class="c-s"'))).toBe(true);
});

test('the solution is the program, and each wrong line has its reason', () => {
  expect(rendered.program.map(text)).toEqual(['def app(environ, start_response):', '    # a < b: make the body', "    body = b'hello'", "    start_response('200 OK', [])", '    # send it', '    return [body]']);
  expect(rendered.distractors).toMatchObject([{ block: 1, why: '<i>A `str` is not bytes.</i>' }]);
});
