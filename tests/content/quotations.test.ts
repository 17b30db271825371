import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { expect, test } from 'vitest';

interface Quotation {
  readonly source: string;
  readonly section?: string;
  readonly words: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const checked = parse(readFileSync(new URL('quotations.yaml', import.meta.url), 'utf8')) as readonly Quotation[];
const name = ({ source, section, words }: Quotation): string => `${source}${section === undefined ? '' : `#${section}`}: ${words}`;

/** The quotations of a text: labels of links to sources that stand in quotation marks. */
function quoted(text: string): readonly string[] {
  const links = text.matchAll(/\[(?:“([^”\]]+)”|\\?"([^"\]\\]+)\\?")\]\(source:([a-z0-9-]+)(?:#([^)]+))?\)/g);
  return [...links].map(([, curly, straight, source = '', section]) => name({ source, words: curly ?? straight ?? '', ...(section === undefined ? {} : { section }) }));
}

const found = globSync('content/**/*.{mdx,yaml}', { cwd: root }).flatMap((file) => quoted(readFileSync(`${root}/${file}`, 'utf8')));

test('each quotation of a source was compared with it', () => {
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((quotation) => !checked.map(name).includes(quotation)), 'compare these with the source, then add them to tests/content/quotations.yaml').toEqual([]);
});

test('each checked quotation stands in the guide', () => {
  expect(checked.map(name).filter((quotation) => !found.includes(quotation))).toEqual([]);
});

test('quotations are told from other labels', () => {
  expect(quoted('It [“must not”](source:a#b), it ["may"](source:c), it [\\"can\\"](source:d); [RFC 1](source:e), “so” [goes](source:f).')).toEqual(['a#b: must not', 'c: may', 'd: can']);
});
