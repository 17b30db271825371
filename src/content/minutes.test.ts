import { expect, test } from 'vitest';
import { chapterMinutes } from './minutes.ts';
import type { ChapterFile } from './read-guide.ts';

test('2,200 words, six plates and eight questions take eighteen minutes', () => {
  const fences = Array.from({ length: 6 }, () => ({}));
  const questions = Array.from({ length: 8 }, () => ({}));
  const chapter = { body: { words: 2200, fences }, quiz: { data: { questions } } } as unknown as ChapterFile;
  expect(chapterMinutes(chapter)).toBe(18);
});
