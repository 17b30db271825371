import { describe, expect, test } from 'vitest';
import { gradeAll, pythonMissing } from './run-python.ts';

const missing = pythonMissing();

const echo = {
  interface: 'wsgi',
  requests: [
    { id: 'ascii', title: 'five bytes', request: { method: 'POST', path: '/echo', body: 'hello' }, expect: { status: 200, headers: { 'content-length': '5' }, body: 'hello' } },
    { id: 'accent', title: 'é has two', request: { method: 'POST', path: '/echo', body: 'é' }, expect: { body: 'é', headers: { 'content-length': '2' } } },
  ],
};
const program = (length: string): string =>
  `def app(environ, start_response):\n    body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))\n    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(${length}))])\n    return [body]\n`;
const hello = 'def app(environ, start_response):\n    environ["wsgi.errors"].write("asked\\n")\n    start_response("404 Not Found", [("Content-Type", "text/plain"), ("X-Shop", "a"), ("X-Shop", "b")])\n    return [b"No ", b"", b"page."]\n';
const parts = { interface: 'asgi', requests: [{ id: 'parts', title: 'three parts', request: { method: 'POST', body_chunks: ['a', 'b', 'c'] }, expect: { body: 'abc' } }] };
const asgi = (read: string): string =>
  `async def app(scope, receive, send):\n${read}\n    await send({"type": "http.response.start", "status": 200, "headers": [(b"x-shop", b"harbour")]})\n    await send({"type": "http.response.body", "body": body})\n`;

/** What is said when `hello` is expected to answer so. */
function expecting(wanted: unknown): unknown {
  const [result] = gradeAll([{ exercise: { interface: 'wsgi', requests: [{ id: 'one', title: 'one', request: {}, expect: wanted }] }, source: hello }]);
  return result?.rule ? { rule: result.rule, sent: result.sent, expected: result.expected } : 'accept';
}

describe.skipIf(missing)(`an exercise${missing ? ` (not run: ${missing})` : ''}`, () => {
  test('is passed when each request is answered as it asks', () => {
    const [right, wrong] = gradeAll([
      { exercise: echo, source: program('len(body)') },
      { exercise: echo, source: program('len(body.decode())') },
    ]);
    expect(right).toMatchObject({ verdict: 'accept', rule: null, test: null, tests: [{ id: 'ascii', verdict: 'accept' }, { id: 'accent', verdict: 'accept' }] });
    expect(wrong).toMatchObject({ verdict: 'reject', rule: 'wsgi-content-length', test: 'accent', tests: [{ verdict: 'accept' }, { verdict: 'reject', error: { line: 3 } }] });
  });

  test.each([
    [{ status: 404, headers: { 'x-shop': 'a, b' }, body: 'No page.', body_contains: 'page', blocks: ['No ', 'page.'], log: 'asked\n' }, 'accept'],
    [{ status: 200 }, { rule: 'task', sent: 'status 404', expected: 'status 200' }],
    [{ headers: { 'x-shop': 'a' } }, { rule: 'task', sent: 'x-shop: "a, b"', expected: 'x-shop: "a"' }],
    [{ headers: { etag: '1' } }, { rule: 'task', sent: 'etag: (none)', expected: 'etag: "1"' }],
    [{ body: 'No page' }, { rule: 'task', sent: 'body "No page."', expected: 'body "No page"' }],
    [{ body_contains: 'book' }, { rule: 'task', sent: 'body "No page."', expected: 'a body with "book" in it' }],
    [{ blocks: ['No page.'] }, { rule: 'task', sent: 'blocks ["No ", "page."]', expected: 'blocks ["No page."]' }],
    [{ log: '' }, { rule: 'task', sent: 'log "asked\\n"', expected: 'log ""' }],
  ])('asks for %j', (wanted, said) => {
    expect(expecting(wanted)).toEqual(said);
  });

  test('methods in Allow may stand in any order', () => {
    const allowing = (value: string): string => `def app(environ, start_response):\n    start_response("405 Method Not Allowed", [("Content-Type", "text/plain"), ("Allow", "${value}")])\n    return [b""]\n`;
    const exercise = { interface: 'wsgi', requests: [{ id: 'one', title: 'one', request: { method: 'PUT' }, expect: { headers: { allow: 'GET, DELETE' } } }] };
    const results = gradeAll(['GET, DELETE', 'DELETE,GET', 'GET', 'GET, DELETE, PUT'].map((value) => ({ exercise, source: allowing(value) })));
    expect(results.map(({ rule }) => rule)).toEqual([null, null, 'task', 'task']);
  });

  test('what overtakes the header is told as such', () => {
    const [result] = gradeAll([{ interface: 'cgi', source: 'import sys\nprint("Content-Type: text/plain")\nprint("Content-Length: 5")\nprint()\nsys.stdout.buffer.write(b"X: a\\n")\n', request: {} }]);
    expect(result?.expected).toMatch(/overtakes what print\(\) still holds/);
  });

  test('a body that was not read to its end is told as such', () => {
    const [all, first, none] = gradeAll([
      { exercise: parts, source: asgi('    body, more = b"", True\n    while more:\n        event = await receive()\n        body += event["body"]\n        more = event["more_body"]') },
      { exercise: parts, source: asgi('    body = (await receive())["body"]') },
      { exercise: parts, source: asgi('    body = b""') },
    ]);
    expect([all?.rule, first?.rule, none?.rule]).toEqual([null, 'asgi-more-body', 'task']);
    expect(first?.sent).toBe('body "a", after 1 of 3 events of the body');
  });

  test('events are compared in the fields that are named', () => {
    const source = asgi('    body = b"hello"');
    const expects = [
      [{ type: 'http.response.start', status: 200, headers: [['x-shop', 'harbour']] }, { type: 'http.response.body' }],
      [{ type: 'http.response.start', status: 404 }, { type: 'http.response.body' }],
      [{ type: 'http.response.start' }],
    ];
    const results = gradeAll(expects.map((events) => ({ exercise: { interface: 'asgi', requests: [{ id: 'one', title: 'one', request: {}, expect: { events } }] }, source })));
    expect(results.map(({ rule }) => rule)).toEqual([null, 'task', 'task']);
  });

  test('an ASGI application may send a body for HEAD; the client does not get it', () => {
    const requests = ['GET', 'HEAD'].map((method) => ({ id: method.toLowerCase(), title: method, request: { method }, expect: { body: method === 'GET' ? 'hello' : '' } }));
    const [result] = gradeAll([{ exercise: { interface: 'asgi', requests }, source: asgi('    body = b"hello"') }]);
    expect(result?.rule).toBe(null);
  });

  test('an unusable request is named with its test', () => {
    const [result] = gradeAll([{ exercise: { interface: 'wsgi', requests: [{ id: 'one', title: 'one', request: { method: 7 }, expect: {} }] }, source: hello }]);
    expect(result).toEqual({ verdict: 'error', message: "request of 'one': method: write a method in capitals, such as GET, not 7" });
  });
});
