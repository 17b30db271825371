import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { readGuide, type ChapterFile } from '../../src/content/read-guide.ts';

interface Item {
  readonly item: string;
  readonly chapter: string;
  readonly section: string;
  readonly words: string;
}

const items = parse(readFileSync(new URL('original-documents.yaml', import.meta.url), 'utf8')) as readonly Item[];
const guide = readGuide(fileURLToPath(new URL('../..', import.meta.url)), 'en');

/** Text from a heading to the next one of its depth or above, as the author wrote it. */
function sectionText({ text, body, bodyLine }: ChapterFile, id: string): string | undefined {
  const start = body.headings.findIndex((heading) => heading.id === id);
  const heading = body.headings[start];
  if (!heading) return undefined;
  const end = body.headings.slice(start + 1).find(({ depth }) => depth <= heading.depth);
  const lines = text.split('\n');
  return lines.slice(heading.line - bodyLine, end ? end.line - bodyLine : undefined).join('\n');
}

test.each(items)('$item has its place in $chapter#$section', ({ chapter: slug, section, words }) => {
  const chapter = guide.chapters.find((candidate) => candidate.slug === slug);
  expect(chapter, `chapter ${slug}`).toBeDefined();
  const text = chapter && sectionText(chapter, section);
  expect(text, `section ${section}`).toBeDefined();
  expect(text?.toLowerCase()).toContain(words.toLowerCase());
});
