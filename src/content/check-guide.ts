import { checkChapters } from './checks/chapters.ts';
import { checkComponents } from './checks/components.ts';
import { checkData } from './checks/data.ts';
import { checkExercises } from './checks/exercises.ts';
import { checkInline } from './checks/inline.ts';
import { checkLengths } from './checks/lengths.ts';
import { checkLinks } from './checks/links.ts';
import { checkMoved } from './checks/moved.ts';
import { checkPages } from './checks/pages.ts';
import { checkPlates } from './checks/plates.ts';
import { checkQuizzes } from './checks/quizzes.ts';
import { checkEntries } from './checks/references.ts';
import { checkSources } from './checks/sources.ts';
import { checkSynonyms } from './checks/synonyms.ts';
import { checkWording } from './checks/wording.ts';
import type { Problem } from './problem.ts';
import type { Guide } from './read-guide.ts';

const checks = [
  checkEntries,
  checkChapters,
  checkComponents,
  checkPlates,
  checkPages,
  checkMoved,
  checkLinks,
  checkSources,
  checkQuizzes,
  checkExercises,
  checkData,
  checkInline,
  checkSynonyms,
  checkLengths,
  checkWording,
] as const;

/**
 * Everything that is wrong with an edition's content, in the order of files and lines.
 * A file that its schema refuses is reported for that; what refers to it may be reported, too.
 */
export function checkGuide(guide: Guide): readonly Problem[] {
  const problems = [...guide.problems, ...checks.flatMap((check) => check(guide))];
  return problems.sort((a, b) => a.file.localeCompare(b.file, 'en') || (a.line ?? 0) - (b.line ?? 0));
}
