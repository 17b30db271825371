import { expect, test } from 'vitest';
import { Synonyms } from './synonyms.ts';
import { tokensOf } from './tokens.ts';

const synonyms = new Synonyms([
  ['k8s', 'Kubernetes'],
  ['env vars', 'environment variable'],
  ['lb', 'load balancer'],
]);
const readings = (query: string): string[] => synonyms.readings(tokensOf(query)).map((reading) => reading.map(({ word }) => word).join(' '));

test('an abbreviation is read as the guide’s word, inside a sentence and with other endings', () => {
  expect(readings('k8s')).toEqual(['kubernetes']);
  expect(readings('set env var')).toEqual(['set environment variable']);
});

test('several are read each by itself and all together', () => {
  expect(readings('k8s behind lb')).toEqual(['kubernetes behind load balancer', 'kubernetes behind lb', 'k8s behind load balancer']);
});

test('other words have no other reading', () => {
  expect(readings('reverse proxy')).toEqual([]);
});
