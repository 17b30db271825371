import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConfigError, limits, NotSimulatedError, route } from './model.ts';
import { surpriseFiles, surprises } from './surprises.ts';

const app = 'http://127.0.0.1:9000';

describe('the example of the documentation of `location`', () => {
  const config = `location = / { return 200 A; }
location / { return 200 B; }
location /documents/ { return 200 C; }
location ^~ /images/ { return 200 D; }
location ~* \\.(gif|jpg|jpeg)$ { return 200 E; }`;

  test.each([
    ['/', 'A', '='],
    ['/index.html', 'B', ''],
    ['/documents/document.html', 'C', ''],
    ['/images/1.gif', 'D', '^~'],
    ['/documents/1.jpg', 'E', '~*'],
  ])('%s is answered by %s', (target, body, modifier) => {
    const { location, outcome } = route(config, target);
    expect(outcome).toEqual({ kind: 'return', status: 200, body });
    expect(location).toMatchObject({ modifier, line: 'ABCDE'.indexOf(body) + 1 });
  });
});

describe('what `proxy_pass` passes on', () => {
  test.each([
    ['/name/', `${app}/remote/`, '/name/a%20b?x=1', '/remote/a%20b?x=1'],
    ['/name/', app, '/name/%61//b', '/name/%61//b'],
    ['/api/', `${app}/`, '/api/users', '/users'],
    ['/api', `${app}/`, '/api/users', '//users'],
    ['/api/', `${app}/v1`, '/api/users', '/v1users'],
    ['/api', `${app}/v1`, '/api/users', '/v1/users'],
    ['/api/', `${app}$request_uri`, '/api/%61?b', '/api/%61?b'],
    ['/api/', `${app}$uri`, '/api/%61?b', '/api/a'],
    ['/api/', `${app}/$1`, '/api/x', '/'],
  ])('location %s, proxy_pass %s: %s becomes %s', (name, url, target, passed) => {
    expect(route(`location ${name} { proxy_pass ${url}; }`, target).outcome).toEqual({ kind: 'proxy', target: passed });
  });

  test('a path that only lacks the slash is redirected', () => {
    const { outcome, location } = route(`location /api/ { proxy_pass ${app}; }`, '/api?x=1');
    expect(outcome).toEqual({ kind: 'return', status: 301, location: 'http://shop.test/api/?x=1' });
    expect(location).toEqual({ modifier: '', pattern: '/api/', line: 1 });
  });

  test('neighbours that sort before the slash do not hide the location', () => {
    const config = `location /a/ { proxy_pass ${app}; }\nlocation /a- { return 200; }\nlocation /a. { return 200; }\nlocation /a! { return 200; }`;
    expect(route(config, '/a').outcome).toEqual({ kind: 'return', status: 301, location: 'http://shop.test/a/' });
  });

  test('captures are encoded in the arguments of their own rewrite only', () => {
    const config = `rewrite ^/a/(.*)$ /b/$1?x=$1;\nrewrite ^/b/(.*)$ /c/$1;\nlocation / { proxy_pass ${app}; }`;
    expect(route(config, '/a/x%20y+z').outcome).toEqual({ kind: 'proxy', target: '/c/x%20y+z?x=x%20y%2Bz' });
  });

  test('after `rewrite … break` the rewritten path is passed on whole', () => {
    const config = `location /name/ {\n  rewrite /name/([^/]+) /users?name=$1 break;\n  proxy_pass ${app}/ignored/;\n}`;
    expect(route(config, '/name/ann').outcome).toEqual({ kind: 'proxy', target: '/users?name=ann' });
  });
});

describe('files', () => {
  const files = ['/srv/www/index.html', '/srv/www/a.txt', '/srv/www/img/logo.png', '/srv/secret.txt'];
  const of = (config: string, target: string): unknown => route(config, target, { files }).outcome;

  test('`root` adds the whole path, `alias` replaces the prefix', () => {
    expect(of('location /img/ { root /srv/www; }', '/img/logo.png')).toEqual({ kind: 'file', path: '/srv/www/img/logo.png' });
    expect(of('location /pictures/ { alias /srv/www/img/; }', '/pictures/logo.png')).toEqual({ kind: 'file', path: '/srv/www/img/logo.png' });
  });

  test('an `alias` whose location lacks the slash lets one folder up', () => {
    expect(of('location /www { alias /srv/www/; }', '/www../secret.txt')).toEqual({ kind: 'file', path: '/srv/secret.txt' });
    expect(of('location /www/ { alias /srv/www/; }', '/www../secret.txt')).toEqual({ kind: 'error', status: 404 });
  });

  test('a folder without its slash is redirected, one without an index is forbidden', () => {
    expect(of('root /srv/www;', '/img')).toEqual({ kind: 'return', status: 301, location: 'http://shop.test/img/' });
    expect(of('root /srv/www;', '/img/')).toEqual({ kind: 'error', status: 403 });
  });

  test('`try_files` tries in order and goes to the last', () => {
    const config = `root /srv/www;\nlocation / { try_files $uri $uri.txt @app; }\nlocation @app { proxy_pass ${app}; }`;
    expect(of(config, '/a')).toEqual({ kind: 'file', path: '/srv/www/a.txt' });
    expect(of(config, '/b%2F?x')).toEqual({ kind: 'proxy', target: '/b%2F?x' });
    expect(route(config, '/b').location).toEqual({ modifier: '', pattern: '@app', line: 3 });
  });

  test('an error page keeps the status, or gets another', () => {
    const page = (response: string): unknown => {
      const { status, outcome } = route(`root /srv/www;\nerror_page 404 ${response}/a.txt;`, '/none', { files });
      return { status, outcome };
    };
    expect(page('')).toEqual({ status: 404, outcome: { kind: 'file', path: '/srv/www/a.txt' } });
    expect(page('=200 ')).toEqual({ status: 200, outcome: { kind: 'file', path: '/srv/www/a.txt' } });
  });
});

test.each([
  ['/a/../../b', 400],
  ['/%zz', 400],
  ['/%00', 400],
  ['a', 400],
  ['/a b', 400],
])('the target %s is refused with %i', (target, status) => {
  expect(route('location / { return 200; }', target)).toMatchObject({ location: null, uri: '', outcome: { kind: 'error', status } });
});

test('an internal location answers only from inside', () => {
  const config = 'location /in/ { internal; return 200 in; }\nlocation / { rewrite ^ /in/x last; }';
  expect(route(config, '/in/x').outcome).toEqual({ kind: 'error', status: 404 });
  expect(route(config, '/out').outcome).toEqual({ kind: 'return', status: 200, body: 'in' });
});

test('rewrites in a circle end with 500', () => {
  const { outcome, steps } = route('location / { rewrite ^ /again last; }', '/');
  expect(outcome).toEqual({ kind: 'error', status: 500 });
  expect(steps.at(-1)).toEqual({ kind: 'cycle' });
});

test('a whole server, with what stands around it', () => {
  const config = 'upstream app { server 127.0.0.1:9000; }\nserver {\n  listen 8080;\n  server_name shop.test;\n  location / { return 301 /x; }\n}';
  const { outcome, notSimulated } = route(config, '/');
  expect(outcome).toEqual({ kind: 'return', status: 301, location: 'http://shop.test:8080/x' });
  expect(notSimulated).toEqual([
    { directive: 'upstream', line: 1 },
    { directive: 'server_name', line: 4 },
  ]);
});

test('what is not simulated is named where it stands', () => {
  const { notSimulated, steps } = route('location / {\n  if ($args) { return 403; }\n  expires 1h;\n  return 200;\n}', '/?x');
  expect(notSimulated).toEqual([
    { directive: 'if', line: 2 },
    { directive: 'expires', line: 3 },
  ]);
  expect(steps).toContainEqual({ kind: 'not-simulated', directive: 'if', line: 2 });
});

test('a variable that is named like what every object has is not simulated, and empty', () => {
  const { outcome, steps } = route('set $constructor 1; set $__proto__ 2; return 200 "<$constructor$__proto__>";', '/');
  expect(outcome).toMatchObject({ kind: 'return', body: '<>' });
  expect(steps).toContainEqual({ kind: 'no-value', variable: 'constructor' });
});

test('a wrong configuration is refused in the words of `nginx -t`, with its line', () => {
  const wrong = (): unknown => route('location / {\n  retrun 200;\n}', '/');
  expect(wrong).toThrow(new ConfigError('unknown directive "retrun"', 2));
  expect(wrong).toThrow('unknown directive "retrun" in nginx.conf:2');
});

test.each([
  ['an expression that would take for ever', 'location ~ ^/(a+)+$ { }', `/${'a'.repeat(40)}!`, 'regex-budget'],
  ['an expression beyond its means', 'location ~ (?<=/)a { }', '/', 'regex-feature'],
  ['a long configuration', '#'.repeat(limits.config + 1), '/', 'config-too-long'],
  ['a long target', '', `/${'a'.repeat(limits.target)}`, 'target-too-long'],
  ['a line break', '', '/a\nb', 'line-break'],
])('%s is declined', (_, config, target, reason) => {
  expect(() => route(config, target)).toThrow(expect.objectContaining({ reason }) as Error);
});

test('anything within the bounds is answered or declined, and soon', () => {
  const words = fc.constantFrom('location', '/', '~', '^~', '=', '@a', '{', '}', ';', 'return', '200', 'rewrite', '^(a*)*b', '/$1', 'alias', 'try_files', '$uri', '"', '\\', '(', '[', '\n', 'last', 'error_page', '404', 'é');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), fc.string({ maxLength: 60, unit: 'binary' }), (parts, path) => {
      const start = performance.now();
      try {
        expect(route(parts.join(' '), `/${path}`).outcome).toHaveProperty('kind');
      } catch (error) {
        expect(error instanceof ConfigError || error instanceof NotSimulatedError).toBe(true);
      }
      expect(performance.now() - start).toBeLessThan(1000);
    }),
    { numRuns: 400 },
  );
}, 60_000);

test('many expressions share one budget', () => {
  const config = Array.from({ length: 150 }, () => 'location ~ ^/(a+)+$ { }').join('\n').concat('\nlocation ~ "^/(a+){3}b" { }');
  const start = performance.now();
  expect(() => route(config, `/${'a'.repeat(40)}!`)).toThrow(NotSimulatedError);
  expect(performance.now() - start).toBeLessThan(1000);
});

test('deep nesting is answered or declined', () => {
  for (const config of [`location ~ ${'('.repeat(4000)} { }`, `location ~ ${'(?:'.repeat(200)}a${')*'.repeat(200)} { }`, 'location / { '.repeat(600), `location ~ ${'(a|'.repeat(240)}b${')'.repeat(240)}x { }`]) {
    try {
      route(config, `/${'a'.repeat(2000)}`);
    } catch (error) {
      expect(error instanceof ConfigError || error instanceof NotSimulatedError).toBe(true);
    }
  }
});

test.each(surprises)('the surprise $id has an answer', ({ config, target }) => {
  expect(route(config, target, { files: surpriseFiles }).steps.length).toBeGreaterThan(1);
});
