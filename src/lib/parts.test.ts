import { expect, test } from 'vitest';
import { parts } from './parts.ts';

test('chapters stand under their part in reading order, and an empty part is not named', () => {
  const chapters = [
    { part: 2, order: 10 },
    { part: 1, order: 4 },
    { part: 1, order: 1 },
  ] as const;

  expect(parts(chapters)).toEqual([
    { part: 1, chapters: [{ part: 1, order: 1 }, { part: 1, order: 4 }] },
    { part: 2, chapters: [{ part: 2, order: 10 }] },
  ]);
});
