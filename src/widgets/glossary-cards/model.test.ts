import { expect, test } from 'vitest';
import { placeCard } from './model.ts';

const card = { width: 250, height: 120 };
const box = (left: number, top: number): { left: number; right: number; top: number; bottom: number } => ({
  left,
  right: left + 80,
  top,
  bottom: top + 24,
});

test('with a margin the card stands in it, at the height of the term', () => {
  const place = placeCard(box(400, 300), card, { right: 1300, margin: 256 }, { width: 1440, height: 900 });
  expect(place).toEqual({ left: 1044, top: 296 });
});

test('a term in the margin has its card below', () => {
  const place = placeCard(box(1050, 300), card, { right: 1300, margin: 256 }, { width: 1440, height: 900 });
  expect(place).toEqual({ left: 1050, top: 330 });
});

test('on a phone the card stays in the window', () => {
  const place = placeCard(box(260, 300), card, { right: 344, margin: 0 }, { width: 360, height: 740 });
  expect(place).toEqual({ left: 94, top: 330 });
});

test('at the window’s foot the card stands above its term', () => {
  const place = placeCard(box(20, 700), card, { right: 344, margin: 0 }, { width: 360, height: 740 });
  expect(place).toEqual({ left: 20, top: 574 });
});
