import { expect, test } from 'vitest';
import { readFields, toFields, type ExerciseRequest, type RequestFields } from './own-request.ts';

const fields: RequestFields = { method: 'GET', path: '/', headers: '', body: '', parts: '1', messages: '' };

test.each<[string, ExerciseRequest, string?]>([
  ['a GET', { method: 'GET', path: '/books', query: 'id=4&lang=en' }],
  ['a POST with a body', { method: 'POST', path: '/echo', headers: [['Content-Type', 'text/plain'], ['X-Empty', '']], body: 'Привет' }],
  ['a body in parts', { method: 'POST', path: '/echo', body_chunks: ['ab', 'cd', 'e'] }],
  ['messages of a WebSocket', { scope: 'websocket', path: '/chat', ws_in: ['one', 'two'] }, 'websocket'],
  ['a lifespan', { scope: 'lifespan' }, 'lifespan'],
])('%s survives the form', (_, request, scope) => {
  expect(readFields(toFields(request), scope)).toEqual({ kind: 'request', request });
});

test.each<[string, Partial<RequestFields>, string]>([
  ['a method with a space', { method: 'GET IT' }, 'method'],
  ['a path without a slash', { path: 'books' }, 'path'],
  ['a fragment', { path: '/books#top' }, 'path'],
  ['a header without a colon', { headers: 'Host' }, 'headers'],
  ['a header name with a space', { headers: 'Content Type: text/plain' }, 'headers'],
  ['a header that is not Latin-1', { headers: 'X-Name: Привет' }, 'headers'],
  ['half a part', { parts: '1.5' }, 'parts'],
])('%s is refused, and the field is known', (_, wrong, field) => {
  expect(readFields({ ...fields, ...wrong })).toMatchObject({ kind: 'wrong', field });
});

test('a body of two letters comes in two events at most', () => {
  expect(readFields({ ...fields, method: 'post', body: 'ab', parts: '5' })).toEqual({ kind: 'request', request: { method: 'POST', path: '/', body_chunks: ['a', 'b'] } });
});
