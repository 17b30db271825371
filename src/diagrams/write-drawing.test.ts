import { expect, test } from 'vitest';
import { everything, serialise, shape } from './shape.ts';
import { rewrite, writeDrawing } from './write-drawing.ts';

const source = `sequenceDiagram
  accTitle: A < B
  accDescr: One asks, the other answers.
  nginx->>worker: GET /
`;

/** As mermaid draws it, with its colours, styles and ids. */
function drawn(words: string): ReturnType<typeof shape> {
  const line = { class: 'messageLine0', 'data-from': 'nginx', x1: '11', y1: '60', x2: '106', y2: '60', 'marker-end': 'url(#x-arrowhead)' };
  return shape('svg', { 'aria-roledescription': 'sequence', id: 'x' }, [
    shape('line', { class: 'actor-line 200', id: 'actor0', 'data-id': 'nginx', x1: '10', y1: '30', x2: '10', y2: '2000' }),
    shape('line', { class: 'actor-line 200', id: 'actor1', 'data-id': 'worker', x1: '110', y1: '30', x2: '110', y2: '2000' }),
    shape('text', { class: 'messageText', style: 'font-size: 14px', x: '60', y: '40' }, [words]),
    shape('line', { ...line, style: 'fill: none', stroke: '#333' }),
    shape('text', { class: 'mystery' }, [shape('tspan', {}, [words === 'GET /' ? words : 'lost words'])]),
  ]);
}

test('a question has the colour of the phase that asks, and its words stand above it, between the lifelines', () => {
  const parts = [...everything(rewrite(drawn('GET /'), '0123456789abcdef', source))];
  expect(parts.find(({ attributes }) => attributes['class'] === 'ask accept')?.attributes).toMatchObject({
    y1: 60,
    'marker-end': 'url(#d0123456789abcdef-ask-accept)',
  });
  expect(parts.find(({ attributes }) => attributes['class'] === 'msg accept')?.attributes).toMatchObject({ x: 60, y: 52 });
});

test('ids and references begin with the key; styles and colours are gone', () => {
  const svg = serialise(rewrite(drawn('GET /'), '0123456789abcdef', source));
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual(['d0123456789abcdef-t', 'd0123456789abcdef-d', 'd0123456789abcdef-ask-accept']);
  expect(svg).toContain('aria-labelledby="d0123456789abcdef-t d0123456789abcdef-d"');
  expect(svg).toContain('<title id="d0123456789abcdef-t">A &lt; B</title>');
  expect(svg).not.toMatch(/style|#333|data-/);
});

test('words that would be lost are told', () => {
  expect(() => rewrite(drawn('GET /other'), 'k', source)).toThrow(/mermaid drew the words `lost words`/);
});

test('a drawing has its natural size in whole pixels', () => {
  const svg = writeDrawing(shape('svg', { xmlns: 'http://www.w3.org/2000/svg', class: 'dg' }), { x: 0.4, y: 0, width: 99.8, height: 50 });
  expect(svg).toBe('<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 105 54" width="105" height="54" class="dg"/>\n');
});
