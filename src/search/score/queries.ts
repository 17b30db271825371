import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Kinds of queries, each with a score of its own. */
export const queryKinds = ['term', 'question', 'error text', 'misspelled', 'synonym', 'Russian'] as const;
export type QueryKind = (typeof queryKinds)[number];

const querySchema = z.strictObject({
  /** What is typed or pasted. */
  ask: z.string().min(1),
  /** Addresses below the edition that answer by themselves: `wsgi/#call`, `glossary/#wsgi`. */
  at: z.array(z.string().regex(/^[a-z-]+(?:\/[a-z-]+)?\/(?:#[a-z0-9-]+)?$/, { error: 'write the page and the section, as in `wsgi/#call`' })).min(1),
  /** Kept aside: a change to the search may be judged by it, and must not be made for it. */
  aside: z.literal(true).optional(),
});

/** tests/search/queries.yaml: queries of each kind with the sections that answer them. */
const queriesOf = (least: number) => z.strictObject(Object.fromEntries(queryKinds.map((kind) => [kind, z.array(querySchema).min(least)])) as Record<QueryKind, z.ZodArray<typeof querySchema>>);
export const queriesSchema = queriesOf(20);
export type Query = z.infer<typeof querySchema>;

/** tests/search/later-queries.yaml: the same form, as many as there are. */
const laterSchema = queriesOf(1);

/** Whether a query is one of the third kept aside: chance decides, and always in the same way. */
export function isAside(ask: string): boolean {
  return createHash('sha256').update(ask).digest().readUInt32BE(0) % 3 === 0;
}

/** The files of queries: those that the search must answer, and those that were written later, of which nothing is demanded yet. */
export const queryFiles = { demanded: 'tests/search/queries.yaml', later: 'tests/search/later-queries.yaml' } as const;

/**
 * Reads the queries.
 * @param data the parsed file
 * @throws Error that names the first mistake and what to write instead
 */
export function readQueries(data: unknown, which: keyof typeof queryFiles = 'demanded'): Readonly<Record<QueryKind, readonly Query[]>> {
  const file = queryFiles[which];
  const { data: queries, error } = (which === 'later' ? laterSchema : queriesSchema).safeParse(data);
  if (!queries) throw new Error(`${file}: ${z.prettifyError(error)}`);
  const seen = new Set<string>();
  for (const { ask, aside = false } of queryKinds.flatMap((kind) => queries[kind])) {
    if (seen.has(ask)) throw new Error(`${file}: “${ask}” stands there twice; keep one.`);
    seen.add(ask);
    if (aside !== isAside(ask)) throw new Error(`${file}: “${ask}” ${aside ? 'is not one of the third kept aside: remove its' : 'is one of the third kept aside: write'} aside: true.`);
  }
  return queries;
}
