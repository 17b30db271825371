/** A number that a page, or an act of the reader on it, comes to. Bytes are those of bodies, compressed as they are sent. */
export type Figure =
  | 'bytes'
  | 'bytesWithoutFonts'
  | 'scripts'
  | 'styles'
  | 'requests'
  | 'unasked'
  | 'elements'
  | 'shift'
  | 'largest'
  | 'drawing'
  | 'blocking'
  | 'milliseconds';

/** What is measured: a page on a first visit, or what a reader does. */
export type Subject = 'home' | 'chapter' | 'next chapter' | 'quiz' | 'exercise' | 'search' | 'explorer';

/** How a figure is written. */
export const units: Readonly<Record<Figure, 'bytes' | 'ms' | ''>> = {
  bytes: 'bytes',
  bytesWithoutFonts: 'bytes',
  scripts: 'bytes',
  styles: 'bytes',
  requests: '',
  unasked: '',
  elements: '',
  shift: '',
  largest: 'ms',
  drawing: 'ms',
  blocking: 'ms',
  milliseconds: 'ms',
};

/** The most that a figure of a subject may come to, and why that much. */
export interface Budget {
  readonly subject: Subject;
  readonly figure: Figure;
  readonly most: number;
  readonly why: string;
}

/** Machines differ by more than the site does from one change to the next: `npm test` fails when a time takes so many times its budget. */
export const tolerance = 1.5;

/**
 * All limits of size and speed, the same for each page of a kind, on the line and processor of conditions.ts. Bytes, requests, elements and shifts are the
 * same in every run and are held by every page; times are the best of several loads of the pages that stand for the others.
 */
export const budgets: readonly Budget[] = [
  { subject: 'chapter', figure: 'bytes', most: 80_000, why: 'with its fonts, a first chapter takes half a second of the line' },
  { subject: 'chapter', figure: 'bytesWithoutFonts', most: 50_000, why: 'text, drawings, quiz and code alone' },
  { subject: 'chapter', figure: 'scripts', most: 10_000, why: 'a chapter is read without scripts; 15 kB was the first limit' },
  { subject: 'chapter', figure: 'styles', most: 12_000, why: 'nothing is painted before they have come' },
  { subject: 'chapter', figure: 'requests', most: 12, why: 'each costs its headers, and on an old server a turn' },
  { subject: 'chapter', figure: 'unasked', most: 0, why: 'nothing is loaded that the reader did not turn to' },
  { subject: 'chapter', figure: 'elements', most: 8_000, why: 'a phone lays out each of them' },
  { subject: 'chapter', figure: 'shift', most: 0, why: 'nothing moves under the eye' },
  { subject: 'chapter', figure: 'largest', most: 1000, why: 'the page is there within a second' },
  { subject: 'chapter', figure: 'drawing', most: 1000, why: 'its first drawing, too' },
  { subject: 'chapter', figure: 'blocking', most: 50, why: 'a touch is answered at once while the page is loading' },
  { subject: 'home', figure: 'bytes', most: 45_000, why: 'the first page of most readers' },
  { subject: 'home', figure: 'scripts', most: 8_000, why: 'marks of progress, search key, theme' },
  { subject: 'home', figure: 'requests', most: 10, why: 'each costs its headers' },
  { subject: 'home', figure: 'unasked', most: 0, why: 'nothing is loaded that the reader did not turn to' },
  { subject: 'home', figure: 'elements', most: 800, why: 'a phone lays out each of them' },
  { subject: 'home', figure: 'shift', most: 0, why: 'nothing moves under the eye' },
  { subject: 'home', figure: 'largest', most: 1000, why: 'the page is there within a second' },
  { subject: 'home', figure: 'drawing', most: 1000, why: 'the way of the request is what the page shows' },
  { subject: 'home', figure: 'blocking', most: 50, why: 'a touch is answered at once' },
  { subject: 'next chapter', figure: 'milliseconds', most: 300, why: 'turning a page does not break the thought' },
  { subject: 'quiz', figure: 'bytes', most: 15_000, why: 'it comes while the reader scrolls to it' },
  { subject: 'exercise', figure: 'bytes', most: 25_000, why: 'it comes while the reader scrolls to it; editor and Python come when they are asked for' },
  { subject: 'search', figure: 'bytes', most: 120_000, why: 'the first query brings program, index and the texts of what it finds' },
  { subject: 'search', figure: 'milliseconds', most: 150, why: 'the first result stands before the next key' },
  { subject: 'explorer', figure: 'scripts', most: 20_000, why: 'what an explorer adds to its chapter when it is opened' },
];
