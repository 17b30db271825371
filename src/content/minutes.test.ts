import { expect, test } from 'vitest';
import { chapterMinutes, exerciseMinutes, questionMinutes } from './minutes.ts';
import type { ChapterFile } from './read-guide.ts';

test('2,200 words, six plates and eight questions take eighteen minutes', () => {
  const fences = Array.from({ length: 6 }, () => ({}));
  const questions = Array.from({ length: 8 }, () => ({}));
  const chapter = { body: { words: 2200, fences }, quiz: { data: { questions } } } as unknown as ChapterFile;
  expect(chapterMinutes(chapter)).toBe(18);
});

test('exercises are counted apart, by the minutes that they name', () => {
  const exercises = [{ data: { minutes: 4 } }, { data: { minutes: 8 } }];
  expect(exerciseMinutes({ exercises } as unknown as ChapterFile)).toEqual({ count: 2, minutes: 12 });
});

test('forty questions take half an hour, one a minute', () => {
  expect([40, 1, 0].map(questionMinutes)).toEqual([30, 1, 1]);
});
