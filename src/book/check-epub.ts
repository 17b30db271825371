import { posix } from 'node:path';
import { readZip } from './read-zip.ts';
import { replaceStartTags } from './tags.ts';
import { mustBeClosed } from './xhtml.ts';

interface Item {
  readonly id: string;
  readonly file: string;
  readonly type: string;
  readonly properties: readonly string[];
}

/**
 * Checks how an EPUB is put together: the zip, the package, the navigation, ids and links, nothing from elsewhere. It
 * knows what this project writes, and is no replacement for EPUBCheck, which judges every element.
 * @returns what is wrong, one sentence each
 */
export function epubProblems(epub: Uint8Array): readonly string[] {
  const entries = readZip(epub);
  const text = new Map(entries.filter(({ name }) => /\.(?:xml|opf|xhtml|css)$/.test(name)).map(({ name, bytes }) => [name, new TextDecoder('utf-8', { fatal: true }).decode(bytes)]));
  const problems: string[] = [];
  const [first] = entries;
  if (first?.name !== 'mimetype' || !first.isStored || new TextDecoder().decode(first.bytes) !== 'application/epub+zip') {
    problems.push('The first file must be mimetype, stored, and hold application/epub+zip.');
  }
  const names = new Set(entries.map(({ name }) => name));
  if (names.size !== entries.length) problems.push('Two files of the zip have the same name.');
  for (const [name, xml] of text) if (!name.endsWith('.css')) problems.push(...wellFormed(name, xml));

  const packageFile = /full-path="([^"]+)"/.exec(text.get('META-INF/container.xml') ?? '')?.[1] ?? '';
  const opf = text.get(packageFile);
  if (opf === undefined) return [...problems, `META-INF/container.xml names ${packageFile || 'no package document'}, which is not there.`];
  const items = manifest(opf, posix.dirname(packageFile));
  problems.push(...packageProblems(opf, items, names, packageFile));
  const documents = new Map(items.filter(({ type }) => type === 'application/xhtml+xml').map((item) => [item.file, text.get(item.file) ?? '']));
  for (const [file, xhtml] of documents) problems.push(...documentProblems(file, xhtml, documents, names));
  for (const [file, css] of text) {
    if (file.endsWith('.css') && /@import|url\(["']?(?:https?:)?\/\//.test(css)) problems.push(`${file} loads something from elsewhere.`);
  }
  return problems;
}

function packageProblems(opf: string, items: readonly Item[], names: ReadonlySet<string>, packageFile: string): readonly string[] {
  const problems: string[] = [];
  for (const { file } of items) if (!names.has(file)) problems.push(`The manifest lists ${file}, which is not there.`);
  const listed = new Set([...items.map(({ file }) => file), packageFile]);
  for (const name of names) {
    if (name !== 'mimetype' && !name.startsWith('META-INF/') && !listed.has(name)) problems.push(`${name} is not in the manifest.`);
  }
  if (!/<meta property="dcterms:modified">\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<\/meta>/.test(opf)) problems.push('dcterms:modified is missing, or no time such as 2026-11-21T12:00:00Z.');
  for (const element of ['dc:identifier', 'dc:title', 'dc:language']) if (!opf.includes(`<${element}`)) problems.push(`${element} is missing.`);
  const spine = [...opf.matchAll(/<itemref idref="([^"]+)"/g)].map(([, id = '']) => id);
  for (const id of spine) if (!items.some((item) => item.id === id)) problems.push(`The spine names ${id}, which is not in the manifest.`);
  for (const { id, type } of items) {
    if (type === 'application/xhtml+xml' && spine.filter((other) => other === id).length !== 1) problems.push(`${id} must be in the spine once.`);
  }
  if (items.filter(({ properties }) => properties.includes('nav')).length !== 1) problems.push('One document must be the navigation.');
  return problems;
}

function documentProblems(file: string, xhtml: string, documents: ReadonlyMap<string, string>, names: ReadonlySet<string>): readonly string[] {
  const problems: string[] = [];
  const ids = idsOf(xhtml);
  for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) problems.push(`${file} has the id ${id} twice.`);
  replaceStartTags(xhtml, ({ name, attributes }) => {
    if (['script', 'iframe', 'object', 'embed', 'form', 'input', 'button', 'select'].includes(name)) problems.push(`${file} has <${name}>, which does nothing in a book.`);
    for (const [key, value = ''] of attributes) {
      if (/^(?:aria-labelledby|aria-describedby|for|headers)$/.test(key)) {
        for (const id of value.split(' ')) if (!ids.includes(id)) problems.push(`${file}: ${key}="${id}" names nothing.`);
      }
      for (const [, id = ''] of value.matchAll(/url\(#([^)]+)\)/g)) if (!ids.includes(id)) problems.push(`${file}: ${key}="${value}" names nothing.`);
      const isLoaded = key === 'src' || (key === 'href' && name !== 'a');
      if (isLoaded && /^[a-z]+:|^\/\//.test(value)) problems.push(`${file} loads ${value} from elsewhere.`);
      if (key !== 'href' || /^https?:\/\//.test(value)) continue;
      const [path = '', id] = value.split('#');
      const target = path === '' ? file : posix.join(posix.dirname(file), path);
      if (!names.has(target)) problems.push(`${file} links ${value}, which is not there.`);
      else if (id !== undefined && !idsOf(documents.get(target) ?? '').includes(id)) problems.push(`${file} links ${value}, and there is no such id.`);
    }
    return undefined;
  });
  return problems;
}

/** Files of the manifest, by whole path. */
function manifest(opf: string, folder: string): readonly Item[] {
  return [...opf.matchAll(/<item ([^>]*)\/>/g)].map(([, attributes = '']) => {
    const value = (name: string): string => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    return { id: value('id'), file: posix.join(folder, value('href')), type: value('media-type'), properties: value('properties').split(' ') };
  });
}

const known = new Map<string, readonly string[]>();

/** Ids of a document, in its order; read once. */
function idsOf(xhtml: string): readonly string[] {
  const ids = known.get(xhtml) ?? [...xhtml.matchAll(/<[^>]*?\sid="([^"]*)"/g)].map(([, id = '']) => id);
  known.set(xhtml, ids);
  return ids;
}

function wellFormed(name: string, xml: string): readonly string[] {
  try {
    mustBeClosed(xml.replace(/^<\?xml[^>]*\?>\s*(?:<!DOCTYPE html>)?/, ''));
    return [];
  } catch (error) {
    return [`${name}: ${(error as Error).message}`];
  }
}
