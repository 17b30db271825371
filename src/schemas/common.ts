import { z } from 'zod';

/** An id in content: kebab-case, the same in every edition. */
export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, { error: 'write an id in kebab case, such as `recursive-resolver`' });

/** Name of a chapter in its address. */
export const slugSchema = idSchema;

/** Text that must not be blank. Inline Markdown is allowed where the field's comment says so. */
export const textSchema = z.string().refine((text) => text.trim().length > 0, { error: 'write some text' });

/** A day as `2026-11-21`. YAML reads an unquoted one as text (core schema), Astro's front matter as a Date. */
export const daySchema = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'write a day as 2026-11-21' }),
);

/** The stations of the hop strip, in the order of the way out. */
export const hopIds = [
  'browser',
  'name',
  'connection',
  'web-server',
  'gateway',
  'workers',
  'app',
  'database',
] as const;

/** A station of the hop strip. */
export const hopSchema = z.enum(hopIds, { error: `write one of ${hopIds.join(', ')}` });

/** Where a transcript line stands: chapter folder's slug, lab, run, and the line as shown (counted from 1). */
export const recordedLineSchema = z.strictObject({
  /** Slug of the chapter that owns the lab; left out, it is the entry's own chapter. */
  chapter: slugSchema.optional(),
  /** Folder of the lab. */
  lab: idSchema,
  /** Id of the run in lab.yaml. */
  run: idSchema,
  /** Line of the transcript, counted from 1. */
  line: z.int().min(1),
});
