import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Regex } from './regex.ts';

const first = (source: string, text: string, caseless = false): readonly string[] | undefined => new Regex(source, caseless, 1).exec(text)?.groups;

test.each([
  ['(a+?)(a*)', 'aaa', ['aaa', 'a', 'aa']],
  ['(?>a+)a', 'aaa', undefined],
  ['a++b', 'aab', ['aab']],
  ['a++a', 'aaa', undefined],
  ['^(?i)LOGO$', 'logo', ['logo']],
  ['(?i:a)b', 'AB', undefined],
  ['^(?<year>\\d{4})-\\k<year>$', '2026-2026', ['2026-2026', '2026']],
  ['(a)|(b)', 'b', ['b', '', 'b']],
  ['(|a)+', 'a', ['', '']],
  ['x(?!y)', 'xyxz', ['x']],
  ['(?=(a+))a', 'aa', ['a', 'aa']],
  ['^a$', 'a\n', ['a']],
  ['^a\\z', 'a\n', undefined],
  ['a.b', 'a\nb', undefined],
  ['(?s)a.b', 'a\nb', ['a\nb']],
  ['(?m)^b', 'a\nb', ['b']],
  ['[[:alpha:]_-]+', '1a_-2', ['a_-']],
  ['[^\\d/]+', '1/ab', ['ab']],
  ['\\Qa.b\\E', 'a.b', ['a.b']],
  ['\\x41\\x{42}', 'AB', ['AB']],
  ['\\bcd\\B', 'ab cde', ['cd']],
  ['a{,3}', 'a{,3}', ['a{,3}']],
  ['a(?#note){2}', 'aa', ['aa']],
])('%s on %j', (source, text, groups) => {
  expect(first(source, text)).toEqual(groups);
});

test('`~*` ignores the case of ASCII letters, in classes and back references too', () => {
  expect(first('([a-c])\\1', 'xBb', true)).toEqual(['Bb', 'B']);
});

test('where the languages agree, it matches what the browser’s own expressions match', () => {
  const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '(?:a|bc)', '(b)', '(?:a(?:b|c))', '\\/');
  const quantifier = fc.constantFrom('', '', '*', '+', '?', '*?', '+?', '{2}', '{1,2}', '{0,1}?');
  const piece = fc.tuple(atom, quantifier).map((parts) => parts.join(''));
  const branch = fc.array(piece, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
  const group = fc.tuple(branch, quantifier).map(([body, times]) => `(?:a${body})${times}`);
  const pattern = fc.tuple(fc.constantFrom('', '^'), fc.array(fc.oneof(branch, group), { minLength: 1, maxLength: 3 }), fc.constantFrom('|', ''), fc.constantFrom('', '$')).map(([start, parts, between, end]) => start + parts.join(between) + end);
  fc.assert(
    fc.property(pattern, fc.string({ unit: fc.constantFrom('a', 'b', 'c', '/'), maxLength: 12 }), (source, text) => {
      expect(first(source, text)?.[0]).toBe(new RegExp(source).exec(text)?.[0]);
    }),
    { numRuns: 1000 },
  );
});
