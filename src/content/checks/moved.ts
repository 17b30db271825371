import { readMoved } from '../../hosting/moved.ts';
import { ContentError, type Problem } from '../problem.ts';
import type { Guide } from '../read-guide.ts';

/** What moved is told in addresses that make sense, and no chapter stands where something moved from. */
export function checkMoved(guide: Guide): readonly Problem[] {
  try {
    const taken = new Map(guide.chapters.map(({ slug, file }) => [`/${guide.locale}/${slug}/`, file]));
    return readMoved(guide.root).flatMap(({ from }, i) =>
      taken.has(from) ? [{ file: 'content/moved.yaml', field: `${i}.from`, message: `${from} is the address of ${taken.get(from)}; remove the entry` }] : [],
    );
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return error.problems;
  }
}
