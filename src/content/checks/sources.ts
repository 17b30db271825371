import type { Problem } from '../problem.ts';
import type { ChapterFile, Guide } from '../read-guide.ts';
import { exerciseTexts } from './exercises.ts';
import { splitLink } from './links.ts';

/** A chapter lists the sources that it cites, and no others; every source is cited somewhere. */
export function checkSources(guide: Guide): readonly Problem[] {
  const used = new Set<string>();
  const problems: Problem[] = [];
  for (const chapter of guide.chapters) {
    const cited = citedSources(guide, chapter);
    const listed = chapter.frontMatter.sources;
    for (const id of [...listed, ...cited]) used.add(id);
    for (const [i, id] of listed.entries()) {
      const place = { file: chapter.file, line: chapter.lineOf(['sources', i]), field: `sources.${i}` };
      if (!guide.sources.some(({ data }) => data.id === id)) {
        problems.push({ ...place, message: `there is no source \`${id}\`; add it to content/sources or correct the id` });
      } else if (!cited.has(id)) {
        problems.push({ ...place, message: `the chapter never cites \`${id}\`; cite it by a source: link, or remove it` });
      }
    }
    for (const id of cited) {
      if (listed.includes(id)) continue;
      const line = chapter.lineOf(['sources']);
      problems.push({ file: chapter.file, line, field: 'sources', message: `add \`${id}\`, which the chapter cites` });
    }
  }
  for (const { data } of [...guide.terms, ...guide.failures, ...guide.timeOuts]) for (const id of data.sources ?? []) used.add(id);
  for (const source of guide.sources) {
    if (used.has(source.data.id)) continue;
    const { file, line, field } = source;
    problems.push({ file, line, field, message: `nothing cites the source \`${source.data.id}\`; cite it or remove it` });
  }
  return problems;
}

/** Ids of the sources that a chapter's text, its quiz, its exercises and its myths cite. */
export function citedSources(guide: Guide, chapter: ChapterFile): ReadonlySet<string> {
  const ids = new Set<string>();
  const collect = (text: string): void => {
    for (const [, id = ''] of text.matchAll(/\]\(source:([a-z0-9-]+)/g)) ids.add(id);
  };
  for (const { url } of chapter.body.links) {
    const { scheme, id } = splitLink(url);
    if (scheme === 'source') ids.add(id);
  }
  for (const fence of chapter.body.fences) collect(fence.body);
  for (const component of chapter.body.components) Object.values(component.attributes).forEach(collect);
  collect(chapter.frontMatter.answer);
  if (chapter.quiz) collect(JSON.stringify(chapter.quiz.data));
  for (const { data } of chapter.exercises) for (const [, text] of exerciseTexts(data)) collect(text);
  for (const { data } of guide.myths) {
    if (data.chapter !== chapter.slug) continue;
    data.sources?.forEach((id) => ids.add(id));
    collect(data.truth);
  }
  return ids;
}
