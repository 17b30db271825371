import { parseLines, parseNotes, type FenceMeta, type LineNote } from '../markdown/fence-meta.ts';
import { cutLines, readListing, readTranscript, type Excerpt } from './excerpt.ts';

/** What a fence of a chapter becomes on the page. */
export type PlateKind = 'listing' | 'transcript' | 'figure' | 'sketch';

/** A listing or transcript, read from its file and ready to be set. */
export interface CodePlate {
  readonly kind: 'listing' | 'transcript';
  readonly caption: string;
  readonly excerpt: Excerpt;
  /** Lines to mark, counted from 1 as shown. */
  readonly marked: readonly number[];
  readonly notes: readonly LineNote[];
  readonly lang: string;
}

/** Most lines that a listing or transcript shows on the page. */
export const maxPlateLines = 25;

/**
 * Tells what a fence is.
 * @throws Error when it is none of the four kinds
 */
export function plateKind(lang: string, meta: FenceMeta): PlateKind {
  if (lang === 'mermaid') return 'figure';
  if (meta.flags.includes('sketch')) return 'sketch';
  if (lang === 'console') return 'transcript';
  if (meta.values['src']) return 'listing';
  throw new Error(
    'a fence shows a file (`python src=labs/x/app.py`), a recorded run (`console lab=x run=y`), a diagram (`mermaid`) or a scheme (`text sketch`)',
  );
}

const known: Readonly<Record<PlateKind, readonly string[]>> = {
  figure: ['id', 'caption'],
  sketch: [],
  transcript: ['lab', 'run', 'caption', 'mark', 'lines'],
  listing: ['src', 'region', 'caption', 'mark', 'lines'],
};

/** @throws Error that names an unknown or missing word of a fence */
export function checkMeta(kind: PlateKind, meta: FenceMeta): void {
  for (const name of [...Object.keys(meta.values), ...meta.flags.filter((flag) => flag !== 'sketch')]) {
    if (!known[kind].includes(name)) {
      throw new Error(`a ${kind} takes ${known[kind].join(', ') || 'no words'}; \`${name}\` is unknown`);
    }
  }
  const needed = { figure: ['id', 'caption'], sketch: [], transcript: ['lab', 'run', 'caption'], listing: ['src', 'caption'] };
  for (const name of needed[kind]) {
    if (!meta.values[name]) throw new Error(`a ${kind} needs \`${name}=…\``);
  }
}

/**
 * Reads what a listing or transcript fence names.
 * @param chapterDir absolute path of the chapter's folder
 * @throws Error (or ExcerptError) that says what to write
 */
export function codePlate(chapterDir: string, lang: string, meta: FenceMeta, body: string): CodePlate {
  const kind = plateKind(lang, meta);
  if (kind !== 'listing' && kind !== 'transcript') throw new Error(`a ${kind} has no file`);
  checkMeta(kind, meta);
  const { src = '', region, lab = '', run = '', caption = '', lines, mark } = meta.values;
  const whole = kind === 'listing' ? readListing(chapterDir, src, region) : readTranscript(chapterDir, lab, run);
  const excerpt = cutLines(whole, parseLines(lines));
  const notes = parseNotes(body);
  const marked = parseLines(mark);
  const count = excerpt.lines.length;
  if (count > maxPlateLines) {
    throw new Error(`shows ${count} lines; show at most ${maxPlateLines} by a region or \`lines=\``);
  }
  for (const line of [...marked, ...notes.map((note) => note.line)]) {
    if (line > count) throw new Error(`marks or notes line ${line}, but only ${count} lines are shown`);
  }
  return { kind, caption, excerpt, marked, notes, lang };
}
