import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PyodideInterface } from 'pyodide';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guideFor } from '../../src/content/project-guide.ts';
import { frameworkInterfaces, type Framework } from '../../src/schemas/exercise.ts';
import { frameworkArchive } from '../../src/widgets/python-exercise/runtime/framework-archive.ts';
import { firstImports } from '../../src/widgets/python-exercise/runtime/frameworks.ts';
import { pythonFiles } from '../../src/widgets/python-exercise/runtime/runtime-files.ts';
import { readZip } from '../../src/widgets/python-exercise/runtime/stored-zip.ts';
import { gradeIn, startPython } from '../grader/imported-files.ts';

const root = join(import.meta.dirname, '../..');
const { files, archives } = pythonFiles(root);
const library = files.find(({ path }) => path.endsWith('/python_stdlib.zip'))?.bytes ?? Buffer.alloc(0);
const folder = mkdtempSync(join(tmpdir(), 'frameworks-'));
const examples = guideFor('en').chapters.flatMap(({ slug, exercises }) => exercises.filter(({ framework }) => framework !== undefined).map((exercise) => ({ name: `${slug}: ${exercise.id}`, exercise })));

let python: PyodideInterface;

beforeAll(async () => {
  writeFileSync(join(folder, 'stdlib.zip'), library);
  python = await startPython(root, join(folder, 'stdlib.zip'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Brings a framework to Python as the page does. */
function attach(name: Framework): void {
  const { bytes, extended } = archives[name];
  python.FS.writeFile(`/lib/${name}.zip`, new Uint8Array(bytes));
  const runner = python.pyimport('page_runner') as { attach(archive: string, extended: string, imports: string): void };
  runner.attach(`/lib/${name}.zip`, JSON.stringify(extended), JSON.stringify(firstImports[name]));
}

/** What programs of the two interfaces import beyond the examples. */
const commonImports: Readonly<Record<Framework, string>> = {
  flask: 'from flask import Flask, Response, abort, g, jsonify, redirect, render_template_string, request, session, stream_with_context, url_for\nfrom flask.views import MethodView\nfrom werkzeug.exceptions import HTTPException',
  starlette:
    'from starlette.background import BackgroundTask\nfrom starlette.endpoints import HTTPEndpoint, WebSocketEndpoint\nfrom starlette.middleware.gzip import GZipMiddleware\nfrom starlette.requests import Request\nfrom starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, StreamingResponse\nfrom starlette.websockets import WebSocket',
};

describe.each(Object.keys(frameworkInterfaces) as Framework[])('%s', (name) => {
  const own = examples.filter(({ exercise }) => exercise.data.framework?.name === name);
  test('is not there before it is asked for, then it is', { timeout: 30_000 }, async () => {
    const [{ exercise: { data: { interface: kind, requests }, framework: source = '' } }] = own as [(typeof own)[number]];
    const grade = (): Promise<string> => gradeIn(python, { spec: { interface: kind, requests }, source });
    expect(await grade()).toContain(`import ${name}`);
    attach(name);
    expect(JSON.parse(await grade())).toMatchObject({ verdict: 'accept' });
  });

  test.each(own)('$name passes the exercise’s own tests', { timeout: 30_000 }, async ({ exercise }) => {
    const { interface: kind, requests } = exercise.data;
    const report = JSON.parse(await gradeIn(python, { spec: { interface: kind, requests }, source: exercise.framework ?? '' })) as { verdict: string; tests: readonly unknown[] };
    expect(report).toMatchObject({ verdict: 'accept', sent: null });
    expect(report.tests).toHaveLength(requests.length);
  });

  test('its common parts are all there: run node src/widgets/python-exercise/runtime/list-framework-modules.ts, if they are not', { timeout: 30_000 }, () => {
    expect(() => python.runPython(commonImports[name])).not.toThrow();
  });

  test('everything comes from the site’s own archive, licences included', () => {
    const names = readZip(archives[name].bytes).map((entry) => entry.name);
    expect(names.filter((entry) => /\.(?:so|pyi|pyc)$/.test(entry))).toEqual([]);
    expect(names.filter((entry) => /\.dist-info\/.*LICEN[CS]E/.test(entry)).length).toBeGreaterThanOrEqual(new Set(names.flatMap((entry) => /^[^/]+\.dist-info/.exec(entry)?.[0] ?? [])).size);
    expect(python.runPython(`import sys; sys.modules[${JSON.stringify(name)}].__file__`)).toBe(`/lib/${name}.zip/${name}/__init__.py`);
  });

  test('the archive has nothing that every exercise has already', () => {
    const present = new Set(readZip(library).map((entry) => entry.name));
    expect(readZip(archives[name].bytes).filter((entry) => present.has(entry.name))).toEqual([]);
  });

  test('a list made for another library is refused', () => {
    expect(() => frameworkArchive(root, name, [], new Set())).toThrow(/-modules\.txt: not in this version's library: .+ Run node .*list-framework-modules\.ts/);
  });
});
