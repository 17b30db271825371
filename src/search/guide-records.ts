import { failureLine } from '../content/failure-line.ts';
import type { Guide } from '../content/read-guide.ts';
import { phaseOf } from '../lib/hops.ts';
import { chapterPath, pagePath } from '../lib/paths.ts';
import { plainText } from '../markdown/inline.ts';
import { codeFollows } from './excerpt.ts';
import { weighted, type SearchRecord } from './record.ts';

/** Terms, failures, time-outs, beliefs, sources and exercises of an edition: each a result of its own, with the address of its entry. */
export function guideRecords({ locale, chapters, terms, failures, timeOuts, myths, sources }: Guide): readonly SearchRecord[] {
  const frontMatterOf = (slug: string) => chapters.find((chapter) => chapter.slug === slug)?.frontMatter;
  const placeOf = (slug: string): Pick<SearchRecord, 'phase' | 'chapter' | 'part'> => {
    const chapter = frontMatterOf(slug);
    if (!chapter) return { phase: 'plain' };
    return { phase: phaseOf(chapter.hop), chapter: slug, part: chapter.part };
  };

  return [
    ...terms.map(({ data }): SearchRecord => ({
      ...placeOf(data.chapter),
      url: pagePath(locale, 'glossary', data.id),
      locale,
      kind: 'glossary',
      title: plainText(data.term),
      html: shown(data.definition, 2) + weighted((data.also ?? []).join(', '), 6),
      names: data.also ?? [],
      russian: data.ru,
    })),
    ...failures.map(({ data }): SearchRecord => ({
      ...placeOf(data.chapter),
      url: pagePath(locale, 'failures', data.id),
      locale,
      kind: 'failure',
      phase: 'back',
      title: plainText(data.symptom),
      html:
        shown(data.cause, 2) +
        weighted((data.also ?? []).join('; '), 6) +
        weighted(data.status === null ? '' : String(data.status), 4) +
        [data.check, data.fix].map((text) => weighted(plainText(text), 2)).join('') +
        ('none' in data.log ? weighted(plainText(data.log.none), 1) : weighted(failureLine(chapters, data) ?? '', 3)),
      names: [...(data.also ?? []), ...(data.status === null ? [] : [String(data.status)])],
    })),
    ...timeOuts.map(({ data }): SearchRecord => ({
      url: pagePath(locale, 'time-outs', data.id),
      locale,
      kind: 'page',
      phase: phaseOf(data.hop),
      chapter: 'time-outs',
      title: `${plainText(data.setting)} · ${plainText(data.who)}`,
      html:
        `<p>${plainText(data.unset)}. ${plainText(data.measures)}. ${plainText(data.sees)}.</p>` +
        weighted(data.status === null ? '' : String(data.status), 2) +
        ('none' in data.log ? weighted(plainText(data.log.none), 1) : ''),
      names: [plainText(data.setting), `${plainText(data.who)} time-out`],
    })),
    ...myths.map(({ data }): SearchRecord => ({
      ...placeOf(data.chapter),
      url: pagePath(locale, 'myths', data.id),
      locale,
      kind: 'myth',
      title: `“${plainText(data.statement)}”`,
      html: shown(data.truth, 2),
    })),
    ...sources.map(({ data }): SearchRecord => ({
      url: pagePath(locale, 'sources', `source-${data.id}`),
      locale,
      kind: 'source',
      phase: 'plain',
      title: data.title,
      html: shown(data.publisher, 1),
    })),
    ...chapters.flatMap(({ slug, exercises }) =>
      exercises.map(({ id, data }): SearchRecord => ({
        ...placeOf(slug),
        url: chapterPath(locale, slug, `exercise-${id}`),
        locale,
        kind: 'exercise',
        title: plainText(data.title),
        html: shown(data.task, 1) + weighted(plainText(data.explain), 0.3),
      })),
    ),
  ];
}

/** Addresses of the terms that a section of a chapter explains. */
export function explainedBy({ locale, terms }: Guide, chapter: string, section: string | undefined): readonly string[] {
  return terms.filter(({ data }) => data.chapter === chapter && section !== undefined && data.section === section).map(({ data }) => pagePath(locale, 'glossary', data.id));
}

/** Inline Markdown that answers by itself; what is only searched comes after it. */
function shown(markdown: string, weight: number): string {
  return `${weighted(plainText(markdown), weight)}<p>${codeFollows}</p>`;
}
