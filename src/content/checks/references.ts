import type { ChapterFile, Guide, Placed } from '../read-guide.ts';
import type { Problem } from '../problem.ts';

/** Ids of the headings that a chapter's page has: its own, and those that the layout appends. */
export function sectionIds(chapter: ChapterFile): ReadonlySet<string> {
  const own = chapter.body.headings.flatMap(({ id }) => (id ? [id] : []));
  return new Set([...own, 'quiz', 'sources']);
}

interface Entry {
  readonly id: string;
  readonly chapter?: string | undefined;
  readonly section?: string | undefined;
  readonly sources?: readonly string[] | undefined;
}

/** Ids are unique in their collection; an entry's chapter, section and sources exist. */
export function checkEntries(guide: Guide): readonly Problem[] {
  const collections: readonly (readonly [string, readonly Placed<Entry>[]])[] = [
    ['source', guide.sources],
    ['term', guide.terms],
    ['myth', guide.myths],
    ['failure', guide.failures],
    ['time-out', guide.timeOuts],
  ];
  const sources = new Set(guide.sources.map(({ data }) => data.id));
  const places = guide.components.flatMap((entry) => checkPlace(guide, entry));
  return [...places, ...collections.flatMap(([kind, entries]) => {
    const seen = new Map<string, Placed<Entry>>();
    return entries.flatMap((entry) => {
      const twin = seen.get(entry.data.id);
      seen.set(entry.data.id, twin ?? entry);
      return [
        ...(twin ? [at(entry, 'id', `the ${kind} \`${entry.data.id}\` stands in ${twin.file}:${twin.line} already; keep one`)] : []),
        ...checkPlace(guide, entry),
        ...(entry.data.sources ?? [])
          .filter((id) => !sources.has(id))
          .map((id) => at(entry, 'sources', `there is no source \`${id}\`; add it to content/sources or correct the id`)),
      ];
    });
  })];
}

function checkPlace(guide: Guide, entry: Placed<Pick<Entry, 'chapter' | 'section'>>): readonly Problem[] {
  const { chapter: slug, section } = entry.data;
  if (slug === undefined) return [];
  const chapter = guide.chapters.find((candidate) => candidate.slug === slug);
  if (!chapter) return [at(entry, 'chapter', `there is no chapter \`${slug}\``)];
  if (section === undefined || sectionIds(chapter).has(section)) return [];
  return [at(entry, 'section', `${chapter.file} has no heading \`[#${section}]\``)];
}

/** A problem of an entry's field. */
export function at(entry: Placed<unknown>, field: string, message: string): Problem {
  return { file: entry.file, line: entry.line, field: `${entry.field}.${field}`, message };
}
