import { readZone } from '../../../src/widgets/name-resolution/zone-text.ts';
import type { RecordType, Zone } from '../../../src/widgets/name-resolution/world.ts';

/** What is done in a world, in order. */
export type CaseStep =
  | { readonly dig: { readonly name: string; readonly type: RecordType }; readonly isRepeated?: boolean }
  | { readonly program: { readonly name: string; readonly type: 'A' | 'AAAA' } }
  /** Seconds since the beginning. */
  | { readonly wait: number }
  | { readonly zones: readonly Zone[] };

/** A world and what is asked in it. */
export interface NameCase {
  readonly title: string;
  readonly hosts: string;
  readonly sources: readonly ('files' | 'dns')[];
  readonly resolver: 'answers' | 'silent';
  readonly zones: readonly Zone[];
  readonly steps: readonly CaseStep[];
}

const localhost = '127.0.0.1 localhost\n';

function zone(origin: string, text: string, state: Zone['state'] = 'answers', negativeTtl = 60): Zone {
  const { records, problems } = readZone(text, origin);
  if (problems.length) throw new Error(`${origin}: ${JSON.stringify(problems)}`);
  return { origin, state, negativeTtl, records };
}

const root = zone('', 'test 3600 NS ns.test');
const test = zone('test', 'shop.test 3600 NS ns.shop.test\ncdn.test 3600 NS ns.cdn.test\nplain.test 600 A 192.0.2.77');
const cdn = zone('cdn.test', 'edge.cdn.test 120 A 192.0.2.200\nedge.cdn.test 120 AAAA 2001:db8::200\nmoved.cdn.test 30 CNAME www.shop.test');
const shopText = `shop.test 300 A 192.0.2.80
shop.test 300 AAAA 2001:db8::80
www.shop.test 300 CNAME shop.test
static.shop.test 60 CNAME edge.cdn.test
post.shop.test 300 TXT letters
a.b.shop.test 300 A 192.0.2.81
two.shop.test 300 A 192.0.2.82
two.shop.test 300 A 192.0.2.83
old.shop.test 300 CNAME gone.shop.test
away.shop.test 300 CNAME gone.cdn.test
one.shop.test 300 CNAME other.shop.test
other.shop.test 300 CNAME one.shop.test
round.shop.test 300 CNAME moved.cdn.test
api.shop.test 300 NS ns.api.shop.test`;
const shop = zone('shop.test', shopText);
const api = zone('api.shop.test', 'v1.api.shop.test 300 A 192.0.2.90\napi.shop.test 300 A 192.0.2.91');
const tree = [root, test, shop, cdn, api];

const dig = (name: string, type: RecordType = 'A'): CaseStep => ({ dig: { name, type } });
const again = (name: string, type: RecordType = 'A'): CaseStep => ({ dig: { name, type }, isRepeated: true });
const program = (name: string, type: 'A' | 'AAAA' = 'A'): CaseStep => ({ program: { name, type } });

function world(title: string, steps: readonly CaseStep[], rest: Partial<NameCase> = {}): NameCase {
  return { title, hosts: localhost, sources: ['files', 'dns'], resolver: 'answers', zones: tree, ...rest, steps };
}

/** The worlds that are compared: those that the explorer offers and those that a reader can make of them, and some by chance. */
export function nameCases(seed: number): readonly NameCase[] {
  const loop = 'one.shop.test';
  const quick = zone('shop.test', 'shop.test 2 A 192.0.2.80\nnew.shop.test 300 A 192.0.2.99', 'answers', 2);
  const moved = zone('shop.test', 'shop.test 2 A 192.0.2.10\nnew.shop.test 300 A 192.0.2.99', 'answers', 2);
  const added = zone('shop.test', 'shop.test 2 A 192.0.2.80\nlate.shop.test 300 A 192.0.2.98', 'answers', 2);
  const withShop = (other: Zone): readonly Zone[] => [root, test, other, cdn];
  const hosts = (text: string): Partial<NameCase> => ({ hosts: `${localhost}${text}\n` });
  const named = [
    world('every cache empty', [dig('shop.test'), program('shop.test')]),
    world('the second question comes from the cache', [dig('shop.test'), dig('shop.test'), dig('shop.test', 'AAAA')]),
    world('another name of a known zone', [dig('shop.test'), dig('two.shop.test'), program('two.shop.test')]),
    world('an alias within the zone', [dig('www.shop.test'), program('www.shop.test', 'AAAA')]),
    world('an alias into another zone', [dig('static.shop.test'), dig('static.shop.test', 'AAAA'), program('static.shop.test')]),
    world('an alias and back', [dig('round.shop.test'), program('round.shop.test')]),
    world('an alias to nothing', [dig('old.shop.test'), program('old.shop.test')]),
    world('an alias to nothing elsewhere', [dig('away.shop.test'), program('away.shop.test')]),
    world('the alias itself is asked for', [dig('www.shop.test', 'CNAME'), dig('static.shop.test', 'CNAME')]),
    world('aliases in a circle', [dig(loop), program(loop)]),
    world('no such name', [dig('nope.shop.test'), dig('nope.shop.test', 'AAAA'), program('nope.shop.test')]),
    world('no such name in the parent', [dig('nope.test'), program('nope.test')]),
    world('no such top-level name', [dig('shop.nope'), program('shop.nope')]),
    world('a name without an address', [dig('post.shop.test'), dig('post.shop.test', 'TXT'), program('post.shop.test')]),
    world('only IPv4', [dig('two.shop.test', 'AAAA'), program('two.shop.test', 'AAAA'), program('two.shop.test')]),
    world('a name between two others exists', [dig('b.shop.test'), program('b.shop.test')]),
    world('a zone below the zone', [dig('v1.api.shop.test'), dig('api.shop.test'), program('v1.api.shop.test')]),
    world('a name of the parent zone', [dig('plain.test'), program('plain.test', 'AAAA')]),
    world('the names of a zone’s servers', [dig('shop.test', 'TXT')]),
    world('a lame delegation', [dig('shop.test'), program('shop.test')], { zones: [root, test, zone('shop.test', shopText, 'lame'), cdn] }),
    world('the zone’s server is silent', [dig('shop.test'), program('shop.test')], { zones: [root, test, zone('shop.test', shopText, 'silent'), cdn] }),
    world('an alias into a silent zone', [dig('static.shop.test'), program('static.shop.test')], { zones: [root, test, shop, zone('cdn.test', '', 'silent')] }),
    world('the resolver is silent', [program('shop.test'), program('localhost')], { resolver: 'silent' }),
    world('the resolver is silent, the file answers', [program('shop.test')], { resolver: 'silent', ...hosts('192.0.2.10 shop.test') }),
    world('dns first, the resolver silent, then the file', [program('shop.test'), program('nope.shop.test')], {
      resolver: 'silent',
      sources: ['dns', 'files'],
      ...hosts('192.0.2.10 shop.test'),
    }),
    world('the file first', [program('shop.test'), program('www.shop.test'), dig('shop.test')], hosts('192.0.2.10 shop.test')),
    world('dns first', [program('shop.test'), program('only.shop.test')], { sources: ['dns', 'files'], ...hosts('192.0.2.10 shop.test only.shop.test') }),
    world('dns first, no such name anywhere', [program('nope.shop.test'), program('post.shop.test')], { sources: ['dns', 'files'] }),
    world('the file alone', [program('shop.test'), program('only.shop.test')], { sources: ['files'], ...hosts('192.0.2.10 only.shop.test') }),
    world('dns alone', [program('shop.test'), program('nope.shop.test')], { sources: ['dns'], ...hosts('192.0.2.10 shop.test') }),
    world('the file has IPv4, a program wants IPv6', [program('shop.test', 'AAAA'), program('two.shop.test', 'AAAA')], hosts('192.0.2.10 shop.test two.shop.test')),
    world('two lines for a name', [program('shop.test'), program('shop.test', 'AAAA')], hosts('192.0.2.10 shop.test\n192.0.2.11 shop.test\n2001:db8::10 shop.test')),
    world('mistakes in the file', [program('shop.test'), program('api.test'), program('img.test'), program('up.test')], hosts('582.33.96.77 shop.test\n192.0.2.10:8000 api.test\nhttp://192.0.2.10 img.test\n#192.0.2.10 up.test')),
    world('capitals, tabs and a comment', [program('shop.test'), program('api.test')], hosts('192.0.2.10\tShop.Test  API.test # here')),
    world('a time to live runs out', [dig('shop.test'), { zones: withShop(moved) }, again('shop.test'), { wait: 3.2 }, again('shop.test')], { zones: withShop(quick) }),
    world('“there is none” runs out', [dig('late.shop.test'), { zones: withShop(added) }, again('late.shop.test'), { wait: 3.2 }, again('late.shop.test')], { zones: withShop(quick) }),
  ];
  return [...named, ...byChance(seed, 14)];
}

function byChance(seed: number, count: number): readonly NameCase[] {
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const labels = ['a', 'b', 'www', 'x.y', 'shop'];
  return Array.from({ length: count }, (_, index) => {
    const names = (origin: string): string[] => labels.map((label) => `${label}.${origin}`);
    const all = [...names('shop.test'), ...names('cdn.test'), 'shop.test', 'cdn.test'];
    const text = (origin: string): string => {
      const lines = new Map<string, string>();
      for (const name of [origin, ...names(origin)]) {
        const ttl = pick([30, 60, 300, 3600]);
        const chance = below(10);
        if (chance < 3) lines.set(name, `${name} ${ttl} A 192.0.2.${1 + below(250)}`);
        else if (chance < 5) lines.set(name, `${name} ${ttl} AAAA 2001:db8::${1 + below(99)}`);
        else if (chance < 8 && name !== origin) lines.set(name, `${name} ${ttl} CNAME ${pick(all)}`);
      }
      return [...lines.values()].join('\n');
    };
    const zones = [
      root,
      zone('test', 'shop.test 3600 NS ns.shop.test\ncdn.test 3600 NS ns.cdn.test'),
      zone('shop.test', text('shop.test'), pick(['answers', 'answers', 'answers', 'lame'])),
      zone('cdn.test', text('cdn.test'), pick(['answers', 'answers', 'answers', 'lame'])),
    ];
    const asked = [pick(all), pick(all), pick(all)];
    const hostsName = pick(all);
    return world(
      `by chance ${index + 1}`,
      asked.flatMap((name) => [again(name), program(name, pick(['A', 'AAAA']))]),
      { zones, sources: pick([['files', 'dns'], ['dns', 'files']] as const), hosts: `${localhost}192.0.2.250 ${hostsName}\n` },
    );
  });
}
