import { expect, test } from 'vitest';
import { nearestWords, slips } from './spelling.ts';

test.each([
  ['port', 'port', 0],
  ['prot', 'port', 0.8],
  ['poet', 'port', 0.7],
  ['post', 'port', 1],
  ['adress', 'address', 0.5],
  ['portt', 'port', 0.5],
  ['sever', 'server', 0.8],
  ['serever', 'server', 1],
])('%s for %s: %d', (typed, meant, expected) => {
  expect(slips(typed, meant)).toBeCloseTo(expected);
});

test('words that are far apart are not compared to the end', () => {
  expect(slips('a'.repeat(40), 'certificate', 2)).toBeGreaterThan(2);
  expect(slips('certificate', 'middleware', 2)).toBeGreaterThan(2);
});

const words = new Map([['resolver', 9], ['certificate', 12], ['port', 40], ['post', 6], ['gunicorn', 30], ['middleware', 8], ['server', 90], ['serve', 3]]);

test.each([
  ['resovler', 'resolver'],
  ['gunicron', 'gunicorn'],
  ['middelware', 'middleware'],
  ['certifcate', 'certificate'],
  ['servr', 'server'],
  ['prt', undefined],
  ['xyzzyqq', undefined],
  ['elephant', undefined],
])('%s: probably %s', (typed, meant) => {
  expect(nearestWords(typed, words)[0]).toBe(meant);
});
