import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ContentError } from '../content/problem.ts';
import { readYaml } from '../content/yaml-file.ts';

/** An address of an edition without the base path; may name a part of the page. */
const place = /^\/[a-z]{2}\/(?:[a-z0-9-]+\/)*(?:#[a-z][a-z0-9-]*)?$/;
const address = z.string().regex(place, { error: 'write the address of a page without the base path, such as /en/wsgi/' });

/** A page that stands at another address than in an earlier release, or a part of a page that is told elsewhere on it. */
const movedPage = z.strictObject({
  /** Where it was. A part is not sent on, since no server sees it: the entry says that its id is gone on purpose. */
  from: address,
  /** Where it is; may name a section. */
  to: z.string().regex(place, { error: 'write an address such as /en/wsgi/ or /en/wsgi/#environ' }),
});

/** All of content/moved.yaml. No address is moved twice, and none to one that has moved itself: readers are sent on once. */
export const movedSchema = z.array(movedPage).superRefine((entries, context) => {
  const froms = entries.map(({ from }) => from);
  for (const [i, { from, to }] of entries.entries()) {
    if (froms.indexOf(from) !== i) context.addIssue({ code: 'custom', path: [i, 'from'], message: `${from} is moved twice; remove one of the entries` });
    if (from.includes('#') && from.replace(/#.*/, '') !== to.replace(/#.*/, '')) context.addIssue({ code: 'custom', path: [i, 'to'], message: `${from} is a part of a page, and browsers stay on that page: write an address on it, and leave a link there` });
    const next = entries.find((entry) => entry.from === to.replace(/#.*/, ''));
    if (next) context.addIssue({ code: 'custom', path: [i, 'to'], message: `${to} has moved itself; write ${next.to}` });
  }
});

export type MovedPage = z.infer<typeof movedPage>;

/** Reads content/moved.yaml of a project. @throws ContentError with file, line and field */
export function readMoved(root: string): readonly MovedPage[] {
  const file = 'content/moved.yaml';
  if (!existsSync(join(root, file))) return [];
  const { value, problems } = readYaml(readFileSync(join(root, file), 'utf8'), file, movedSchema);
  if (!value) throw new ContentError(problems);
  return value;
}

/** Those that are sent on: whole pages. */
export function movedPages(root: string): readonly MovedPage[] {
  return readMoved(root).filter(({ from }) => !from.includes('#'));
}
