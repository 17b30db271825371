import { z } from 'zod';
import { idSchema, slugSchema, textSchema } from './common.ts';

/** A widespread belief and what is so instead. */
export const mythSchema = z.strictObject({
  /** What `myth:` links and `<Myths ids>` refer to. */
  id: idSchema,
  /** The belief, as people say it, without quotation marks. Inline Markdown. */
  statement: textSchema,
  verdict: z.enum(['wrong', 'imprecise', 'outdated', 'half-true'], {
    error: 'write wrong, imprecise, outdated or half-true',
  }),
  /** What is so, in one to three sentences. Inline Markdown. */
  truth: textSchema,
  /** Slug of the chapter where a reader would hold the belief. */
  chapter: slugSchema,
  /** Heading of that chapter that settles it. */
  section: idSchema.optional(),
  /** Ids of the sources that say so. */
  sources: z.array(idSchema).optional(),
});

export const mythsSchema = z.array(mythSchema);
export type Myth = z.infer<typeof mythSchema>;
