import { parseNotes } from '../../markdown/fence-meta.ts';
import { words as diagramWords } from '../../diagrams/source.ts';
import type { Problem } from '../problem.ts';
import type { ChapterFile, Guide } from '../read-guide.ts';

/** One term for one thing: variants that the guide does not use, and what it writes instead. Code is not looked at. */
export const bannedVariants: readonly (readonly [variant: RegExp, instead: string])[] = [
  [/\bfrontends?\b/i, 'front end'],
  [/\bbackends?\b/i, 'upstream, application server or database: say which'],
  [/\bhostnames?\b/i, 'host name'],
  [/\blookups?\b/i, 'look-up'],
  [/\btimeouts\b/i, 'time-outs'],
  [/\bweb-servers?\b/i, 'web server'],
  [/\bnginx\b/, 'Nginx'],
  [/\bgunicorn\b/, 'Gunicorn'],
  [/\buvicorn\b/, 'Uvicorn'],
  [/\b[Ww]ebsockets?\b(?!\.[a-z])/, 'WebSocket'],
  [/\bSSL certificates?\b/, 'certificate'],
  [/\bmaster process(?:es)?\b/i, 'arbiter (Gunicorn) or main process'],
  [/\bUnix domain sockets?\b/i, 'Unix socket'],
  [/\bkeepalive\b/i, 'keep-alive, or persistent connection'],
  [/\bbehavior\b/i, 'behaviour'],
  [/\bcolor\b/i, 'colour'],
];

/** Chapters' running text, notes, steps of drawings and predictions use the guide's own words. */
export function checkWording(guide: Guide): readonly Problem[] {
  return guide.chapters.flatMap((chapter) =>
    textsOf(chapter).flatMap(({ text, line }) =>
      variantsIn(text).map(([found, instead]) => ({ file: chapter.file, line, message: `"${found}": write ${instead}` })),
    ),
  );
}

/** Banned variants of a text, with what to write. Code, links' targets and quoted words are left alone. */
export function variantsIn(text: string): readonly (readonly [found: string, instead: string])[] {
  const prose = text
    .replace(/(`+)[\s\S]*?\1/g, ' ')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/[“"][^”"]{1,60}[”"]/g, ' ');
  return bannedVariants.flatMap(([variant, instead]) => {
    const found = variant.exec(prose)?.[0];
    return found ? [[found, instead] as const] : [];
  });
}

interface PlacedText {
  readonly text: string;
  readonly line: number | undefined;
}

function textsOf({ body, text, bodyLine, frontMatter, lineOf }: ChapterFile): readonly PlacedText[] {
  const lines = text.split('\n');
  const paragraphs = body.paragraphs.map(({ line }) => {
    const start = line - bodyLine;
    const length = lines.slice(start).findIndex((row) => !row.trim());
    return { text: lines.slice(start, length < 0 ? undefined : start + length).join('\n'), line };
  });
  const fences = body.fences.flatMap(({ lang, meta, body: inside, line }) => {
    if (lang === 'mermaid') return diagramWords(inside).map((step) => ({ text: step, line }));
    return meta.flags.includes('sketch') ? [] : notesOf(inside).map((note) => ({ text: note, line }));
  });
  return [
    { text: frontMatter.answer, line: lineOf(['answer']) },
    ...frontMatter.objectives.map((objective, i) => ({ text: objective.text, line: lineOf(['objectives', i]) })),
    ...paragraphs,
    ...fences,
  ];
}

/** Notes of a fence; one that cannot be read is reported by the check of plates. */
function notesOf(body: string): readonly string[] {
  try {
    return parseNotes(body).map((note) => note.text);
  } catch {
    return [];
  }
}
