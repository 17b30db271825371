import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rungs } from './ladder.ts';
import { defaults, reuse, whoGivesUp, type Verdict } from './model.ts';
import { longest, readSettings, scenarios, upstreams, workers, type ScenarioName, type Settings } from './settings.ts';

const verdictOf = (name: ScenarioName): Verdict => whoGivesUp(scenarios[name].timeouts, scenarios[name].work);

test.each<[ScenarioName, Pick<Verdict, 'who' | 'limit' | 'at' | 'status'>]>([
  ['defaults', { who: 'gunicorn', limit: 'gunicornTimeout', at: 30, status: 500 }],
  ['inwards', { who: 'database', limit: 'database', at: 9, status: 500 }],
  ['nginx', { who: 'nginx', limit: 'nginxRead', at: 20, status: 504 }],
  ['threads', { who: 'nginx', limit: 'nginxRead', at: 60, status: 504 }],
  ['blocked', { who: 'gunicorn', limit: 'gunicornTimeout', at: 30, status: 502 }],
  ['silent', { who: 'nginx', limit: 'nginxConnect', at: 3, status: 504 }],
  ['refused', { who: 'nginx', limit: null, at: 0, status: 502 }],
  ['visitor', { who: 'browser', limit: 'browser', at: 10, status: null }],
  ['deploy', { who: 'gunicorn', limit: 'gunicornGraceful', at: 15, status: 502 }],
  ['idle', { who: null, limit: null, at: 2, status: 200 }],
])('the scenario %s', (name, expected) => {
  expect(verdictOf(name)).toMatchObject(expected);
});

test('whoever is nearer to the client gives up, and the work goes on behind', () => {
  expect(verdictOf('nginx').inVain).toEqual([
    { who: 'app', until: 30 },
    { who: 'database', until: 91 },
  ]);
  expect(verdictOf('inwards').inVain).toEqual([]);
});

test('the client that leaves is a 499 in both access logs, and Nginx logs no error', () => {
  expect(verdictOf('visitor').logs.slice(0, 2)).toEqual([
    { log: 'balancer', text: '499' },
    { log: 'nginx-access', text: '499' },
  ]);
});

test('Gunicorn closes idle connections before Nginx does, by default', () => {
  expect(reuse(defaults, scenarios.idle.work)).toEqual({ client: 'reused', upstream: 'new', isRace: true });
  expect(reuse({ ...defaults, gunicornKeepAlive: 75 }, scenarios.idle.work)).toEqual({ client: 'reused', upstream: 'reused', isRace: false });
});

const seconds = fc.integer({ min: 0, max: longest });
const settings: fc.Arbitrary<Settings> = fc.record({
  timeouts: fc.record({
    browser: fc.option(seconds),
    loadBalancer: fc.option(seconds),
    clientKeepAlive: seconds,
    nginxConnect: seconds,
    nginxSend: seconds,
    nginxRead: seconds,
    upstreamKeepAlive: seconds,
    gunicornTimeout: seconds,
    gunicornGraceful: seconds,
    gunicornKeepAlive: seconds,
    app: fc.option(seconds),
    database: fc.option(seconds),
  }),
  work: fc.record({
    worker: fc.constantFrom(...workers),
    upstream: fc.constantFrom(...upstreams),
    compute: seconds,
    query: seconds,
    isUnread: fc.boolean(),
    idle: seconds,
    stop: fc.option(seconds),
  }),
});

test('somebody always comes first, no limit that runs ends earlier, and nobody works in vain before', () => {
  fc.assert(
    fc.property(settings, (one) => {
      const verdict = whoGivesUp(one.timeouts, one.work);
      expect(verdict.at).toBeLessThanOrEqual(2 * longest);
      expect(verdict.logs.length).toBeGreaterThan(0);
      for (const { limit, to } of rungs(one)) {
        // A limit of the app or the database matters only when the query takes longer.
        if (limit === 'app' || limit === 'database' || limit === 'nginxSend') continue;
        expect(to).toBeGreaterThanOrEqual(verdict.at);
      }
      for (const { until } of verdict.inVain) expect(until).toBeGreaterThan(verdict.at);
    }),
    { numRuns: 500 },
  );
});

test('a link holds settings, whole or not at all', () => {
  fc.assert(fc.property(settings, (one) => void expect(readSettings(JSON.parse(JSON.stringify(one)))).toEqual(one)));
  for (const broken of [null, 1, {}, { timeouts: {}, work: {} }, { ...scenarios.defaults, work: { ...scenarios.defaults.work, worker: 'tornado' } }, { ...scenarios.defaults, timeouts: { ...defaults, nginxRead: 1e9 } }]) {
    expect(readSettings(broken)).toBeUndefined();
  }
});
