import type { Locale } from '../i18n/locales.ts';
import { localized } from '../i18n/locales.ts';
import { strings } from '../i18n/strings.ts';
import { chapterPath, withBase } from '../lib/paths.ts';
import { inlineMarkdown } from '../markdown/inline.ts';
import type { QuestionOrigin, RenderedQuestion } from '../widgets/chapter-quiz/rendered.ts';
import type { ExamQuestion } from '../widgets/final-exam/model.ts';
import { chapterHeadings, chaptersOf } from './chapters.ts';
import { examPool } from './exam-pool.ts';
import { linkContext } from './link-context.ts';
import { guideFor } from './project-guide.ts';
import { chapterQuestions } from './quiz-questions.ts';

/** A question as the page of the final exam shows it. */
export interface ExamEntry extends ExamQuestion {
  readonly part: 1 | 2 | 3;
  readonly question: RenderedQuestion;
  readonly origin: QuestionOrigin;
  /** Text of the heading that settles it, as HTML. */
  readonly section: string;
}

/** All questions of an edition with their HTML, in reading order. */
export async function examEntries(locale: Locale): Promise<readonly ExamEntry[]> {
  const text = localized(strings, locale);
  const pool = new Map(examPool(guideFor(locale)).map((entry) => [entry.key, entry]));
  const to = (slug: string, fragment?: string): string => withBase(chapterPath(locale, slug, fragment), import.meta.env.BASE_URL);
  const chapters = chaptersOf(locale).map(async ({ slug, order, short, part }) => {
    const headings = new Map(chapterHeadings(locale, slug).map(({ id, text: heading }) => [id, inlineMarkdown(heading, linkContext(locale, to(slug)))]));
    const questions = await chapterQuestions(locale, slug, to(slug));
    return questions.flatMap((question): ExamEntry[] => {
      const entry = pool.get(`${slug}/${question.id}`);
      if (!entry) return [];
      const origin = {
        id: `exam-${slug}--${question.id}`,
        key: entry.key,
        topic: `${text.chapter.number(order)}: ${short}`,
        href: to(slug, `quiz-${question.id}`),
        see: to(slug, question.see),
      };
      return [{ ...entry, part, question, origin, section: headings.get(question.see) ?? '' }];
    });
  });
  return (await Promise.all(chapters)).flat();
}
