import { z } from 'zod';
import { hopSchema, idSchema, recordedLineSchema, slugSchema, textSchema } from './common.ts';

/** The log line that goes with a failure: a recorded one, or why there is none. */
export const logSchema = z.union(
  [
    recordedLineSchema,
    z.strictObject({
      /** Why no log has a line. */
      none: textSchema,
    }),
  ],
  { error: 'write { lab, run, line } of a recorded transcript, or { none: why there is no line }' },
);

/** Something that goes wrong on the way of a request. */
export const failureSchema = z.strictObject({
  /** What `failure:` links refer to. */
  id: idSchema,
  /** What the person sees: an error name, a status, a sentence. Inline Markdown. */
  symptom: textSchema,
  /** Other texts that show the same failure; people paste them into the search. */
  also: z.array(textSchema).optional(),
  /** Where it dies. */
  hop: hopSchema,
  /** HTTP status that the client gets; `null` when there is no HTTP answer. */
  status: z.int().min(100).max(599).nullable(),
  log: logSchema,
  /** Why it happens. Inline Markdown. */
  cause: textSchema,
  /** The command or look that tells it from its neighbours. Inline Markdown. */
  check: textSchema,
  /** What ends it. Inline Markdown. */
  fix: textSchema,
  chapter: slugSchema,
  /** Heading of the chapter that explains it. */
  section: idSchema.optional(),
  sources: z.array(idSchema).optional(),
});

export const failuresSchema = z.array(failureSchema);
export type Failure = z.infer<typeof failureSchema>;
