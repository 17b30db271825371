import { expect, test } from 'vitest';
import { fromSearch, isAnswer, toSearch, wordsOf, type FailureEntry } from './model.ts';

const refused: FailureEntry = {
  hop: 'workers',
  status: '502',
  text: '502 Bad Gateway, at once [error] 31#31: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 198.51.100.7, server: shop.test The app is not running',
};
const unknown: FailureEntry = { hop: 'name', status: 'none', text: 'ERR_NAME_NOT_RESOLVED curl: (6) Could not resolve host' };
const any = { text: '', hop: '', status: '' };

test.each([
  ['nothing asked', any, [true, true]],
  ['a stop', { ...any, hop: 'name' }, [false, true]],
  ['a status', { ...any, status: '502' }, [true, false]],
  ['no HTTP answer', { ...any, status: 'none' }, [false, true]],
  ['a few words, in any order and case', { ...any, text: 'upstream REFUSED' }, [true, false]],
  ['one word that is not there', { ...any, text: 'refused nowhere' }, [false, false]],
  ['an error name', { ...any, text: 'err_name_not_resolved' }, [false, true]],
  ['part of it', { ...any, text: 'connect() failed (111' }, [true, false]],
  [
    'a pasted line with other times, numbers and addresses',
    { ...any, text: '2026/11/20 23:59:01 [error] 998#998: *77 connect() failed (111: Connection refused) while connecting to upstream, client: 203.0.113.9, server: example.org' },
    [true, false],
  ],
  ['a pasted line about something else', { ...any, text: 'the quick brown fox jumps over the lazy dog tonight' }, [false, false]],
  ['only punctuation', { ...any, text: '*** ::: ---' }, [true, true]],
])('%s', (_name, query, expected) => {
  expect([refused, unknown].map((entry) => isAnswer(entry, query))).toEqual(expected);
});

test('a very long text is cut, not refused', () => {
  expect(wordsOf('a '.repeat(100_000)).length).toBeLessThanOrEqual(200);
});

test('a query survives its address', () => {
  const query = { text: 'connect() failed', hop: 'workers', status: '502' };
  expect(fromSearch(toSearch(query), ['workers'], ['502'])).toEqual(query);
  expect(toSearch(any)).toBe('');
});

test('a broken address asks for everything', () => {
  expect(fromSearch('?hop=<b>&status=999', ['workers'], ['502'])).toEqual(any);
});
