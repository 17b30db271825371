import { expect, test } from 'vitest';
import { hopIds } from '../schemas/common.ts';
import { markOf, phaseOf, stations, stopNumber } from './hops.ts';

test('the strip has the stations that content may name, in the same order', () => {
  expect(stations.map(({ id }) => id)).toEqual([...hopIds]);
});

test.each([
  ['name', 'reach', 2],
  ['web-server', 'accept', 4],
  ['gateway', 'translate', 5],
  ['database', 'process', 8],
  ['all', 'plain', undefined],
  ['back', 'back', undefined],
] as const)('hop %s is drawn as %s, stop %s', (hop, phase, number) => {
  expect(phaseOf(hop)).toBe(phase);
  expect(stopNumber(hop)).toBe(number);
});

test('a chapter about the whole way has a round mark, the way back an arrow', () => {
  expect(markOf('plain')).toBe('mark-reach');
  expect(markOf('back')).toBe('mark-back');
});
