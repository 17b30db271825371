import { join } from 'node:path';
import { readTranscript } from '../excerpt.ts';
import { readVersions } from '../../lab/recorded.ts';
import type { Failure } from '../../schemas/failure.ts';
import type { Problem } from '../problem.ts';
import type { Guide, Placed } from '../read-guide.ts';
import { linkProblem, linksIn, splitLink } from './links.ts';
import { at } from './references.ts';

/** Data entries: recorded log lines exist, links in their texts live, each term is linked in its own chapter. */
export function checkData(guide: Guide): readonly Problem[] {
  const logs = [...guide.failures, ...guide.timeOuts].flatMap((entry) => logProblems(guide, entry));
  return [...logs, ...guide.timeOuts.flatMap((entry) => versionProblems(guide, entry)), ...textLinks(guide), ...unlinkedTerms(guide)];
}

function logProblems(guide: Guide, entry: Placed<Pick<Failure, 'log' | 'chapter'>>): readonly Problem[] {
  const { log, chapter: own } = entry.data;
  if ('none' in log) return [];
  const slug = log.chapter ?? own;
  const chapter = guide.chapters.find((candidate) => candidate.slug === slug);
  if (!chapter) return [at(entry, 'log', `there is no chapter \`${slug}\``)];
  try {
    const { lines, prompts } = readTranscript(chapter.dir, log.lab, log.run);
    if (lines[log.line - 1] === undefined) return [at(entry, 'log', `the run \`${log.run}\` has ${lines.length} lines, not ${log.line}`)];
    if (prompts[log.line - 1]) return [at(entry, 'log', `line ${log.line} of run \`${log.run}\` was typed, not logged`)];
    return [];
  } catch (error) {
    return [at(entry, 'log', (error as Error).message)];
  }
}

/** The version of a time-out's default is the one that the lab behind its log line recorded. */
function versionProblems(guide: Guide, entry: Guide['timeOuts'][number]): readonly Problem[] {
  const { log, chapter: own, version } = entry.data;
  if ('none' in log) return [];
  const chapter = guide.chapters.find(({ slug }) => slug === (log.chapter ?? own));
  const [program = '', named] = version.split(' ');
  let recorded;
  try {
    recorded = chapter && readVersions(join(chapter.dir, 'labs', log.lab))?.[program.toLowerCase()];
  } catch (error) {
    return [at(entry, 'log', (error as Error).message)];
  }
  if (recorded === undefined || recorded === named) return [];
  return [at(entry, 'version', `the lab \`${log.lab}\` recorded ${program} ${recorded}, not ${named ?? 'without a number'}`)];
}

function textLinks(guide: Guide): readonly Problem[] {
  const entries: readonly Placed<{ id: string }>[] = [...guide.terms, ...guide.myths, ...guide.failures, ...guide.timeOuts];
  return entries.flatMap((entry) =>
    Object.entries(entry.data).flatMap(([field, value]) =>
      linksIn(String(value)).flatMap((url) => {
        const message = splitLink(url).scheme === '#' ? 'name the chapter: chapter:slug#heading' : linkProblem(guide, undefined, url);
        return message ? [at(entry, field, `link \`${url}\`: ${message}`)] : [];
      }),
    ),
  );
}

function unlinkedTerms(guide: Guide): readonly Problem[] {
  return guide.terms.flatMap((entry) => {
    const chapter = guide.chapters.find(({ slug }) => slug === entry.data.chapter);
    if (!chapter) return [];
    const linked = `${chapter.text} ${chapter.frontMatter.answer}`.includes(`](term:${entry.data.id})`);
    return linked ? [] : [at(entry, 'chapter', `${chapter.file} never links \`term:${entry.data.id}\`; link it where it first appears`)];
  });
}
