import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPyodide } from 'pyodide';
import { expect, test } from 'vitest';
import { guideFor } from '../../src/content/project-guide.ts';
import { frameworks } from '../../src/widgets/python-exercise/runtime/frameworks.ts';

/** Calls `app` of a program with requests of an exercise, one after the other: a server in thirty lines. */
const caller = `
import inspect, io, json
from wsgiref.validate import validator

async def wsgi(app, request):
    body = request.get("body", "").encode()
    environ = {"REQUEST_METHOD": request.get("method", "GET"), "SCRIPT_NAME": "", "PATH_INFO": request.get("path", "/"),
        "QUERY_STRING": request.get("query", ""), "SERVER_NAME": "shop.test", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.version": (1, 0), "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(body), "wsgi.errors": io.StringIO(),
        "wsgi.multithread": False, "wsgi.multiprocess": False, "wsgi.run_once": False, "CONTENT_LENGTH": str(len(body))}
    for name, value in request.get("headers", []):
        key = name.upper().replace("-", "_")
        environ[key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else "HTTP_" + key] = value
    started = []
    blocks = validator(app)(environ, lambda status, headers, exc_info=None: started.append((status, headers)) or (lambda block: None))
    answer = b"".join(blocks)
    blocks.close()
    (status, headers), = started
    return int(status[:3]), headers, answer

async def asgi(app, request):
    parts = [part.encode() for part in request.get("body_chunks", [request.get("body", "")])]
    scope = {"type": "http", "asgi": {"version": "3.0", "spec_version": "2.5"}, "http_version": "1.1", "scheme": "http", "root_path": "",
        "method": request.get("method", "GET"), "path": request.get("path", "/"), "raw_path": request.get("path", "/").encode(),
        "query_string": request.get("query", "").encode(), "client": ("192.0.2.1", 50000), "server": ("shop.test", 80),
        "headers": [(name.lower().encode(), value.encode()) for name, value in request.get("headers", [])]}
    events = [{"type": "http.request", "body": part, "more_body": i < len(parts) - 1} for i, part in enumerate(parts)]
    sent = []
    async def receive():
        return events.pop(0) if events else {"type": "http.disconnect"}
    async def send(event):
        sent.append(event)
    await app(scope, receive, send)
    assert sent[0]["type"] == "http.response.start" and not sent[-1].get("more_body")
    return sent[0]["status"], [(name.decode(), value.decode()) for name, value in sent[0]["headers"]], b"".join(event["body"] for event in sent[1:])

async def answers(interface, requests, source):
    program = {"__name__": "app"}
    exec(compile(source, "framework.py", "exec"), program)
    found = []
    for request in json.loads(requests):
        status, headers, body = await (wsgi if interface == "wsgi" else asgi)(program["app"], request)
        found.append({"status": status, "headers": {name.lower(): value for name, value in headers}, "body": body.decode()})
    return json.dumps(found)
`;

const root = join(import.meta.dirname, '../..');
const packages = join(root, 'src/widgets/python-exercise/packages');
const examples = guideFor('en').chapters.flatMap(({ slug, exercises }) => exercises.filter(({ framework }) => framework !== undefined).map((exercise) => ({ name: `${slug}: ${exercise.id}`, exercise })));

test('there are programs with frameworks', () => {
  expect(examples.length).toBeGreaterThan(0);
});

test.each(examples)('$name gives with a framework what the exercise expects, from the packages of the site alone', { timeout: 60_000 }, async ({ exercise }) => {
  const { interface: kind, requests, framework } = exercise.data;
  const python = await loadPyodide({ stdout: () => undefined, stderr: () => undefined });
  for (const name of frameworks[framework?.name ?? 'flask']) {
    const wheel = readdirSync(packages).find((file) => file.startsWith(`${name.replaceAll('-', '_')}-`)) ?? '';
    python.FS.writeFile(`/tmp/${wheel}`, new Uint8Array(readFileSync(join(packages, wheel))));
    python.runPython(`import sys; sys.path.append("/tmp/${wheel}")`);
  }
  python.runPython(caller);
  const answers = python.globals.get('answers') as (kind: string, requests: string, source: string) => Promise<string>;
  const got = JSON.parse(await answers(kind, JSON.stringify(requests.map(({ request }) => request)), exercise.framework ?? '')) as { status: number; headers: Record<string, string>; body: string }[];
  for (const [i, { expect: wanted, id }] of requests.entries()) {
    const { status, headers, body } = wanted;
    if (status !== undefined) expect(got[i]?.status, id).toBe(status);
    if (headers) expect(got[i]?.headers, id).toMatchObject(headers);
    if (body !== undefined) expect(got[i]?.body, id).toBe(body);
  }
});
