import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { python, pythonMissing } from './run-python.ts';

const missing = pythonMissing();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'grader-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const hello = 'def app(environ, start_response):\n    start_response("200 OK", [("Content-Type", "text/plain")])\n    return [environ["PATH_INFO"].encode("latin-1")]\n';

describe.skipIf(missing)(`the command line of a grader${missing ? ` (not run: ${missing})` : ''}`, () => {
  test('accepts with 0, and says what the client gets', () => {
    const { status, stdout } = python(['grader.wsgi', file('hello.py', hello), '--request', file('hello.json', '{"path": "/Brontë"}')]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'accept', rule: null, response: { status: 200, body: '/Brontë' } });
  });

  test('rejects with 1, and says rule, what was sent, what was expected, section, heading and line', () => {
    const { status, stdout } = python(['grader.wsgi', file('number.py', hello.replace('"200 OK"', '200'))]);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      verdict: 'reject',
      rule: 'wsgi-status-str',
      section: 'PEP 3333, The start_response() Callable',
      guide: 'wsgi#rules',
      sent: 'status of type int: 200',
      expected: 'a str such as "200 OK"',
      error: { line: 2, source: 'start_response(200, [("Content-Type", "text/plain")])' },
    });
  });

  test('stops a program that does not end, even one that traps everything', { timeout: 30_000 }, () => {
    const source = 'def app(environ, start_response):\n    while True:\n        try:\n            while True:\n                pass\n        except Exception:\n            pass\n';
    const { status, stdout } = python(['grader.wsgi', file('endless.py', source)]);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'reject', rule: 'limit' });
  });

  test.each([
    ['ends the process at once', 'import os\nos._exit(2)\n', 'python-error'],
    ['starts a thread that goes on', 'import threading\nimport time\nthreading.Thread(target=time.sleep, args=[60]).start()\n', 'app-missing'],
    ['closes every stream', 'import os\nimport sys\nsys.stdout.close()\nsys.stderr.close()\nsys.stdin = sys.stdout = None\n', 'app-missing'],
    ['calls itself for ever', 'def app(environ, start_response):\n    return app(environ, start_response)\n', 'wsgi-exception'],
    ['says nothing that can be printed', 'class Odd(Exception):\n    def __str__(self):\n        raise RuntimeError\n    __repr__ = __str__\nraise Odd\n', 'python-error'],
  ])('a program that %s gets a verdict', (_, source, rule) => {
    const { status, stdout } = python(['grader.wsgi', file('odd.py', source)]);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'reject', rule });
    expect(status).toBe(1);
  });

  test.each([
    ['a program that is not there', ['grader.wsgi', 'nothing-here.py'], 'nothing-here.py: cannot be read'],
    ['a field that no request has', ['grader.wsgi', '$hello', '--request', '{"verb": "GET"}'], 'verb: no such field of a request; write one of method, path'],
    ['a value of the wrong kind', ['grader.wsgi', '$hello', '--request', '{"method": "get"}'], "method: write a method in capitals, such as GET, not 'get'"],
    ['two bodies', ['grader.wsgi', '$hello', '--request', '{"body": "a", "body_chunks": ["a"]}'], 'body_chunks: write `body` or `body_chunks`, not both'],
    ['a request that is not JSON', ['grader.wsgi', '$hello', '--request', '{method'], 'is not JSON'],
    ['a request that is a list', ['grader.wsgi', '$hello', '--request', '[]'], 'the request must be a JSON object'],
    ['an exercise without requests', ['grader.exercise', '{"interface": "wsgi"}', '$hello'], 'requests: list at least one request'],
    ['an exercise for another interface', ['grader.exercise', '{"interface": "fastcgi"}', '$hello'], 'interface: write wsgi, asgi or cgi'],
  ])('%s ends with 2 and a sentence', (_, args, sentence) => {
    const given = args.map((arg, i) => (arg === '$hello' ? file('hello.py', hello) : /^[{[]/.test(arg) ? file(`given-${i}.json`, arg) : arg));
    const { status, stdout, stderr } = python(given);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
  });
});
