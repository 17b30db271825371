import { z } from 'zod';
import { idSchema, textSchema } from './common.ts';

/** A primary source. Shared by all editions: titles stay in the language of the source. */
export const sourceSchema = z.strictObject({
  /** What `source:` links refer to. */
  id: idSchema,
  /** Title as the publisher writes it, with its number: `RFC 1034: Domain names, concepts and facilities`. */
  title: textSchema,
  /** Who publishes it: IETF, Python, nginx, WHATWG … */
  publisher: textSchema,
  /** Address without a fragment; a `source:` link adds its own. */
  url: z.url({ protocol: /^https$/, error: 'write an https address' }).refine((url) => !url.includes('#'), {
    error: 'leave the fragment out; put it into the link: `source:rfc1034#section-3.6`',
  }),
  kind: z.enum(['standard', 'specification', 'documentation', 'source-code', 'paper', 'announcement'], {
    error: 'write standard, specification, documentation, source-code, paper or announcement',
  }),
});

export const sourcesSchema = z.array(sourceSchema);
export type Source = z.infer<typeof sourceSchema>;
