import { expect, test } from 'vitest';
import { lightColours } from './colours.ts';

test('pictures take their colours from the stylesheet', () => {
  const colour = lightColours();
  expect(colour('paper')).toMatch(/^#f/);
  expect(colour('reach-line')).toMatch(/^#[0-9a-f]{6}$/);
  expect(() => colour('no-such')).toThrow('sets no colour --no-such');
});
