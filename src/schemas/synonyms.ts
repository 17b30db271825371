import { z } from 'zod';
import { textSchema } from './common.ts';

/**
 * content/search/synonyms.<locale>.yaml: what readers type for something that the guide calls otherwise:
 * abbreviations, other words of the field, and Russian words that no term of the glossary has.
 */
export const synonymsSchema = z.array(
  z.strictObject({
    /** What is typed, in several spellings; endings and size of letters do not matter. */
    ask: z.array(textSchema).min(1),
    /** What the guide calls it: words of a heading, a term, a failure. */
    means: textSchema,
  }),
);
export type Synonym = z.infer<typeof synonymsSchema>[number];
