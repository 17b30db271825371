import { readHosts, type SkippedLine } from './hosts-file.ts';
import { nameProblem } from './model.ts';
import { sourceOrders, zoneOrigins, zoneStates, negativeTtl, type Settings } from './scenarios.ts';
import { readZone, type ZoneProblem } from './zone-text.ts';
import { emptyCaches, type Caches, type World } from './world.ts';

/** The longest text of the hosts file and of a zone, in characters. */
export const textLimit = 4000;

/** What is to be said beside the fields. */
export interface Problems {
  readonly name: ReturnType<typeof nameProblem>;
  /** Lines of the hosts file that the system skips: no fault of the model, but worth knowing. */
  readonly skipped: readonly SkippedLine[];
  readonly zones: readonly (readonly ZoneProblem[])[];
}

/** Makes a world of what a reader typed. Lines of a zone that cannot be read are left out and reported. */
export function worldOf(settings: Settings, caches: Caches = emptyCaches): { readonly world: World; readonly name: string; readonly problems: Problems } {
  const { hosts, sources, doh, resolver } = settings;
  const name = settings.name.trim().toLowerCase().replace(/\.$/, '');
  const read = zoneOrigins.map((origin, i) => readZone(settings.zones[i]?.text ?? '', origin));
  const zones = zoneOrigins.map((origin, i) => ({ origin, state: settings.zones[i]?.state ?? 'answers', negativeTtl, records: read[i]?.records ?? [] }));
  const root = { origin: '', state: 'answers' as const, negativeTtl, records: [{ name: 'test', ttl: 3600, type: 'NS' as const, value: 'ns.test' }] };
  return {
    world: { hosts, sources: sources.split(' ') as ('files' | 'dns')[], doh, resolver, zones: [root, ...zones], caches },
    name,
    problems: { name: nameProblem(name), skipped: readHosts(hosts).skipped, zones: read.map(({ problems }) => problems) },
  };
}

/** The settings that a link holds, or undefined when they are none. */
export function readSettings(value: unknown): Settings | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, type, hosts, sources, doh, resolver, zones } = value as Partial<Record<keyof Settings, unknown>>;
  const isText = (text: unknown, limit: number): text is string => typeof text === 'string' && text.length <= limit;
  const isOneOf = <T extends string>(text: unknown, list: readonly T[]): text is T => list.includes(text as T);
  if (!isText(name, 253) || !isText(hosts, textLimit) || typeof doh !== 'boolean') return undefined;
  if (!isOneOf(type, ['A', 'AAAA']) || !isOneOf(sources, sourceOrders) || !isOneOf(resolver, ['answers', 'silent'])) return undefined;
  if (!Array.isArray(zones) || zones.length !== zoneOrigins.length) return undefined;
  const read = zones.flatMap((zone: unknown) => {
    const { text, state } = (zone ?? {}) as { text?: unknown; state?: unknown };
    return isText(text, textLimit) && isOneOf(state, zoneStates) ? [{ text, state }] : [];
  });
  return read.length === zones.length ? { name, type, hosts, sources, doh, resolver, zones: read } : undefined;
}
