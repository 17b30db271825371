import { readBody, type BodyFence } from '../chapter-body.ts';
import { checkMeta, plateKind } from '../plate.ts';
import type { Problem } from '../problem.ts';
import type { Guide, PageText } from '../read-guide.ts';
import { textProblems } from '../source-text.ts';
import { chapterComponents } from './components.ts';
import { figureProblems } from './plates.ts';

/** Pages that are no chapters; src/pages shows each by its name. */
const needed = ['about', 'privacy', 'time-outs'] as const;

/** What stands on one line of a chapter only, or needs its labs and lists. */
const pageComponents = ['Table', 'Row', 'Note', 'Aside'];

/** Texts of pages that are no chapters are there, are MDX, and hold diagrams and tables at most. */
export function checkPages(guide: Guide): readonly Problem[] {
  const missing = needed
    .filter((name) => !guide.pages.some((page) => page.name === name))
    .map((name) => ({ file: `content/pages/${name}.${guide.locale}.mdx`, message: 'is missing; write the text of the page' }));
  return [...missing, ...guide.pages.flatMap(pageProblems)];
}

function pageProblems({ file, text }: PageText): readonly Problem[] {
  const odd = textProblems(text, file);
  if (odd.length > 0) return odd;
  const body = readBody(text, file, 1, { needsIds: false });
  const components = body.components.flatMap(({ name, line, attributes }): readonly Problem[] => {
    if (!pageComponents.includes(name)) return [{ file, line, message: `<${name}>: unknown here; a page may use ${pageComponents.join(', ')}` }];
    const missing = (chapterComponents[name] ?? []).filter((attribute) => !attributes[attribute]);
    return missing.map((attribute) => ({ file, line, message: `<${name}>: add \`${attribute}=\`` }));
  });
  const blank = text.trim() === '' ? [{ file, message: 'is empty; write the text of the page' }] : [];
  return [...blank, ...body.problems, ...components, ...body.fences.flatMap((fence) => fenceProblems(file, text, fence))];
}

function fenceProblems(file: string, text: string, { lang, meta, body, line }: BodyFence): readonly Problem[] {
  try {
    const kind = plateKind(lang, meta);
    checkMeta(kind, meta);
    if (kind === 'figure') return figureProblems(body, text).map((message) => ({ file, line, message }));
    if (kind !== 'sketch') throw new Error('a page has no labs; show listings and runs in a chapter');
    return [];
  } catch (error) {
    return [{ file, line, message: (error as Error).message }];
  }
}
