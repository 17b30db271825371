import { z } from 'zod';
import { daySchema, hopIds, idSchema, slugSchema, textSchema } from './common.ts';

/** One thing that the reader can do afterwards; tested by at least one question of the chapter. */
export const objectiveSchema = z.strictObject({
  /** What questions refer to. */
  id: idSchema,
  /** Completes the sentence "You will be able to …". Inline Markdown. */
  text: textSchema,
});

/** Front matter of a chapter. Missing and unknown fields stop the build. */
export const chapterSchema = z.strictObject({
  /** The reader's question or a plain noun; the page's h1. */
  title: textSchema,
  /** Label of the stop in lists. */
  short: textSchema.refine((text) => text.length <= 16, { error: 'write at most 16 characters' }),
  /** One sentence for search engines and cards. Plain text. */
  description: textSchema.refine((text) => text.length >= 70 && text.length <= 160, {
    error: 'write 70 to 160 characters',
  }),
  /** The answer in one to three sentences, under the title. Inline Markdown. */
  answer: textSchema,
  /** Part of the guide: 1 Reaching the server, 2 Into the server, 3 In production. */
  part: z.union([z.literal(1), z.literal(2), z.literal(3)], { error: 'write 1, 2 or 3' }),
  /** The stop of the hop strip that is lit; `all` when the chapter is about the whole way, `back` for the way back. */
  hop: z.enum([...hopIds, 'all', 'back'], { error: `write one of ${hopIds.join(', ')}, all, back` }),
  /**
   * Heading → stop that the section is about, for chapters that are about several: the strip follows the reader there.
   * Sections that are not named are about `hop`.
   */
  stops: z.record(idSchema, z.enum(hopIds, { error: `write one of ${hopIds.join(', ')}` })).optional(),
  objectives: z
    .array(objectiveSchema)
    .min(3, { error: 'write 3 to 5 objectives' })
    .max(5, { error: 'write 3 to 5 objectives' }),
  /** Slugs of the chapters that a reader needs before this one. */
  prerequisites: z.array(slugSchema),
  /** Ids of sources that the chapter cites: all of them, and no others. */
  sources: z.array(idSchema).min(1, { error: 'cite at least one primary source' }),
  /** When the chapter was last checked, and with which versions of the software that it names. */
  reviewed: z.strictObject({
    date: daySchema,
    /** Program → version, as its lab recorded it. Quote versions: `"1.22"` is not the number 1.22. */
    versions: z.record(z.string(), z.string({ error: 'quote the version, so that it is text' })),
  }),
});

/** Front matter of a chapter, checked. */
export type ChapterFrontMatter = z.infer<typeof chapterSchema>;
