import { quizProblems, type Question } from '../../schemas/quiz.ts';
import { parseLines } from '../../markdown/fence-meta.ts';
import { cutLines, readListing, readTranscript, type Excerpt } from '../excerpt.ts';
import type { Problem } from '../problem.ts';
import type { ChapterFile, Guide } from '../read-guide.ts';
import { linkProblem, linksIn } from './links.ts';
import { sectionIds } from './references.ts';

/** Questions refer to living sections and objectives, show what exists, and expect what was recorded. */
export function checkQuizzes(guide: Guide): readonly Problem[] {
  return guide.chapters.flatMap((chapter) => {
    const { quiz } = chapter;
    if (!quiz) return [];
    const problem = (path: readonly PropertyKey[], message: string): Problem => ({
      file: quiz.file,
      line: quiz.lineOf(path),
      field: path.join('.') || undefined,
      message,
    });
    const { questions } = quiz.data;
    return [
      ...(quiz.data.chapter === chapter.slug ? [] : [problem(['chapter'], `write \`${chapter.slug}\`, the slug of its folder`)]),
      ...(questions.length >= 8 && questions.length <= 12 ? [] : [problem(['questions'], `has ${questions.length} questions; write 8 to 12`)]),
      ...quizProblems(quiz.data).map((message) => problem(['questions'], message)),
      ...questions.flatMap((question, i) =>
        questionProblems(guide, chapter, question).map(([field, message]) => problem(['questions', i, field], message)),
      ),
      ...untested(chapter, questions),
    ];
  });
}

type FieldMessage = readonly [field: string, message: string];

function questionProblems(guide: Guide, chapter: ChapterFile, question: Question): readonly FieldMessage[] {
  const problems: FieldMessage[] = [];
  if (!sectionIds(chapter).has(question.see)) problems.push(['see', `${chapter.file} has no heading \`[#${question.see}]\``]);
  if (!chapter.frontMatter.objectives.some(({ id }) => id === question.objective)) {
    problems.push(['objective', `the chapter has no objective \`${question.objective}\``]);
  }
  for (const url of linksIn(JSON.stringify(question))) {
    const message = linkProblem(guide, chapter, url);
    if (message) problems.push(['prompt', `link \`${url}\`: ${message}`]);
  }
  try {
    problems.push(...recordedProblems(chapter, question));
  } catch (error) {
    problems.push(['prompt', (error as Error).message]);
  }
  return problems;
}

/** What a question shows beside its prompt; undefined when it shows nothing. @throws ExcerptError */
export function questionExcerpt(chapterDir: string, question: Question): Excerpt | undefined {
  if (question.listing) {
    const { src, region, lines } = question.listing;
    return cutLines(readListing(chapterDir, src, region), parseLines(lines));
  }
  if (question.transcript) {
    const { lab, run, lines } = question.transcript;
    return cutLines(readTranscript(chapterDir, lab, run), parseLines(lines));
  }
  return undefined;
}

function recordedProblems(chapter: ChapterFile, question: Question): readonly FieldMessage[] {
  const problems: FieldMessage[] = [];
  const excerpt = questionExcerpt(chapter.dir, question);
  if (question.kind === 'point') {
    if (!excerpt) problems.push(['lines', 'add a `listing` or a `transcript` to point at']);
    for (const { line } of question.lines) {
      if (excerpt && line > excerpt.lines.length) problems.push(['lines', `line ${line} is not shown; ${excerpt.lines.length} are`]);
    }
  }
  if (question.kind === 'output') {
    const { lab, run, line } = question.expect;
    const recorded = readTranscript(chapter.dir, lab, run).lines[line - 1];
    const answer = question.options.find(({ correct }) => correct)?.text ?? '';
    const plain = answer.trim().replace(/^(`+) ?([\s\S]*?) ?\1$/, '$2');
    if (recorded?.trim() !== plain.trim()) {
      problems.push(['options', `the right option is \`${plain}\`, but line ${line} of run \`${run}\` is \`${recorded ?? '(no such line)'}\``]);
    }
  }
  return problems;
}

/** Objectives that no question tests. */
function untested(chapter: ChapterFile, questions: readonly Question[]): readonly Problem[] {
  return chapter.frontMatter.objectives.flatMap(({ id }, i) =>
    questions.some(({ objective }) => objective === id)
      ? []
      : [
          {
            file: chapter.file,
            line: chapter.lineOf(['objectives', i]),
            field: `objectives.${i}`,
            message: `no question tests the objective \`${id}\`; write one with \`objective: ${id}\``,
          },
        ],
  );
}
