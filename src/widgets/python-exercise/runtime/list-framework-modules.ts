/**
 * `node src/widgets/python-exercise/runtime/list-framework-modules.ts`: writes flask-modules.txt and
 * starlette-modules.txt. Imports the parts of each framework that an example may use, with the whole standard library,
 * answers a request, and lists the files of the library that were imported.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPyodide } from 'pyodide';
import type { Framework } from '../../../schemas/exercise.ts';
import { frameworkModulesFile, packageFiles } from './framework-archive.ts';
import { readZip, storedZip } from './stored-zip.ts';

/** Programs that import, answer and fail. */
const samples: Readonly<Record<Framework, string>> = {
  flask: `
import io, sys
from flask import Flask, Response, abort, g, jsonify, redirect, render_template_string, request, session, stream_with_context, url_for
from flask.views import MethodView
from werkzeug.exceptions import HTTPException
app = Flask("app")
app.secret_key = "x"
@app.route("/<path:path>", methods=["GET", "POST"])
def answer(path):
    session["n"] = 1
    if path == "fail": raise ValueError("é")
    if path == "json": return jsonify(a=request.args)
    if path == "page": return render_template_string("{{ a }}", a="<b>")
    if path == "form": return request.form.get("a", "none")
    if path == "away": return redirect(url_for("answer", path="page"))
    if path == "none": abort(404)
    return Response(stream_with_context(part for part in ["a", "b"]), mimetype="text/plain")
def call(method, path, kind=""):
    environ = {"REQUEST_METHOD": method, "SCRIPT_NAME": "", "PATH_INFO": path, "QUERY_STRING": "a=1", "SERVER_NAME": "x", "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(b"a=1"), "CONTENT_LENGTH": "3", "CONTENT_TYPE": kind, "wsgi.errors": io.StringIO()}
    sys.stderr, saved = io.StringIO(), sys.stderr
    try: b"".join(app(environ, lambda *announced: None))
    finally: sys.stderr = saved
for path in ["/fail", "/json", "/page", "/away", "/none", "/stream"]: call("GET", path)
call("POST", "/form", "application/x-www-form-urlencoded")
call("POST", "/form", "multipart/form-data; boundary=x")
call("PUT", "/form")
`,
  starlette: `
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.endpoints import HTTPEndpoint, WebSocketEndpoint
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.websockets import WebSocket
async def answer(request):
    path = request.path_params["path"]
    if path == "fail": raise ValueError("é")
    if path == "json": return JSONResponse(dict(request.query_params))
    if path == "body": return Response(await request.body())
    if path == "none": raise HTTPException(404)
    async def parts():
        for part in "ab": yield part
    return StreamingResponse(parts(), media_type="text/plain")
app = Starlette(routes=[Route("/{path}", answer, methods=["GET", "POST"])], middleware=[Middleware(GZipMiddleware)])
async def call(method, path):
    async def receive(): return {"type": "http.request", "body": b"a=1", "more_body": False}
    async def send(event): pass
    scope = {"type": "http", "asgi": {"version": "3.0", "spec_version": "2.5"}, "http_version": "1.1", "scheme": "http", "root_path": "", "method": method, "path": path,
        "raw_path": path.encode(), "query_string": b"a=1", "client": None, "server": ("x", 80), "headers": [(b"accept-encoding", b"gzip")]}
    try: await app(scope, receive, send)
    except ValueError: pass
for path in ["/fail", "/json", "/body", "/none", "/stream", "/a/b"]: await call("GET", path)
await call("PUT", "/json")
`,
};

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const library = new Set(readZip(readFileSync(join(root, 'node_modules/pyodide/python_stdlib.zip'))).map(({ name }) => name));
for (const [framework, sample] of Object.entries(samples) as [Framework, string][]) {
  const python = await loadPyodide();
  python.FS.writeFile('/tmp/framework.zip', new Uint8Array(storedZip(packageFiles(root, framework))));
  python.runPython('import sys; sys.path.append("/tmp/framework.zip")');
  await python.runPythonAsync(sample);
  const files = python.runPython(`
sorted({m.__file__.split(".zip/", 1)[1] for m in list(sys.modules.values()) if ".zip/" in (getattr(m, "__file__", None) or "")})
`) as { toJs(): string[] };
  const names = files.toJs().filter((name) => library.has(name));
  const heading = [`# Files of Python's standard library that ${framework} imports. Written by list-framework-modules.ts; do not edit.`, ''];
  writeFileSync(join(root, frameworkModulesFile(framework)), `${[...heading, ...names].join('\n')}\n`);
  console.log(`${frameworkModulesFile(framework)}: ${names.length} files`);
}
