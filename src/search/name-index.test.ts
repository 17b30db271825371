import { expect, test } from 'vitest';
import { NameIndex, type NameRow } from './name-index.ts';
import { tokensOf } from './tokens.ts';

const rows: readonly NameRow[] = [
  ['wsgi/#call', 'One call', 0, 2, 2],
  ['glossary/#reverse-proxy', 'reverse proxy', 0, 3, 'gateway'],
  ['glossary/#wsgi', 'WSGI', 0, 3, 'Web Server Gateway Interface'],
  ['failures/#refused', '502 Bad Gateway, at once', 0, 0, 'connect() failed (111: Connection refused)', '502'],
  ['wsgi/#recap', 'Recap', 0, 0],
  ['web-servers/#slash', 'One slash', 1, 0, 'proxy_pass'],
];
const index = new NameIndex(rows);
const best = (query: string, groups: readonly (readonly string[])[] = []): string | undefined => {
  const [first] = [...index.find(tokensOf(query), { groups })].sort(([, a], [, b]) => b - a);
  return first && rows[first[0]]?.[0];
};

test.each([
  ['reverse proxy', 'glossary/#reverse-proxy'],
  ['Reverse-Proxies', 'glossary/#reverse-proxy'],
  ['revers', 'glossary/#reverse-proxy'],
  ['what is wsgi', 'glossary/#wsgi'],
  ['connect() failed (111: Connection refused) while connecting to upstream', 'failures/#refused'],
  ['gateway', 'glossary/#reverse-proxy'],
  ['elephant', undefined],
])('%s leads to %s', (query, address) => {
  expect(best(query)).toBe(address);
});

test('the section that explains a term has its names, after the term itself', () => {
  const scores = index.find(tokensOf('wsgi'));
  expect(scores.get(0)).toBeGreaterThan(0.5);
  expect(scores.get(0)).toBeLessThan(scores.get(2) ?? 0);
});

test('what is written as one word is not found by a part of it', () => {
  const scores = index.find(tokensOf('proxy_pass'), { groups: [['proxy', 'pass']] });
  expect(scores.get(5)).toBeGreaterThan(0.9);
  expect(scores.get(1)).toBeLessThan(0.3);
});

test('names in another language come later, for the section that explains them, too', () => {
  const own = new NameIndex(rows);
  own.add([[2, 'шлюзовой интерфейс']]);
  expect([...own.find(tokensOf('шлюзового интерфейса')).keys()].sort()).toEqual([0, 2]);
});

test('two words written as one are known apart', () => {
  expect(index.apart('reverseproxy')).toBe('reverse proxy');
});
