import { EpubCheck } from '@likecoin/epubcheck-ts';
import { readZip } from './read-zip.ts';
import { replaceStartTags } from './tags.ts';

/** Remarks of EPUBCheck that are no fault: the book has fonts of its own. */
const wanted = new Set(['CSS-028']);
const idle = new Set(['iframe', 'object', 'embed', 'form', 'input', 'button', 'select', 'textarea']);

/**
 * Checks an EPUB by EPUBCheck's rules, in their port to JavaScript, which agrees with EPUBCheck on 96 of 100 publications.
 * Remarks count as faults too. To this come controls, which do nothing in a book, and drawings that point to a lost part.
 * @returns what is wrong, a line each: file, line where it is known, sentence
 */
export async function epubProblems(epub: Uint8Array): Promise<readonly string[]> {
  const { messages } = await EpubCheck.validate(epub, { includeUsage: true });
  const judged = messages
    .filter(({ id }) => !wanted.has(id))
    .map(({ id, message, location }) => `${[location?.path ?? 'EPUB', location?.line].filter((part) => part !== undefined).join(':')}: ${message.trim()} (${id})`);
  const documents = readZip(epub).filter(({ name }) => name.endsWith('.xhtml'));
  return [...judged, ...documents.flatMap(({ name, bytes }) => documentProblems(name, new TextDecoder().decode(bytes)))];
}

function documentProblems(file: string, xhtml: string): readonly string[] {
  const problems: string[] = [];
  const ids = new Set([...xhtml.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id));
  replaceStartTags(xhtml, ({ name, attributes }) => {
    if (idle.has(name)) problems.push(`${file}: <${name}> does nothing in a book`);
    for (const [key, value = ''] of attributes) {
      for (const [, id] of value.matchAll(/url\(#([^)]+)\)/g)) if (!ids.has(id)) problems.push(`${file}: ${key}="${value}" names nothing`);
    }
    return undefined;
  });
  return problems;
}
