import { expect, test } from 'vitest';
import { filesOf, megabytes, readHeld, sizeOf } from './model.ts';

const list = { version: 'a', site: [['/en/', 1_200_000], ['/x.css', 300_000]], python: [['/python/p.wasm', 9_000_000]] } as const;

test('the size is that of what was chosen', () => {
  expect(megabytes(sizeOf(filesOf(list, false)), 'en')).toBe('1.5 MB');
  expect(megabytes(sizeOf(filesOf(list, true)), 'en')).toBe('10.5 MB');
});

test('what a cache says of itself is read whole or not at all', () => {
  const held = { version: 'a', hasPython: true, bytes: 5, at: '2026-11-21T10:00:00.000Z' };
  expect(readHeld(JSON.parse(JSON.stringify(held)))).toEqual(held);
  for (const broken of [null, {}, { ...held, at: 'today' }, { ...held, bytes: '5' }, 'x']) expect(readHeld(broken)).toBeUndefined();
});
