import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readVersions } from '../../lab/recorded.ts';
import type { Problem } from '../problem.ts';
import type { ChapterFile, Guide } from '../read-guide.ts';

/** Headings, closing sections, prerequisites and versions of each chapter. */
export function checkChapters(guide: Guide): readonly Problem[] {
  return guide.chapters.flatMap((chapter, i) => [
    ...checkHeadings(chapter),
    ...checkPrerequisites(chapter, guide.chapters.slice(0, i)),
    ...checkStops(chapter),
    ...checkVersions(chapter),
  ]);
}

function checkHeadings(chapter: ChapterFile): readonly Problem[] {
  const problems: Problem[] = [];
  const { file } = chapter;
  const seen = new Map<string, number>();
  for (const { id, line } of chapter.body.headings) {
    if (!id) continue;
    const first = seen.get(id);
    if (first !== undefined) problems.push({ file, line, message: `the id \`${id}\` stands on line ${first} already; ids are unique in a chapter` });
    if (id === 'quiz' || id === 'sources') problems.push({ file, line, message: `the id \`${id}\` belongs to the section that the layout adds; choose another` });
    seen.set(id, first ?? line);
  }
  const sections = chapter.body.headings.filter(({ depth }) => depth === 2).map(({ id }) => id);
  if (sections.at(-2) !== 'believed' || sections.at(-1) !== 'recap') {
    const message = 'end the chapter with `## Commonly believed, but [#believed]` and `## Recap [#recap]`';
    problems.push({ file, line: chapter.body.headings.at(-1)?.line, message });
  }
  return problems;
}

/** The strip follows the reader into sections that are there. */
function checkStops(chapter: ChapterFile): readonly Problem[] {
  const sections = chapter.body.headings.filter(({ depth }) => depth === 2).map(({ id }) => id);
  return Object.keys(chapter.frontMatter.stops ?? {})
    .filter((id) => !sections.includes(id))
    .map((id) => ({ file: chapter.file, line: chapter.lineOf(['stops', id]), field: `stops.${id}`, message: `this chapter has no section \`[#${id}]\`` }));
}

function checkPrerequisites(chapter: ChapterFile, earlier: readonly ChapterFile[]): readonly Problem[] {
  return chapter.frontMatter.prerequisites.flatMap((slug, i) =>
    earlier.some((other) => other.slug === slug)
      ? []
      : [
          {
            file: chapter.file,
            line: chapter.lineOf(['prerequisites', i]),
            field: `prerequisites.${i}`,
            message: `there is no earlier chapter \`${slug}\``,
          },
        ],
  );
}

/** Versions named in the front matter are those that the chapter's labs recorded. */
function checkVersions(chapter: ChapterFile): readonly Problem[] {
  let recorded;
  try {
    recorded = recordedVersions(chapter.dir);
  } catch (error) {
    return [{ file: dirname(chapter.file), message: (error as Error).message }];
  }
  return Object.entries(chapter.frontMatter.reviewed.versions).flatMap(([program, version]) => {
    const found = recorded.get(program);
    if (found?.has(version)) return [];
    const message = found
      ? `the labs recorded ${[...found].join(' and ')}, not ${version}`
      : `no lab of this chapter records a version of ${program}; name it in \`versions\` of a lab.yaml or remove it here`;
    return [{ file: chapter.file, line: chapter.lineOf(['reviewed', 'versions', program]), field: `reviewed.versions.${program}`, message }];
  });
}

/**
 * Program → versions that the labs of a chapter's folder recorded.
 * @throws Error when a list of versions cannot be read
 */
export function recordedVersions(dir: string): ReadonlyMap<string, ReadonlySet<string>> {
  const versions = new Map<string, Set<string>>();
  const labs = join(dir, 'labs');
  for (const lab of existsSync(labs) ? readdirSync(labs) : []) {
    for (const [program, version] of Object.entries(readVersions(join(labs, lab)) ?? {})) {
      versions.set(program, (versions.get(program) ?? new Set()).add(version));
    }
  }
  return versions;
}
