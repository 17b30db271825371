import { countWords } from '../chapter-body.ts';
import type { Problem } from '../problem.ts';
import type { ChapterFile, Guide } from '../read-guide.ts';

/** Bounds of a chapter's text, in words. */
export const bounds = { chapter: [1200, 2400], paragraph: 120, sentence: 40 } as const;

/** Chapters of 1,200 to 2,400 words, paragraphs up to 120, sentences up to 40. */
export function checkLengths(guide: Guide): readonly Problem[] {
  return guide.chapters.flatMap((chapter) => [...chapterLength(chapter), ...paragraphLengths(chapter)]);
}

function chapterLength(chapter: ChapterFile): readonly Problem[] {
  const [least, most] = bounds.chapter;
  const { words } = chapter.body;
  if (words >= least && words <= most) return [];
  return [{ file: chapter.file, message: `has ${words} words; write ${least} to ${most}` }];
}

function paragraphLengths(chapter: ChapterFile): readonly Problem[] {
  return chapter.body.paragraphs.flatMap(({ text, line }) => {
    const words = countWords(text);
    if (words > bounds.paragraph) {
      return [{ file: chapter.file, line, message: `a paragraph of ${words} words; split it (at most ${bounds.paragraph})` }];
    }
    return sentences(text)
      .filter((sentence) => countWords(sentence) > bounds.sentence)
      .map((sentence) => ({
        file: chapter.file,
        line,
        message: `a sentence of ${countWords(sentence)} words: "${sentence.slice(0, 50)}…"; split it (at most ${bounds.sentence})`,
      }));
  });
}

function sentences(text: string): readonly string[] {
  return text.split(/(?<=[.!?:][”")]?)\s+(?=[“"(]?\p{Lu})/u);
}
