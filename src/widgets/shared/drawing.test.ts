import { expect, test } from 'vitest';
import { shape, toMarkup } from './drawing.ts';

test('a drawing is written with its attributes and texts, which stay texts', () => {
  const drawing = shape('svg', { height: 8, class: 'a "b"' }, shape('rect', { x: '5.00%' }), shape('text', {}, '<1 & 2'));
  expect(toMarkup(drawing)).toBe('<svg height="8" class="a &quot;b&quot;"><rect x="5.00%"></rect><text>&lt;1 &amp; 2</text></svg>');
});
