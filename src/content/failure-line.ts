import type { Failure } from '../schemas/failure.ts';
import { readTranscript } from './excerpt.ts';
import type { Guide } from './read-guide.ts';

/**
 * The line of the log that goes with a failure or a time-out, as it was recorded.
 * @returns `undefined` when no log has a line of it
 * @throws ExcerptError when the run was not recorded
 */
export function failureLine(chapters: Guide['chapters'], { log, chapter }: Pick<Failure, 'log' | 'chapter'>): string | undefined {
  if ('none' in log) return undefined;
  const dir = chapters.find(({ slug }) => slug === (log.chapter ?? chapter))?.dir ?? '';
  return readTranscript(dir, log.lab, log.run).lines[log.line - 1];
}
