import { z } from 'zod';
import { hopSchema, idSchema, slugSchema, textSchema } from './common.ts';
import { logSchema } from './failure.ts';

/** Ways in which a limit counts, in the order in which the page explains them. */
export const clocks = ['whole', 'silence', 'idle'] as const;

/** A limit on waiting: who sets it, what its clock measures, and what follows when it is over. */
export const timeOutSchema = z.strictObject({
  /** What `time-out:` links refer to. */
  id: idSchema,
  /** Where the program stands that waits and gives up. */
  hop: hopSchema,
  /** The program that waits and gives up, with the kind of worker where it matters. Inline Markdown. */
  who: textSchema,
  /** Name of the setting. Inline Markdown. */
  setting: textSchema,
  /** Its value when nobody sets it: `60 s`, `none`. Inline Markdown. */
  unset: textSchema,
  /** Program and version that have this value: `Nginx 1.22.1`. A version that the row's own lab records must equal it. */
  version: textSchema,
  /** How the clock counts: `whole` from begin to end, `silence` anew with each piece, `idle` while nothing is asked. */
  clock: z.enum(clocks, { error: `write ${clocks.join(', ')}` }),
  /** Between which two events it runs. Inline Markdown. */
  measures: textSchema,
  /** What the client gets. Inline Markdown. */
  sees: textSchema,
  /** HTTP status that the client gets; `null` when there is none. */
  status: z.int().min(100).max(599).nullable(),
  log: logSchema,
  chapter: slugSchema,
  /** Heading of the chapter that explains it. */
  section: idSchema.optional(),
  /** Where the default and the meaning are written. */
  sources: z.array(idSchema).min(1, { error: 'name the source of the default' }),
});

export const timeOutsSchema = z.array(timeOutSchema);
export type TimeOut = z.infer<typeof timeOutSchema>;
