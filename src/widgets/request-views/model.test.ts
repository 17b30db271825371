import fc from 'fast-check';
import { expect, test } from 'vitest';
import { views, type Views } from './model.ts';
import { requestLimit, type Connection } from './view.ts';

const connection: Connection = { scheme: 'http', peer: { address: '203.0.113.7', port: 50_000 }, server: { address: '192.0.2.10', port: 80 }, mount: '' };
const request = (...lines: readonly string[]): string => `${lines.join('\r\n')}\r\n\r\n`;
const get = (...fields: readonly string[]): string => request('GET / HTTP/1.1', 'Host: shop.test', ...fields);
const value = ({ rows }: Views['cgi'], name: string): string | undefined => rows?.find((row) => row.name === name)?.value;

test('one path, four ways to write it', () => {
  const { nginx, cgi, wsgi, asgi } = views(request('GET /Bront%C3%AB HTTP/1.1', 'Host: shop.test'), connection);
  expect(value(nginx, '$uri')).toBe('/Bront\xc3\xab');
  expect(value(cgi, 'PATH_INFO')).toBe('/Bront\xc3\xab');
  expect(value(wsgi, 'PATH_INFO')).toBe("'/Bront\xc3\xab'");
  expect(value(asgi, 'path')).toBe("'/Brontë'");
  expect(value(asgi, 'raw_path')).toBe("b'/Bront%C3%AB'");
});

test('a name with underscores is dropped by all but ASGI', () => {
  const { nginx, cgi, wsgi, asgi } = views(get('X_User_Id: 7'), connection);
  for (const [view, name] of [[nginx, '$http_x_user_id'], [cgi, 'HTTP_X_USER_ID'], [wsgi, 'HTTP_X_USER_ID']] as const) expect(value(view, name)).toBeUndefined();
  expect(value(asgi, 'headers[1]')).toBe("(b'x_user_id', b'7')");
  expect(nginx.errorLines[0]).toContain('client sent invalid header line: "X_User_Id: 7"');
});

test('a Proxy field reaches WSGI as HTTP_PROXY, and no CGI program', () => {
  const { cgi, wsgi } = views(get('Proxy: http://evil.test/'), connection);
  expect(value(cgi, 'HTTP_PROXY')).toBeUndefined();
  expect(value(wsgi, 'HTTP_PROXY')).toBe("'http://evil.test/'");
});

test.each([
  ['a second Host', get('Host: other.test'), [400, 400, 400, 200, 400]],
  ['no Host', request('GET / HTTP/1.1', 'Accept: */*'), [400, 400, 200, 200, 400]],
  ['a lower-case method', request('get / HTTP/1.1', 'Host: a'), [400, 200, 400, 400, 200]],
  ['both lengths', `${request('POST / HTTP/1.1', 'Host: a', 'Content-Length: 5', 'Transfer-Encoding: chunked')}0\r\n\r\n`, [400, 200, 400, 400, 200]],
  ['a long line', request(`GET /${'a'.repeat(8300)} HTTP/1.1`, 'Host: a'), [414, 414, 414, 200, 200]],
  ['a folded field', get('X: a', ' b'), [400, 200, 400, 400, 200]],
  ['bare line feeds', 'GET / HTTP/1.1\nHost: a\n\n', [200, 400, 400, 400, 200]],
  ['half a head', 'GET / HTTP/1.1\r\nHost', [null, null, null, null, null]],
])('%s', (_, raw, statuses) => {
  const { nginx, cgi, wsgi, asgi, asgiH11 } = views(raw, connection);
  expect([nginx, cgi, wsgi, asgi, asgiH11].map(({ status }) => status)).toEqual(statuses);
});

test('a refusal names the line that it is about', () => {
  const { nginx, cgi, wsgi, asgi, asgiH11 } = views(get('Accept: */*', 'X Name: a', 'X-Last: b'), connection);
  expect([nginx, cgi, wsgi, asgi, asgiH11].map(({ line }) => line)).toEqual([4, 4, 4, 4, 4]);
});

test('a body that is cut off: the program is called, and waits', () => {
  const { nginx, wsgi, asgi } = views(`${request('POST / HTTP/1.1', 'Host: a', 'Content-Length: 10')}abc`, connection);
  expect([nginx.waits, wsgi.waits, asgi.waits]).toEqual(['body', 'body', 'body']);
  expect(nginx.accessLine).toBeNull();
  expect(value(asgi, 'await receive()')).toBe("{'type': 'http.request', 'body': b'abc', 'more_body': True}");
});

test('whom the servers trust decides what forwarded fields change', () => {
  const raw = get('X-Forwarded-For: 198.51.100.2', 'X-Forwarded-Proto: https');
  expect(value(views(raw, connection).asgi, 'client')).toBe("('203.0.113.7', 50000)");
  const near = { ...connection, peer: { address: '127.0.0.1', port: 50_000 } };
  expect(value(views(raw, near).asgi, 'client')).toBe("('198.51.100.2', 0)");
  expect(value(views(raw, near).wsgi, 'wsgi.url_scheme')).toBe("'https'");
  expect(value(views(raw, near).wsgi, 'REMOTE_ADDR')).toBe("'127.0.0.1'");
});

test('a mount point: Gunicorn takes it off the path, Uvicorn puts it before', () => {
  const { cgi, wsgi, asgi } = views(request('GET /shop/books HTTP/1.1', 'Host: a'), { ...connection, mount: '/shop' });
  expect([value(cgi, 'PATH_INFO'), value(wsgi, 'PATH_INFO'), value(asgi, 'path')]).toEqual(['/books', "'/books'", "'/shop/shop/books'"]);
});

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('GET ', 'POST ', 'CONNECT ', '/', '*', '?a=b', '%2e', '..', 'http://', 'shop.test', ':80', '[::1]', ' HTTP/1.1', ' HTTP/1.0', '\r\n', '\n', '\r', ' ', '\t', ': ', 'Host: a\r\n', 'Content-Length: ', 'Transfer-Encoding: chunked\r\n', 'Connection: upgrade\r\nUpgrade: websocket\r\n', 'Expect: 100-continue\r\n', 'X_A: b\r\n', 'Authorization: Basic !\r\n', '5\r\n', '0\r\n\r\n', ';a="', '\\', '\xff', '\0') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

test('no text makes it throw or hang, and each server says one thing', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, isMounted) => {
      const all = views(pieces.join(''), { ...connection, mount: isMounted ? '/shop' : '', scheme: isMounted ? 'https' : 'http' });
      for (const view of Object.values(all)) {
        expect(view.status === null).toBe(view.waits !== null || view.instead === 'websocket');
        if (view.status !== null && view.status >= 400) expect(view.line).toBeGreaterThan(0);
        expect(view.rest).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 3000 },
  );
}, 60_000);

test('any bytes, and more than are looked at', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      views(bytes, connection);
    }),
    { numRuns: 500 },
  );
  for (const long of ['a', ' ', '\r\n', 'a: ', 'a: b\r\n', '0;', '/', '%', '.']) {
    const start = performance.now();
    for (const before of ['', 'GET ', 'GET / HTTP/1.1\r\n', 'GET / HTTP/1.1\r\nHost: a\r\nX: ', 'POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n']) views(before + long.repeat(requestLimit * 2), connection);
    // Not quadratic: that would take minutes.
    expect(performance.now() - start).toBeLessThan(10_000);
  }
}, 60_000);
