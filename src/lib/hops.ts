import type { ChapterFrontMatter } from '../schemas/chapter.ts';

/** Colour and shape of a stretch of the way; `plain` for all of it, `back` for the way back. */
export type Phase = 'reach' | 'accept' | 'translate' | 'process' | 'back' | 'plain';

/** A station of the hop strip, or `all` and `back` for chapters that are at none. */
export type Hop = ChapterFrontMatter['hop'];

/** A station of the way out. */
export interface Station {
  readonly id: Exclude<Hop, 'all' | 'back'>;
  readonly phase: Exclude<Phase, 'back' | 'plain'>;
  /** Slug of the chapter that a reader gets to from here. */
  readonly chapter: string;
  /** Heading of that chapter, when the station is one of its sections. */
  readonly section?: string;
}

/** The stations in the order of the way out. */
export const stations: readonly Station[] = [
  { id: 'browser', phase: 'reach', chapter: 'browser-and-frontend' },
  { id: 'name', phase: 'reach', chapter: 'names-to-addresses' },
  { id: 'connection', phase: 'reach', chapter: 'connection-and-tls' },
  { id: 'web-server', phase: 'accept', chapter: 'web-servers' },
  { id: 'gateway', phase: 'translate', chapter: 'wsgi' },
  { id: 'workers', phase: 'translate', chapter: 'workers' },
  { id: 'app', phase: 'process', chapter: 'frameworks-and-database' },
  { id: 'database', phase: 'process', chapter: 'frameworks-and-database', section: 'database' },
];

/** Colour class of a hop. */
export function phaseOf(hop: Hop): Phase {
  if (hop === 'all') return 'plain';
  if (hop === 'back') return 'back';
  return stations.find(({ id }) => id === hop)?.phase ?? 'plain';
}

/** Number of a hop on the way out, counted from 1; `undefined` for chapters that are at no station. */
export function stopNumber(hop: Hop): number | undefined {
  const index = stations.findIndex(({ id }) => id === hop);
  return index < 0 ? undefined : index + 1;
}

/** Id of the sprite's symbol that draws a phase's mark; a term or a heading may be called `process`. */
export function markOf(phase: Phase): `mark-${Exclude<Phase, 'plain'>}` {
  return `mark-${phase === 'plain' ? 'reach' : phase}`;
}
