import type { Locale } from '../i18n/locales.ts';
import { highlightLines } from '../markdown/highlight.ts';
import { blockMarkdown, inlineMarkdown } from '../markdown/inline.ts';
import type { Question } from '../schemas/quiz.ts';
import { renderQuestion, type RenderedExcerpt, type RenderedQuestion } from '../widgets/chapter-quiz/rendered.ts';
import { questionExcerpt } from './checks/quizzes.ts';
import { linkContext } from './link-context.ts';
import { guideFor } from './project-guide.ts';

/**
 * The questions of a chapter as HTML; empty when it has none.
 * @param home address of the chapter, when they are shown on another page
 */
export async function chapterQuestions(locale: Locale, slug: string, home?: string): Promise<readonly RenderedQuestion[]> {
  const chapter = guideFor(locale).chapters.find((candidate) => candidate.slug === slug);
  if (!chapter?.quiz) return [];
  const links = linkContext(locale, home);
  const html = {
    inline: (text: string) => inlineMarkdown(text, links),
    block: (text: string) => blockMarkdown(text, links),
  };
  const { dir, quiz } = chapter;
  return Promise.all(
    quiz.data.questions.map(async (question) => renderQuestion(question, html, await renderedExcerpt(dir, question))),
  );
}

async function renderedExcerpt(dir: string, question: Question): Promise<RenderedExcerpt | undefined> {
  const excerpt = questionExcerpt(dir, question);
  if (!excerpt) return undefined;
  const kind = question.listing ? 'listing' : 'transcript';
  const lines = await highlightLines(excerpt.lines.join('\n'), question.listing?.lang ?? 'console');
  return { name: excerpt.file.split('/').at(-1) ?? '', kind, lines, prompts: excerpt.prompts };
}
