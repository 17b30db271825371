import { expect, test } from 'vitest';
import { cardSvg } from './card.ts';

const card = { title: 'How does a server call Python?', kicker: 'Chapter 10', hop: 'gateway' } as const;

test('a card has no text that wants a font, and is the same each time', () => {
  const svg = cardSvg(card, 'Request Path');
  expect(svg).not.toContain('<text');
  expect(cardSvg(card, 'Request Path')).toBe(svg);
});

test('one stop is lit by its ring, and none for a page about the whole way', () => {
  const rings = (svg: string): number => svg.split('r="31"').length - 1;
  expect(rings(cardSvg(card, 'Request Path'))).toBe(1);
  expect(rings(cardSvg({ ...card, hop: 'all' }, 'Request Path'))).toBe(0);
});
