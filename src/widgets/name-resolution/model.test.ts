import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameProblem, resolve, type Resolution } from './model.ts';
import { scenarios, type ScenarioName, type Settings } from './scenarios.ts';
import { readSettings, worldOf } from './settings.ts';
import type { Caches } from './world.ts';

function look(settings: Settings, now = 0, caches?: Caches): Resolution {
  const { world, name } = worldOf(settings, caches);
  return resolve(world, name, settings.type, now);
}

const servers = ({ steps }: Resolution): string[] => steps.flatMap((step) => (step.at === 'server' ? [step.zone || '.'] : []));

test('with every cache empty the resolver walks from the root; the alias costs one question more', () => {
  const result = look(scenarios.cold);
  expect(servers(result)).toEqual(['.', 'test', 'shop.test', 'shop.test']);
  expect(result.outcome).toEqual({ kind: 'addresses', addresses: ['192.0.2.80'], from: 'dns' });
});

test('the browser remembers for a minute, the resolver for as long as the record says', () => {
  const first = look(scenarios.cold);
  expect(look(scenarios.cold, 59, first.world.caches).outcome).toMatchObject({ from: 'browser-cache' });
  const later = look(scenarios.cold, 61, first.world.caches);
  expect(servers(later)).toEqual([]);
  expect(later.outcome).toMatchObject({ from: 'dns' });
  expect(servers(look(scenarios.cold, 301, first.world.caches))).toEqual(['shop.test', 'shop.test']);
  expect(servers(look(scenarios.cold, 3601, first.world.caches))).toEqual(['.', 'test', 'shop.test', 'shop.test']);
});

test('a changed record is not seen before its time has run out', () => {
  const first = look(scenarios.cold);
  const moved = { ...scenarios.cold, zones: scenarios.cold.zones.map((zone) => ({ ...zone, text: zone.text.replace('192.0.2.80', '192.0.2.10') })) };
  expect(look(moved, 299, first.world.caches).outcome).toMatchObject({ addresses: ['192.0.2.80'] });
  expect(look(moved, 301, first.world.caches).outcome).toMatchObject({ addresses: ['192.0.2.10'] });
});

test.each<[ScenarioName, Resolution['outcome']]>([
  ['file', { kind: 'addresses', addresses: ['192.0.2.10'], from: 'hosts' }],
  ['alias', { kind: 'addresses', addresses: ['192.0.2.200'], from: 'dns' }],
  ['no-name', { kind: 'no-name' }],
  ['no-data', { kind: 'no-data' }],
  ['only-ipv6', { kind: 'no-data' }],
  ['circle', { kind: 'servfail' }],
  ['lame', { kind: 'servfail' }],
  ['silent-zone', { kind: 'servfail' }],
  ['silent-resolver', { kind: 'timeout' }],
  ['mistakes', { kind: 'addresses', addresses: ['192.0.2.80'], from: 'dns' }],
])('the scenario %s', (name, outcome) => {
  expect(look(scenarios[name]).outcome).toEqual(outcome);
});

test('with DNS over HTTPS the browser looks into the file, then asks its own resolver, whatever nsswitch says', () => {
  const settings: Settings = { ...scenarios['silent-resolver'], sources: 'files', doh: true };
  expect(look(settings).outcome).toMatchObject({ kind: 'addresses', from: 'dns' });
  expect(look({ ...scenarios.file, doh: true, sources: 'dns files' }).outcome).toMatchObject({ from: 'hosts' });
});

test('hosts(5): the lines that a system skips are named', () => {
  expect(worldOf(scenarios.mistakes).problems.skipped).toEqual([
    { line: 2, reason: 'port' },
    { line: 3, reason: 'url' },
    { line: 4, reason: 'address' },
  ]);
});

test('a line of a zone that cannot be read is left out and named', () => {
  const text = 'shop.test 300 A 192.0.2.80\nshop.test A 192.0.2.80\nelse.example 5 A 192.0.2.1\nx.shop.test 5 MX y\nx.shop.test 5 A ::1\nshop.test 5 CNAME www.shop.test';
  const settings = { ...scenarios.cold, name: 'shop.test', zones: scenarios.cold.zones.map((zone, i) => (i === 1 ? { ...zone, text } : zone)) };
  expect(worldOf(settings).problems.zones[1]?.map(({ line, code }) => `${line} ${code}`)).toEqual(['2 form', '3 outside', '4 type', '5 address', '6 alias-and-others']);
  expect(look(settings).outcome).toMatchObject({ addresses: ['192.0.2.80'] });
});

test('names', () => {
  expect(['', 'a..b', 'a'.repeat(64), `${'a.'.repeat(127)}a`, 'https://shop.test', 'shop test', 'shop.test:80', 'www.shop.test', '_dmarc.shop.test'].map(nameProblem)).toEqual([
    'empty',
    'label',
    'label',
    'length',
    'character',
    'character',
    'character',
    undefined,
    undefined,
  ]);
});

test('whatever is typed, a look-up ends', () => {
  const name = fc.constantFrom('a.shop.test', 'b.shop.test', 'shop.test', 'cdn.test', 'a.cdn.test', 'test', 'x.nope');
  const line = fc.oneof(fc.string(), fc.tuple(name, fc.constantFrom('A', 'AAAA', 'CNAME', 'NS'), fc.oneof(name, fc.constant('192.0.2.1'))).map(([a, b, c]) => `${a} 30 ${b} ${c}`));
  const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
  const zone = fc.record({ text, state: fc.constantFrom('answers' as const, 'silent' as const, 'lame' as const) });
  fc.assert(
    fc.property(name, text, fc.tuple(zone, zone, zone), (asked, hosts, zones) => {
      const settings: Settings = { ...scenarios.cold, name: asked, hosts, zones };
      expect(readSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
      expect(look(settings).steps.length).toBeLessThan(200);
    }),
  );
});

test.each([null, 1, {}, { ...scenarios.cold, zones: [] }, { ...scenarios.cold, sources: 'nis' }, { ...scenarios.cold, hosts: 'a'.repeat(5000) }])('%j is no link of ours', (value) => {
  expect(readSettings(value)).toBeUndefined();
});
