import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRules } from './read-rules.ts';
import { gradeAll, pythonMissing } from './run-python.ts';

/**
 * Whatever a program hands over, the graders answer with a verdict: they never fail by themselves. And where the rule can
 * be said in one line, they keep to it for programs that nobody thought of.
 */
const missing = pythonMissing();
const known = new Set(readRules().map(({ id }) => id));

/** A value as Python writes it. */
const literal: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.constantFrom('None', 'True', 'False', '0', '200', '-1', '204', '99999', '1.5', 'float("nan")', 'object()', '...', 'int', 'print', 'range(3)', 'iter([b"x"])', 'bytearray(b"x")', 'memoryview(b"x")', '{1, 2}'),
    fc.string({ unit: 'binary', maxLength: 6 }).map(pythonText),
    fc.constantFrom('"200 OK"', '"Content-Length"', '"5"', '"http.response.start"', '"http.response.body"', '"\\ud800"'),
    fc.uint8Array({ maxLength: 6 }).map(pythonBytes),
    fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc.array(tie('value'), { maxLength: 3 }).map((items) => `(${items.map((item) => `${item},`).join(' ')})`),
    fc.array(tie('value'), { maxLength: 2 }).map((items) => `{${items.map((item, i) => `"k${i}": ${item}`).join(', ')}}`),
  ),
})).value;

function pythonText(text: string): string {
  return JSON.stringify(text).replaceAll(/[\u007f-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function pythonBytes(bytes: Uint8Array): string {
  return `b"${[...bytes].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}"`;
}

/** Something of the right form, with one strange value in it, more often than something strange as a whole. */
const nearly = (right: string): fc.Arbitrary<string> => fc.oneof({ weight: 3, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: literal });

const headers = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.tuple(nearly('"X-Shop"'), nearly('"harbour"')).map(([name, value]) => `(${name}, ${value})`), { maxLength: 3 }).map((pairs) => `[${pairs.join(', ')}]`) },
  { weight: 1, arbitrary: literal },
);
const wsgi = fc
  .tuple(nearly('"200 OK"'), headers, nearly('[b"x"]'), fc.array(literal, { maxLength: 2 }))
  .map(([status, pairs, body, more]) => `def app(environ, start_response):\n    write = start_response(${[status, pairs, ...more].join(', ')})\n    return ${body}\n`);

const bytesHeaders = fc.array(fc.tuple(nearly('b"x-shop"'), nearly('b"harbour"')).map(([name, value]) => `(${name}, ${value})`), { maxLength: 2 }).map((pairs) => `[${pairs.join(', ')}]`);
const event = fc.oneof(
  fc.tuple(nearly('200'), fc.oneof(bytesHeaders, literal)).map(([status, pairs]) => `{"type": "http.response.start", "status": ${status}, "headers": ${pairs}}`),
  fc.tuple(nearly('b"x"'), fc.oneof(fc.constantFrom('True', 'False'), literal)).map(([body, more]) => `{"type": "http.response.body", "body": ${body}, "more_body": ${more}}`),
  fc.tuple(nearly('None'), bytesHeaders).map(([chosen, pairs]) => `{"type": "websocket.accept", "subprotocol": ${chosen}, "headers": ${pairs}}`),
  fc.tuple(nearly('None'), nearly('"hello"')).map(([data, text]) => `{"type": "websocket.send", "bytes": ${data}, "text": ${text}}`),
  fc.tuple(nearly('1000'), nearly('"done"')).map(([code, reason]) => `{"type": "websocket.close", "code": ${code}, "reason": ${reason}}`),
  fc.constantFrom('lifespan.startup.complete', 'lifespan.shutdown.complete', 'lifespan.startup.failed').map((type) => `{"type": "${type}"}`),
  literal,
);
const asgi = fc
  .array(fc.oneof({ weight: 3, arbitrary: event.map((value) => `await send(${value})`) }, { weight: 1, arbitrary: fc.constantFrom('await receive()', 'send({})') }), { minLength: 1, maxLength: 5 })
  .map((lines) => `async def app(scope, receive, send):\n${lines.map((line) => `    ${line}\n`).join('')}`);
const asgiRequest = fc.record({
  scope: fc.constantFrom('http', 'http', 'websocket', 'lifespan', 'quic'),
  patience_ms: fc.constant(1),
  body_chunks: fc.array(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  sparse: fc.boolean(),
});

const cgiLines = fc.array(fc.oneof(fc.constantFrom('Content-Type: text/plain', 'Status: 404 Not Found', 'Location: /a', 'Location: https://shop.test/', '', 'Content-Length: 2', ' x', 'X: 1'), fc.string({ maxLength: 8 })), { maxLength: 6 });
const cgi = fc
  .oneof(cgiLines.map((lines) => new TextEncoder().encode(lines.join('\n'))), fc.uint8Array({ maxLength: 40 }))
  .map((output) => `import sys\nsys.stdout.buffer.write(${pythonBytes(output)})\n`);

describe.skipIf(missing)(`any program at all${missing ? ` (not run: ${missing})` : ''}`, () => {
  test.each([
    ['wsgi', fc.tuple(wsgi, fc.constant({}))],
    ['asgi', fc.tuple(asgi, asgiRequest)],
    ['cgi', fc.tuple(cgi, fc.record({ method: fc.constantFrom('GET', 'HEAD') }))],
  ] as const)('%s: the grader answers with a verdict and a rule that it knows', { timeout: 120_000 }, (kind, programs) => {
    const jobs = fc.sample<[string, unknown]>(programs as fc.Arbitrary<[string, unknown]>, { numRuns: 400, seed: 3333 }).map(([source, request]) => ({ interface: kind, source, request }));
    const verdicts = gradeAll(jobs);
    const odd = verdicts.flatMap(({ verdict, rule, sent }, i) => {
      const sound = verdict === 'accept' ? rule === null : verdict === 'reject' && rule !== null && known.has(rule) && sent;
      return sound ? [] : [{ job: jobs[i], verdict: verdicts[i] }];
    });
    expect(odd).toEqual([]);
    // Both sides are met: the samples are not all of one kind.
    expect(new Set(verdicts.map(({ rule }) => rule)).size).toBeGreaterThan(5);
  });

  test('a length is right when, and only when, it counts the bytes', { timeout: 60_000 }, () => {
    const cases = fc.sample(fc.record({ parts: fc.array(fc.string({ unit: 'grapheme', maxLength: 5 }), { minLength: 1, maxLength: 4 }), off: fc.constantFrom(0, 0, 1, -1, 7) }), { numRuns: 150, seed: 9110 });
    const sound = cases.filter(({ parts, off }) => bytesIn(parts) + off >= 0 && parts.every((part) => part.isWellFormed()));
    const programs = sound.map(({ parts, off }) => ({ blocks: `[${parts.map((part) => pythonBytes(new TextEncoder().encode(part))).join(', ')}]`, length: bytesIn(parts) + off }));
    const verdicts = gradeAll([
      ...programs.map(({ blocks, length }) => ({
        interface: 'wsgi',
        source: `def app(environ, start_response):\n    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "${length}")])\n    return ${blocks}\n`,
      })),
      ...programs.map(({ blocks, length }) => ({
        interface: 'asgi',
        source: `async def app(scope, receive, send):\n    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"${length}")]})\n    for part in ${blocks}:\n        await send({"type": "http.response.body", "body": part, "more_body": True})\n    await send({"type": "http.response.body"})\n`,
      })),
      ...programs.map(({ blocks, length }) => ({
        interface: 'cgi',
        source: `import sys\nprint("Content-Type: text/plain\\nContent-Length: ${length}\\n", flush=True)\nsys.stdout.buffer.writelines(${blocks})\n`,
      })),
    ]);
    const wanted = ['wsgi', 'asgi', 'cgi'].flatMap((kind) => sound.map(({ off }) => (off === 0 ? null : `${kind}-content-length`)));
    expect(verdicts.map(({ rule }) => rule)).toEqual(wanted);
  });
});

function bytesIn(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + new TextEncoder().encode(part).length, 0);
}
