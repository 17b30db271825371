import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { recordings } from './data.ts';
import { hops, looks } from './model.ts';

const data = recordings('en');

test('everything that is cited was recorded, and fits into 40 kB compressed', () => {
  expect(data.scenarios).toHaveLength(8);
  expect(data.failures.length).toBeGreaterThanOrEqual(16);
  expect(data.cases).toHaveLength(10);
  expect(brotliCompressSync(JSON.stringify(data)).length).toBeLessThan(40_000);
  expect(Object.keys(data.versions)).toEqual(expect.arrayContaining(['nginx', 'gunicorn', 'uvicorn', 'flask', 'fastapi', 'postgresql', 'curl']));
});

test.each(data.scenarios.map((scenario) => [scenario.id, scenario] as const))('%s goes out from the browser and comes back, never back in time', (_, { steps }) => {
  expect(steps[0]?.hop).toBe('browser');
  expect(steps.at(-1)?.isBack).toBe(true);
  const times = steps.flatMap(({ at }) => (at === undefined ? [] : [at]));
  expect(times.length).toBeGreaterThan(1);
  expect(times).toEqual([...times].sort((one, other) => one - other));
  for (const step of steps.slice(1)) expect(step.shots.length, step.title).toBeGreaterThan(0);
});

describe.each(data.failures.map((failure) => [failure.id, failure] as const))('%s', (_, { hop, looks: found }) => {
  const author = found.access.lines.at(-1) ?? '';
  test('dies where its access line says', () => {
    const at = hops.indexOf(hop);
    if (at < hops.indexOf('web-server')) expect(found.access.lines).toEqual([]);
    else if (hop === 'web-server') expect(author).toContain('app=-/-');
    else expect(author).not.toContain('app=-/-');
  });
});

test.each(data.cases.map((one) => [one.failure, one] as const))('the way to %s is one of looks that show something', (_, { failure, way }) => {
  const found = data.failures.find(({ id }) => id === failure);
  expect(way.every((look) => looks.includes(look))).toBe(true);
  for (const look of way) expect(found?.looks[look].lines.length).toBeGreaterThan(0);
});

/** What a reader sees in the looks, with its addresses, without the other numbers and the paths that differ from one request to the next. */
function seen(failure: (typeof data.failures)[number], way: readonly (keyof typeof failure.looks)[]): string {
  const text = way.map((look) => failure.looks[look].lines.join('\n')).join('\n\n');
  return text.replaceAll(/\/[\w./-]+/g, '/path').replaceAll(/(?<![\d.])\d+(?![\d.])/g, 'N');
}

test.each(data.cases.map((one) => [one.failure, one] as const))('the shortest way to %s tells it from every other failure', (_, { failure, way }) => {
  const truth = data.failures.find(({ id }) => id === failure);
  if (!truth) throw new Error(`no failure ${failure}`);
  const alike = (looks: typeof way): readonly string[] => data.failures.filter((other) => seen(other, looks) === seen(truth, looks)).map(({ id }) => id);
  expect(alike(way)).toEqual([failure]);
});
