/** `npm run check:content`: says everything that is wrong with the content and exits with 1 if anything is. */
import { resolve } from 'node:path';
import { locales } from '../i18n/locales.ts';
import { checkGuide } from './check-guide.ts';
import { formatProblem } from './problem.ts';
import { readGuide } from './read-guide.ts';

const root = resolve(process.argv[2] ?? '.');
let wrong = 0;
for (const locale of locales) {
  const guide = readGuide(root, locale);
  const problems = checkGuide(guide);
  for (const problem of problems) console.error(formatProblem(problem));
  wrong += problems.length;
  const words = guide.chapters.map((chapter) => `${chapter.slug} ${chapter.body.words}`).join(', ');
  console.log(`${locale}: ${guide.chapters.length} chapters (words: ${words}), ${guide.terms.length} terms, ${problems.length} problems`);
}
process.exitCode = wrong ? 1 : 0;
