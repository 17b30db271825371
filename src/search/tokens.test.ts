import { expect, test } from 'vitest';
import { stemOf, wordsOf } from './tokens.ts';

test.each([
  ['X-Forwarded-For', ['x', 'forwarded', 'for']],
  ['wsgi.input', ['wsgi', 'input']],
  ['connect() failed (111: Connection refused)', ['connect', 'failed', '111', 'connection', 'refused']],
  ['Gunicorn’s timeout', ['gunicorn', 'timeout']],
  ['N+1', ['n', '1']],
  ['ﬁle ＨＴＴＰ', ['file', 'http']],
  ['…?!<>', []],
])('%s is the words %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

test.each([
  ['workers', 'worker'],
  ['caching', 'cache'],
  ['cached', 'cache'],
  ['queries', 'query'],
  ['stopped', 'stop'],
  ['certificates', 'certificate'],
  ['processes', 'process'],
  ['сертификата', 'сертификат'],
  ['воркеров', 'воркер'],
  ['переменные', 'переменная'],
  ['контейнеры', 'контейнер'],
  ['имён', 'имена'],
])('%s and %s have one stem', (word, other) => {
  expect(stemOf(word)).toBe(stemOf(other));
});

test.each([
  ['status', 'state'],
  ['port', 'part'],
  ['dns', 'dn'],
  ['порт', 'портал'],
])('%s and %s have two stems', (word, other) => {
  expect(stemOf(word)).not.toBe(stemOf(other));
});
