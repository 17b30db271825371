import { z } from 'zod';
import { failureLine } from '../../content/failure-line.ts';
import type { Guide } from '../../content/read-guide.ts';
import { idSchema } from '../../schemas/common.ts';
import type { Engine } from '../engine.ts';
import { find } from '../find.ts';

/** A recorded line that is pasted into the search, and the failure that it belongs to. */
export interface PastedLine {
  /** Id of the failure. */
  readonly failure: string;
  readonly line: string;
}

/** Every line that content/failures names, as it was recorded. */
export function recordedLines({ failures, chapters }: Pick<Guide, 'failures' | 'chapters'>): readonly PastedLine[] {
  return failures.flatMap(({ data }) => {
    const line = failureLine(chapters, data);
    return line === undefined ? [] : [{ failure: data.id, line: line.trim() }];
  });
}

/** tests/search/shared-lines.yaml: failures whose lines are the same, so that only what one sees tells them apart. */
const sharedSchema = z.array(z.strictObject({ line: z.string().min(1), failures: z.array(idSchema).min(2) }));
export type SharedLines = z.infer<typeof sharedSchema>;

/** Reads tests/search/shared-lines.yaml. @throws Error that names the first mistake */
export function readSharedLines(data: unknown): SharedLines {
  const { data: shared, error } = sharedSchema.safeParse(data);
  if (!shared) throw new Error(`tests/search/shared-lines.yaml: ${z.prettifyError(error)}`);
  return shared;
}

/** So many results are looked through for a failure that shares its line with others. */
export const sharedPlaces = 3;

/**
 * Pastes every recorded line into the search, as it was recorded and as it stands in a reader's log.
 * @returns a sentence for each line that does not lead to its failure first, or, of a shared line, among the first three
 */
export async function missedLines(engine: Engine, lines: readonly PastedLine[], shared: SharedLines): Promise<readonly string[]> {
  const missed: string[] = [];
  for (const { failure, line } of lines) {
    const places = shared.some(({ failures }) => failures.includes(failure)) ? sharedPlaces : 1;
    for (const pasted of new Set([line, asElsewhere(line)])) {
      const { results } = await find(engine, pasted, { limit: sharedPlaces });
      const found = results.map(({ address }) => address);
      if (!found.slice(0, places).includes(`failures/#${failure}`)) missed.push(`“${pasted}” should lead to the failure ${failure}, and leads to ${found.join(', ') || 'nothing'}.`);
    }
  }
  return missed;
}

/** Parts of a line that are others on another day and another machine, and what stands there then. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/\b\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\b/g, '2024/03/05 17:41:08'],
  [/\b\d{4}-\d\d-\d\d([T ])\d\d:\d\d:\d\d/g, '2024-03-05$117:41:08'],
  [/\b\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d\b/g, '05/Mar/2024:17:41:08'],
  [/\b[A-Z][a-z]{2} [A-Z][a-z]{2} +\d+ \d\d:\d\d:\d\d\.\d+ \d{4}\b/g, 'Tue Mar 05 17:41:08.119203 2024'],
  [/\b\d+#\d+: \*\d+/g, '731#731: *88'],
  [/(?<=\] )\*\d+(?= )/g, '*88'],
  [/(?<=\bpid[:= ])\d+|(?<=\btid )\d+|(?<=\bprocess )\d+|(?<=^\[)\d+(?=\])|(?<=\] \[)\d+(?=\])/g, '731'],
  [/\bid=[0-9a-f]{8,}/g, 'id=5be0c1d29f'],
  [/\b(?!127\.0\.0\.1\b|0\.0\.0\.0\b)(?:\d{1,3}\.){3}\d{1,3}\b/g, '203.0.113.77'],
  [/\b(?:[a-z0-9-]+\.)+test\b/g, 'www.example.com'],
  [/\/opt\/venv\/lib\/python[\d.]+/g, '/home/me/.venv/lib/python3.13'],
];

/** The line as it stands in a reader's log: another day, process, visitor, name and request id. */
export function asElsewhere(line: string): string {
  return elsewhere.reduce((text, [part, other]) => text.replace(part, other), line);
}
