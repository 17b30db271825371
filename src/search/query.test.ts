import { expect, test } from 'vitest';
import { boundQuery, compounds, isErrorText, isHowQuestion, isPasted, longestQuery, queryTokens } from './query.ts';

test.each([
  ['  hosts \n file\t', 'hosts file'],
  ['a\u0000b\u202Ec', 'a b c'],
  ['a \uD800b\uDC00 😀', 'a b 😀'],
  ['x'.repeat(10_000), 'x'.repeat(longestQuery)],
  ['😀'.repeat(10_000), '😀'.repeat(longestQuery)],
])('a query is one bounded line', (typed, searched) => {
  expect(boundQuery(typed)).toBe(searched);
});

const line =
  '2026/11/21 09:29:52 [error] 17540#17540: *14 connect() failed (111: Connection refused) while connecting to upstream, client: 198.51.100.7, server: shop.test, request: "GET /books/42 HTTP/1.1", upstream: "http://127.0.0.1:8000/books/42", host: "shop.test"';

test('of a pasted line the words stay that could stand in any log', () => {
  expect(isPasted(line)).toBe(true);
  expect(queryTokens(line).map(({ word }) => word)).toEqual(['error', 'connect', 'failed', '111', 'connection', 'refused', 'while', 'connecting', 'to', 'upstream']);
});

test('a long question is not a pasted line, and a short one keeps its numbers', () => {
  expect(isPasted('do I need nginx in front of uvicorn')).toBe(false);
  expect(queryTokens('127.0.0.1 or 0.0.0.0').map(({ word }) => word)).toContain('127');
});

test('many words are bounded', () => {
  expect(queryTokens('word '.repeat(100)).length).toBeLessThanOrEqual(48);
});

test.each([
  ['X-Forwarded-For', ['X-Forwarded-For']],
  ['what is wsgi.input?', ['wsgi.input']],
  ['$upstream_response_time', ['upstream_response_time']],
  ['hosts file', []],
  ['127.0.0.1', []],
])('%s has the written words %j', (query, expected) => {
  expect(compounds(query)).toEqual(expected);
});

test.each([
  ['ECONNREFUSED', true],
  ['curl: (52)', true],
  ['502', true],
  ['AH00957', true],
  ['reverse proxy', false],
])('%s is what a failing program says: %s', (query, expected) => {
  expect(isErrorText(query)).toBe(expected);
});

test('a question that asks how is told from one that asks what', () => {
  expect(isHowQuestion('why is HTTPS slow')).toBe(true);
  expect(isHowQuestion('what is a port')).toBe(false);
});
