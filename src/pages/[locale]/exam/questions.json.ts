import type { APIRoute } from 'astro';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { examEntries } from '../../../content/exam-questions.ts';
import { localePaths, type Locale } from '../../../i18n/locales.ts';
import KeyItem from '../../../widgets/chapter-quiz/KeyItem.astro';
import Question from '../../../widgets/chapter-quiz/Question.astro';
import type { ExamFile } from '../../../widgets/final-exam/questions.ts';

/** All questions of an edition as HTML, for the draws that the page of the exam does not hold. */
export const getStaticPaths = localePaths;

export const GET: APIRoute = async ({ params }) => {
  const locale = params['locale'] as Locale;
  const container = await AstroContainer.create();
  const questions: ExamFile['questions'][number][] = [];
  for (const { question, origin, section, ...entry } of await examEntries(locale)) {
    const html = await container.renderToString(Question, { props: { question, origin, section, locale, number: 0, of: 0 }, partial: true });
    const answer = await container.renderToString(KeyItem, { props: { question, locale }, partial: true });
    questions.push({ ...entry, html, answer });
  }
  return new Response(JSON.stringify({ questions } satisfies ExamFile), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};
