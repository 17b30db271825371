import fc from 'fast-check';
import { expect, test } from 'vitest';
import { views } from './model.ts';
import { differencesOf, factsOf, panesOf, remarksOf } from './panes.ts';
import { presets } from './presets.ts';
import { segmentsOf } from './segments.ts';
import { connectionOf, toRequest } from './request.ts';
import { readSettings } from './settings.ts';
import { strings } from './strings.ts';

const text = strings.en;

test('a line break is CR LF, and \\xHH is one byte', () => {
  expect([...toRequest('a\n\\x0aë\\xFF\\xzz')]).toEqual([97, 13, 10, 10, 0xc3, 0xab, 0xff, ...[...'\\xzz'].map((one) => one.charCodeAt(0))]);
});

test.each(Object.entries(presets))('preset %s has its fact, fits a link, and servers differ or agree in words', (_, preset) => {
  const { connection, problems } = connectionOf(preset);
  expect(problems).toEqual([]);
  expect(readSettings(JSON.parse(JSON.stringify(preset)))).toEqual(preset);
  const request = toRequest(preset.text);
  const all = views(request, connection);
  const { lines } = segmentsOf(String.fromCharCode(...request));
  const facts = [...factsOf(all), ...lines.flatMap(({ segments }) => segments.flatMap((segment) => segment.facts))];
  expect(facts).toContain(preset.fact);
  for (const sentence of [...differencesOf(all, request, connection, text), ...panesOf(all, text).map(({ verdict }) => verdict)]) expect(sentence).toMatch(/^\S.*[.`]$/s);
});

test('each refusal stands at its line', () => {
  const { connection } = connectionOf(presets.hosts);
  expect(remarksOf(views(toRequest(presets.hosts.text), connection), text)).toContainEqual({ line: 3, text: 'Nginx: 400' });
});

test.each([
  ['peer', '203.0.113.300'],
  ['peer', 'a'],
  ['mount', 'shop'],
  ['mount', '/shop/'],
])('a wrong %s, %s, is named and not used', (name, value) => {
  const { connection, problems } = connectionOf({ ...presets.names, [name]: value });
  expect(problems).toEqual([name]);
  expect(connection.peer.address).toBe('203.0.113.7');
  expect(connection.mount).toBe('');
});

test('any state of a link is read or refused, and what is read can be shown', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.record({ text: fc.string({ unit: 'grapheme', maxLength: 200 }), peer: fc.string(), scheme: fc.constantFrom('http', 'https'), mount: fc.string(), fact: fc.string() })), (value) => {
      const settings = readSettings(value);
      if (!settings) return;
      const { connection } = connectionOf(settings);
      const request = toRequest(settings.text);
      const all = views(request, connection);
      panesOf(all, text);
      differencesOf(all, request, connection, text);
      segmentsOf(String.fromCharCode(...request));
    }),
    { numRuns: 300 },
  );
});
