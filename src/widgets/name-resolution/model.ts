import { entriesFor, readHosts, type HostsEntry } from './hosts-file.ts';
import { lookUp, type Answer, type ResolverStep } from './recursive.ts';
import type { Caches, RecordType, World } from './world.ts';

/** What the program that asked for a name gets. */
export type Outcome =
  | { readonly kind: 'addresses'; readonly addresses: readonly string[]; readonly from: 'browser-cache' | 'hosts' | 'dns' }
  /** NXDOMAIN, and not in the file: glibc's EAI_NONAME. */
  | { readonly kind: 'no-name' }
  /** The name has no address of this family: glibc's EAI_NODATA. */
  | { readonly kind: 'no-data' }
  /** The resolver could not finish: glibc's EAI_AGAIN. */
  | { readonly kind: 'servfail' }
  /** The resolver did not answer: glibc's EAI_AGAIN, after the time-outs of resolv.conf(5). */
  | { readonly kind: 'timeout' };

/** A step of the look-up, in order. */
export type Step =
  | { readonly at: 'browser-cache'; readonly found: boolean; readonly left: number }
  | { readonly at: 'order'; readonly sources: readonly ('files' | 'dns')[]; readonly isBrowsers: boolean }
  | { readonly at: 'hosts'; readonly found: readonly HostsEntry[] }
  | { readonly at: 'stub'; readonly isDoh: boolean; readonly isSilent: boolean }
  | ResolverStep
  | { readonly at: 'answer'; readonly answer: Answer };

/** Result of a look-up: what is found, how, and the world afterwards, whose caches know more. */
export interface Resolution {
  readonly outcome: Outcome;
  readonly steps: readonly Step[];
  readonly world: World;
}

/**
 * Seconds for which Chromium keeps an answer of the system's resolver, which tells no TTL, and at least keeps one of its
 * own (kCacheEntryTTLSeconds and kMinimumTTLSeconds in net/dns/host_resolver_manager.cc).
 */
export const systemAnswerKept = 60;

/**
 * Looks a name up as a browser does: its own cache, then the sources in their order (with DNS over HTTPS: the hosts
 * file, then its own resolver).
 * @param name lower-case, without a final dot: {@link nameProblem}
 * @param type `A` or `AAAA`: the family of addresses
 * @param now seconds on the world's clock
 */
export function resolve(world: World, name: string, type: 'A' | 'AAAA', now: number): Resolution {
  const key = `${name}/${type}`;
  const cached = world.caches.browser[key];
  if (cached && cached.until > now) {
    const step: Step = { at: 'browser-cache', found: true, left: cached.until - now };
    return { outcome: { kind: 'addresses', addresses: cached.addresses, from: 'browser-cache' }, steps: [step], world };
  }
  const { outcome, steps, caches, ttl } = ofSystem(world, name, type, now);
  const first: Step = { at: 'browser-cache', found: false, left: 0 };
  if (outcome.kind !== 'addresses' || ttl <= 0) return { outcome, steps: [first, ...steps], world: { ...world, caches } };
  const browser = { ...caches.browser, [key]: { addresses: outcome.addresses, until: now + ttl } };
  return { outcome, steps: [first, ...steps], world: { ...world, caches: { ...caches, browser } } };
}

interface Found {
  readonly outcome: Outcome;
  readonly steps: readonly Step[];
  readonly caches: Caches;
  /** Seconds for which the browser keeps it. */
  readonly ttl: number;
}

/** What `getaddrinfo` finds, or the browser itself when it uses DNS over HTTPS. */
function ofSystem(world: World, name: string, type: 'A' | 'AAAA', now: number): Found {
  const sources = world.doh ? (['files', 'dns'] as const) : world.sources;
  const steps: Step[] = [{ at: 'order', sources, isBrowsers: world.doh }];
  let caches = world.caches;
  let last: Outcome = { kind: 'no-name' };
  for (const source of sources) {
    if (source === 'files') {
      const found = entriesFor(readHosts(world.hosts).entries, name, type);
      steps.push({ at: 'hosts', found });
      if (found.length) {
        const addresses = [...new Set(found.map(({ address }) => address))];
        return { outcome: { kind: 'addresses', addresses, from: 'hosts' }, steps, caches, ttl: systemAnswerKept };
      }
      // The program learns what the last source said: after a file without the name, an earlier SERVFAIL is forgotten.
      last = { kind: 'no-name' };
    } else {
      const isSilent = !world.doh && world.resolver === 'silent';
      steps.push({ at: 'stub', isDoh: world.doh, isSilent });
      if (isSilent) {
        last = { kind: 'timeout' };
        continue;
      }
      const which = world.doh ? 'doh' : 'resolver';
      const { answer, steps: asked, cache } = lookUp(world.zones, caches[which], { name, type }, now);
      steps.push(...asked, { at: 'answer', answer });
      caches = { ...caches, [which]: cache };
      last = outcomeOf(answer, type);
      if (last.kind === 'addresses') {
        const ttl = answer.kind === 'records' && world.doh ? Math.max(systemAnswerKept, Math.min(...answer.records.map((record) => record.ttl))) : systemAnswerKept;
        return { outcome: last, steps, caches, ttl };
      }
    }
  }
  return { outcome: last, steps, caches, ttl: 0 };
}

function outcomeOf(answer: Answer, type: RecordType): Outcome {
  if (answer.kind !== 'records') return { kind: answer.kind };
  return { kind: 'addresses', addresses: answer.records.filter((record) => record.type === type).map(({ value }) => value), from: 'dns' };
}

/** What is wrong with a name that a reader typed, or undefined: letters, digits, hyphens; 63 a label, 253 in all (RFC 1035 §2.3.4). */
export function nameProblem(name: string): 'empty' | 'length' | 'label' | 'character' | undefined {
  if (name === '') return 'empty';
  if (name.length > 253) return 'length';
  const labels = name.split('.');
  if (labels.some((label) => label === '' || label.length > 63)) return 'label';
  return labels.every((label) => /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$/.test(label)) ? undefined : 'character';
}
