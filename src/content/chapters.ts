import { getEntry, type CollectionEntry } from 'astro:content';
import type { Locale } from '../i18n/locales.ts';
import { phaseOf, type Phase } from '../lib/hops.ts';
import type { ChapterFrontMatter } from '../schemas/chapter.ts';
import { exerciseTexts } from './checks/exercises.ts';
import { chapterMinutes, exerciseMinutes } from './minutes.ts';
import { guideFor } from './project-guide.ts';
import type { ExerciseFile } from './read-exercises.ts';
import type { ChapterFile, Guide } from './read-guide.ts';

/** What pages say about a chapter. */
export interface ChapterInfo extends ChapterFrontMatter {
  readonly slug: string;
  readonly locale: Locale;
  /** Number in the guide. */
  readonly order: number;
  /** Minutes to read, pictures and quiz included. */
  readonly minutes: number;
  /** How many exercises it has, and the minutes that they take, besides. */
  readonly exercises: { readonly count: number; readonly minutes: number };
  /** Colour class of its line: reach, accept, translate, process, back or plain. */
  readonly phase: Phase;
}

const infos = new WeakMap<Guide, readonly ChapterInfo[]>();

/** Chapters of an edition in reading order. */
export function chaptersOf(locale: Locale): readonly ChapterInfo[] {
  const guide = guideFor(locale);
  // Every page lists them.
  const known = infos.get(guide) ?? guide.chapters.map((chapter) => infoOf(chapter, locale));
  infos.set(guide, known);
  return known;
}

function infoOf(chapter: ChapterFile, locale: Locale): ChapterInfo {
  const { frontMatter, slug, number } = chapter;
  return { ...frontMatter, slug, locale, order: number, minutes: chapterMinutes(chapter), exercises: exerciseMinutes(chapter), phase: phaseOf(frontMatter.hop) };
}

/** The entry that renders a chapter. @throws Error when there is none */
export async function chapterEntry(locale: Locale, slug: string): Promise<CollectionEntry<'chapters'>> {
  const entry = await getEntry('chapters', `${locale}/${slug}`);
  if (!entry) throw new Error(`there is no chapter ${slug} in the edition ${locale}`);
  return entry;
}

/** Headings of a chapter: id, text as inline Markdown, depth. Those that the layout appends are not among them. */
export function chapterHeadings(locale: Locale, slug: string): readonly { readonly id: string; readonly text: string; readonly depth: number }[] {
  const chapter = guideFor(locale).chapters.find((candidate) => candidate.slug === slug);
  return (chapter?.body.headings ?? []).flatMap(({ id, title, depth }) => (id ? [{ id, text: title, depth }] : []));
}

/** Ids of the glossary's terms that a chapter links, in the order of their first appearance. */
export function chapterTerms(locale: Locale, slug: string): readonly string[] {
  const guide = guideFor(locale);
  const chapter = guide.chapters.find((candidate) => candidate.slug === slug);
  if (!chapter) return [];
  const quiz = chapter.quiz ? JSON.stringify(chapter.quiz.data) : '';
  const myths = guide.myths.filter(({ data }) => data.chapter === slug).map(({ data }) => data.truth);
  const exercises = chapter.exercises.flatMap(({ data }) => exerciseTexts(data).map(([, part]) => part));
  const text = [chapter.frontMatter.answer, chapter.text, quiz, ...exercises, ...myths].join('\n');
  return [...new Set([...text.matchAll(/\]\(term:([a-z0-9-]+)\)/g)].map(([, id = '']) => id))];
}

/**
 * An exercise of a chapter, for the place where it is shown.
 * @throws Error when there is none
 */
export function exerciseNamed(
  locale: Locale,
  slug: string,
  id: string,
): {
  readonly exercise: ExerciseFile;
  /** Heading of the section that explains it; plain text. */
  readonly section: string;
} {
  const chapter = guideFor(locale).chapters.find((candidate) => candidate.slug === slug);
  const exercise = chapter?.exercises.find((candidate) => candidate.id === id);
  if (!chapter || !exercise) throw new Error(`the chapter ${slug} has no exercise \`${id}\``);
  const section = chapter.body.headings.find((heading) => heading.id === exercise.data.see)?.text ?? exercise.data.see;
  return { exercise, section };
}
