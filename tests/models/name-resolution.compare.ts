import { nameCases, type NameCase } from './name-resolution/cases.ts';
import { NameServers } from './name-resolution/name-servers.ts';
import { resolve } from '../../src/widgets/name-resolution/model.ts';
import { lookUp, type Answer } from '../../src/widgets/name-resolution/recursive.ts';
import { emptyCaches, type World } from '../../src/widgets/name-resolution/world.ts';
import type { Comparison } from '../../src/lab/comparison.ts';

export const needs = ['namespace', 'unbound', 'nsd', 'dig', 'python'] as const;

const seed = 20261121;

/**
 * Each world is built from real servers: an nsd for each zone, an unbound that walks them, glibc with its hosts file
 * and nsswitch.conf. Compared are what dig says (status, records, times to live), what getaddrinfo says (addresses or
 * error), and whom the resolver asked for what.
 */
export async function compare(): Promise<Comparison> {
  const servers = new NameServers();
  const differences: string[] = [];
  let cases = 0;
  let again = 0;
  const worlds = nameCases(seed);
  try {
    for (const world of worlds) {
      // Unbound gives dead servers up within a second here; on a busy machine it may give up one that is only slow.
      // What differs is asked again, in a world built anew, and counts only if it differs each time.
      let pairs: readonly Pair[] = [];
      for (let tries = 0; tries < 3; tries++) {
        await servers.start(world.zones);
        pairs = await questions(world, servers);
        await servers.stop();
        if (pairs.every(({ ours, theirs }) => ours === theirs)) break;
        again++;
      }
      cases += pairs.length;
      for (const { title, ours, theirs } of pairs) {
        if (ours !== theirs) differences.push(`${world.title}: ${title}\n  model:  ${ours}\n  server: ${theirs}`);
      }
    }
  } finally {
    await servers.stop();
  }
  return { cases, differences, notes: [`${worlds.length} worlds, seed ${seed}${again ? `; ${again} disturbed tries` : ''}`] };
}

interface Pair {
  readonly title: string;
  readonly ours: string;
  readonly theirs: string;
}

async function questions(world: NameCase, servers: NameServers): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  let state: World = { hosts: world.hosts, sources: world.sources, doh: false, resolver: world.resolver, zones: world.zones, caches: emptyCaches };
  let start = Date.now();
  const now = (): number => (Date.now() - start) / 1000;
  servers.system(world.hosts, world.sources, world.resolver);
  for (const step of world.steps) {
    if ('wait' in step) {
      await new Promise((done) => setTimeout(done, Math.max(0, step.wait * 1000 - (Date.now() - start))));
    } else if ('zones' in step) {
      await servers.reload(step.zones);
      state = { ...state, zones: step.zones };
    } else if ('dig' in step) {
      const { name, type } = step.dig;
      const at = now();
      const { answer, steps, cache } = lookUp(state.zones, state.caches.resolver, step.dig, at);
      state = { ...state, caches: { ...state.caches, resolver: cache } };
      const { said, asked } = await servers.dig(name, type);
      pairs.push({ title: `dig ${name} ${type}`, ours: digText(answer), theirs: roundTtl(said, answer) });
      const sent = steps.flatMap((one) => (one.at === 'server' ? [`${one.name} ${one.type} of ${one.zone || '.'}`] : []));
      if (!step.isRepeated) pairs.push({ title: `asked for ${name} ${type}`, ours: sent.join(', '), theirs: asked.join(', ') });
    } else {
      const { name, type } = step.program;
      // Two programs do not share a browser's cache.
      const result = resolve({ ...state, caches: { ...state.caches, browser: {} } }, name, type, now());
      state = { ...result.world, caches: { ...result.world.caches, browser: {} } };
      const { outcome } = result;
      const ours = outcome.kind === 'addresses' ? [...outcome.addresses].sort().join(' ') : errors[outcome.kind];
      pairs.push({ title: `getaddrinfo ${name} ${type}`, ours, theirs: servers.getaddrinfo(name, type) });
    }
  }
  return pairs;
}

const errors = { 'no-name': 'EAI_NONAME', 'no-data': 'EAI_NODATA', servfail: 'EAI_AGAIN', timeout: 'EAI_AGAIN' } as const;

const statuses = { records: 'NOERROR', 'no-data': 'NOERROR', 'no-name': 'NXDOMAIN', servfail: 'SERVFAIL' } as const;

function digText(answer: Answer): string {
  const records = answer.kind === 'servfail' ? [] : answer.records;
  return [statuses[answer.kind], ...records.map(({ name, ttl, type, value }) => `${name} ${Math.floor(ttl)} ${type} ${value}`).sort()].join('; ');
}

/** A time to live that is one second off is the same: the clocks do not begin at the same moment. */
function roundTtl(said: string, answer: Answer): string {
  const records = answer.kind === 'servfail' ? [] : answer.records;
  return said.replace(/(\S+) (\d+) (\S+) (\S+)(?=;|$)/g, (whole, name: string, ttl: string, type: string, value: string) => {
    const ours = records.find((record) => record.name === name && record.type === type && record.value === value);
    return ours && Math.abs(Math.floor(ours.ttl) - Number(ttl)) <= 1 ? `${name} ${Math.floor(ours.ttl)} ${type} ${value}` : whole;
  });
}
