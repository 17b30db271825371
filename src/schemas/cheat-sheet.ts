import { z } from 'zod';
import { idSchema, slugSchema, textSchema } from './common.ts';

/** A component of the way, in one row of the printed page. All texts are inline Markdown. */
export const componentSchema = z.strictObject({
  /** Its name. */
  component: textSchema,
  /** What kind of thing it is: client, web server, agreement … */
  category: textSchema,
  /** Its job in one line. */
  job: textSchema.refine((text) => text.length <= 90, { error: 'write at most 90 characters: it is one line' }),
  /** Its neighbours on the way. */
  talksTo: textSchema,
  /** Where it is configured. */
  config: textSchema,
  /** Where it writes its log. */
  logs: textSchema,
  /** Slug of the chapter about it. */
  chapter: slugSchema,
  /** Heading of that chapter. */
  section: idSchema.optional(),
});

export const cheatSheetSchema = z.array(componentSchema);
export type Component = z.infer<typeof componentSchema>;
