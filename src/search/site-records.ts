import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import type { Guide } from '../content/read-guide.ts';
import { explorers } from '../explorers/explorers.ts';
import type { ExplorerInfo } from '../explorers/info.ts';
import { localized } from '../i18n/locales.ts';
import { phaseOf } from '../lib/hops.ts';
import { chapterPath, pagePath } from '../lib/paths.ts';
import { plainText } from '../markdown/inline.ts';
import { explainedBy, guideRecords } from './guide-records.ts';
import { searchedFollows } from './excerpt.ts';
import { codeHomes, directivesOf, linkCounts, objectivesOf, situationsOf } from './section-facts.ts';
import { pageSections, type PageSection } from './page-sections.ts';
import { ToolError } from '../tools/run-tool.ts';
import { weighted, type IndexChapter, type SearchRecord } from './record.ts';

/** Pages whose entries are results of their own. */
const listings: readonly string[] = ['explore', 'glossary', 'failures', 'myths', 'sources'];

/** Sections of a chapter that other results repeat word by word: its beliefs. */
const repeated = new Set(['believed', 'sources', 'quiz']);

/** Everything that can be found in an edition of a built site, chapters first, in reading order. */
export async function siteRecords(site: string, guide: Guide): Promise<readonly SearchRecord[]> {
  const links = linkCounts(guide);
  const read = guide.chapters.map((chapter) => ({ chapter, sections: pageSections(readPage(site, chapterPath(guide.locale, chapter.slug))).filter(({ id }) => !repeated.has(id ?? '')) }));
  const homes = codeHomes(new Map(read.flatMap(({ chapter, sections }) => sections.filter(({ id }) => id !== 'recap').map(({ id, html }) => [chapterPath(guide.locale, chapter.slug, id), html]))));
  const chapters = read.flatMap(({ chapter, sections }) => chapterRecords(guide, chapter, sections, homes));
  const own = new Set([...guide.chapters.map(({ slug }) => slug), ...listings]);
  const others = (await Array.fromAsync(glob('*/index.html', { cwd: join(site, guide.locale) })))
    .map((file) => file.split(/[\\/]/)[0] ?? '')
    .filter((name) => !own.has(name))
    .sort();
  const tools = explorers.flatMap((about) => explorerRecords(site, guide, about));
  const all = [...chapters, ...others.flatMap((name) => otherRecords(site, guide, name)), ...tools, ...guideRecords(guide)];
  return all.map((record) => ({ ...record, links: links.get(record.url) ?? 0 }));
}

function chapterRecords(guide: Guide, chapter: Guide['chapters'][number], sections: readonly PageSection[], homes: ReadonlyMap<string, readonly string[]>): SearchRecord[] {
  const { slug, frontMatter } = chapter;
  const { locale } = guide;
  const title = plainText(frontMatter.title);
  return sections.map((section) => ({
      url: chapterPath(locale, slug, section.id),
      locale,
      kind: 'chapter',
      phase: phaseOf(frontMatter.hop),
      part: frontMatter.part,
      chapter: slug,
      title: section.title || title,
      // A recap names everything that its chapter defines elsewhere.
      html: section.id === 'recap' ? `<div data-pagefind-weight="0.3">${section.html}</div>` : section.html + searchedOnly(guide, chapter, section, homes.get(chapterPath(locale, slug, section.id)) ?? []),
      names: section.id ? directivesOf(chapter, section.id, section.html) : [frontMatter.short],
      explains: explainedBy(guide, slug, section.id),
    }));
}

/**
 * What is searched with a section and not shown: its id and the code that is at home there, its chapter, what people
 * believe of it, what it teaches, what the quiz asks about it.
 */
function searchedOnly({ myths }: Guide, chapter: Guide['chapters'][number], { id = '' }: PageSection, code: readonly string[]): string {
  const names = [id.replaceAll('-', ' '), ...code].filter(Boolean);
  const beliefs = myths.filter(({ data }) => data.chapter === chapter.slug && data.section === id).map(({ data }) => plainText(data.statement));
  const texts = weighted(names.join(', '), 6) + weighted(chapter.frontMatter.short, 2) + weighted(beliefs.join('. '), 3) + weighted(objectivesOf(chapter, id).join('. '), 3) + weighted(situationsOf(chapter, id).join(' '), 1);
  return texts && `<p>${searchedFollows}</p>${texts}`;
}

function otherRecords(site: string, { locale }: Guide, name: string): SearchRecord[] {
  const sections = pageSections(readPage(site, chapterPath(locale, name)));
  const title = sections[0]?.title ?? name;
  return sections.map((section) => ({
    url: chapterPath(locale, name, section.id),
    locale,
    kind: 'page',
    phase: 'plain',
    chapter: name,
    title: section.title || title,
    html: section.html,
  }));
}

/** An explorer's page as one result. */
function explorerRecords(site: string, { locale }: Guide, { name, phase, chapter, text }: ExplorerInfo): SearchRecord[] {
  const url = pagePath(locale, `explore/${name}`);
  const html = pageSections(readPage(site, url)).map((section) => section.html).join('');
  return [{ url, locale, kind: 'explorer', phase, chapter, title: localized(text, locale).title, html }];
}

/** What the results say about an edition's chapters. */
export function indexChapters({ chapters }: Guide): readonly IndexChapter[] {
  return chapters.map(({ slug, frontMatter }) => ({ slug, title: plainText(frontMatter.title), phase: phaseOf(frontMatter.hop), part: frontMatter.part }));
}

/**
 * Addresses of records whose anchor is not on their page.
 * @param site folder of the built site
 */
export function lostAnchors(site: string, records: readonly SearchRecord[]): readonly string[] {
  const ids = new Map<string, ReadonlySet<string>>();
  return records.flatMap(({ url }) => {
    const [path = '', id] = url.split('#');
    if (id === undefined) return [];
    const known = ids.get(path) ?? new Set(parse(readPage(site, path)).querySelectorAll('[id]').map((element) => element.id));
    ids.set(path, known);
    return known.has(id) ? [] : [url];
  });
}

function readPage(site: string, path: string): string {
  try {
    return readFileSync(join(site, path, 'index.html'), 'utf8');
  } catch {
    throw new ToolError(`The site in ${site} has no page ${path}: build the site before its search index.`);
  }
}
