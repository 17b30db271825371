import { expect, test } from 'vitest';
import { simulate, type Run } from './model.ts';
import { presets, readSettings, simulationOf, type PresetName } from './settings.ts';
import { timelineOf } from './timeline.ts';

const runOf = (name: PresetName): Run => simulate(simulationOf(presets[name]));

test.each<[PresetName, number]>([
  ['four', 1],
  ['one', 3],
  ['threads', 1],
  ['loop', 0.5],
  ['blocked', 3],
  ['pool', 1],
  ['computing', 4],
])('the case %s ends after %f s', (name, total) => {
  expect(runOf(name).total).toBeCloseTo(total);
});

test('the cases with failures have them, and only they', () => {
  const failing = (Object.keys(presets) as PresetName[]).filter((name) => runOf(name).answered < presets[name].count);
  expect(failing).toEqual(['timeout', 'silent']);
  expect(runOf('silent').answered).toBeGreaterThan(0);
});

test('fifty requests a second of 0.2 s are ten at once: Little’s law', () => {
  const { little } = runOf('traffic');
  expect(little.rate).toBeGreaterThan(40);
  expect(little.inside).toBeGreaterThan(8);
});

test('64 visitors of four workers with four threads are shared unevenly', () => {
  expect(Math.max(...runOf('uneven').shares)).toBeGreaterThan(32);
});

test('a link holds settings, whole or not at all', () => {
  for (const settings of Object.values(presets)) expect(readSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
  const { four } = presets;
  for (const broken of [null, 1, {}, { ...four, kind: 'tornado' }, { ...four, workers: 17 }, { ...four, count: 1.5 }, { ...four, wait: '1' }, { ...four, seed: undefined }]) expect(readSettings(broken)).toBeUndefined();
});

test('bars of one lane never overlap, and the picture has its full width', () => {
  for (const settings of Object.values(presets)) {
    const { workers } = timelineOf(simulate(simulationOf(settings)));
    expect(workers).toHaveLength(settings.workers);
    const ends: number[] = [];
    for (const { bars } of workers) {
      for (const lane of new Set(bars.map((bar) => bar.lane))) {
        const inLane = bars.filter((bar) => bar.lane === lane);
        for (const [i, { from }] of inLane.entries()) expect(from).toBeGreaterThanOrEqual((inLane[i - 1]?.to ?? 0) - 1e-6);
      }
      ends.push(...bars.map(({ to }) => to));
    }
    expect(Math.max(...ends)).toBeCloseTo(1);
  }
});
