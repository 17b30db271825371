import { z } from 'zod';
import { idSchema, slugSchema, textSchema } from './common.ts';

/** One term of the field, in the field's own words. */
export const termSchema = z.strictObject({
  /** What `term:` links refer to. */
  id: idSchema,
  /** The term as it is written inside a sentence. */
  term: textSchema,
  /** The Russian term; the Russian edition's entry keeps it as `term`. */
  ru: textSchema,
  /** One exact sentence. Inline Markdown. */
  definition: textSchema,
  /** Slug of the chapter that explains it. */
  chapter: slugSchema,
  /** Heading of that chapter where it is explained. */
  section: idSchema.optional(),
  /** Other spellings and abbreviations that a reader may search for. */
  also: z.array(textSchema).optional(),
  /** Ids of sources of the definition. */
  sources: z.array(idSchema).optional(),
});

export const glossarySchema = z.array(termSchema);
export type Term = z.infer<typeof termSchema>;
