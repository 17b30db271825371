import { expect, test } from 'vitest';
import { routePath } from './route.ts';

const free = { start: 0, end: 0 };

test('a turn is rounded', () => {
  expect(routePath([{ x: 0, y: 0 }, { x: 0, y: 40 }, { x: 40, y: 40 }], free)).toBe('M0 0L0 32Q0 40 8 40L40 40');
});

test('a sidestep of a few pixels is taken out; the shorter part moves', () => {
  const corners = [{ x: 2, y: 0 }, { x: 2, y: 10 }, { x: 0, y: 10 }, { x: 0, y: 90 }];
  expect(routePath(corners, free)).toBe('M0 0L0 90');
});

test('a straight line that mermaid wrote in parts moves as a whole', () => {
  const corners = [{ x: 0, y: 0 }, { x: 0, y: 60 }, { x: 0, y: 90 }, { x: 3, y: 90 }, { x: 3, y: 100 }];
  expect(routePath(corners, free)).toBe('M0 0L0 100');
});

test('a real turn stays', () => {
  const corners = [{ x: 30, y: 0 }, { x: 30, y: 10 }, { x: 0, y: 10 }, { x: 0, y: 90 }];
  expect(routePath(corners, free).match(/Q/g)).toHaveLength(2);
});

test('room is left for the heads', () => {
  expect(routePath([{ x: 0, y: 0 }, { x: 0, y: 40 }], { start: 4, end: 4 })).toBe('M0 4L0 36');
});
