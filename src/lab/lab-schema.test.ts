import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { findLabs, readLab } from './lab-files.ts';

const root = mkdtempSync(join(tmpdir(), 'labs-'));
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Writes a lab.yaml and returns what reading it complains about. */
function complaint(yaml: string): string {
  const dir = join(root, 'content/chapters/10-a/labs/x');
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'lab.yaml'), yaml);
  const [folder] = findLabs(join(root, 'content/chapters'), root);
  if (!folder) throw new Error('the lab was not found');
  try {
    readLab(folder);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

const runs = 'runs:\n  - { id: a, commands: [ls] }\n';

test('the shortest lab is a title and a run', () => {
  expect(complaint(`title: T\n${runs}`)).toBe('');
});

test.each([
  ['an unknown field', `title: T\nserver: []\n${runs}`, ':1: unknown field `server`; remove it or correct its spelling'],
  ['an unknown need', `title: T\nneeds:\n  - curl\n  - curls\n${runs}`, ':4: needs.1: write one of namespace, curl, dig'],
  ['a missing title', runs, ':1: title: is missing; add it'],
  ['two ways to be ready', `title: T\nserve:\n  - name: a\n    run: b\n    ready: { port: 1, file: x }\n${runs}`, ':5: serve.0.ready: write exactly one of port, udp, unix, file, log; only file and log go together'],
  ['an address without a port', `title: T\nserve:\n  - { name: a, run: b, ready: { file: x, address: 127.0.0.1 } }\n${runs}`, ':3: serve.0.ready: `address` goes with port or udp; remove it'],
  ['a broken expression', `title: T\nruns:\n  - id: a\n    commands: [ls]\n    volatile:\n      - { match: "(", as: x }\n`, ':6: runs.0.volatile.0.match: is not a regular expression; write one such as "pid: \\\\d+"'],
  ['too few statuses', 'title: T\nruns:\n  - { id: a, commands: [ls, ls], exit: [0] }\n', ':3: runs.0.exit: write one status for each command, such as [0, 6]'],
  ['an id used twice', 'title: T\nruns:\n  - { id: a, commands: [ls] }\n  - { id: a, commands: [ls] }\n', ':4: runs.1.id: is used by an earlier run; write another'],
  ['a path out of the chapter', `title: T\nfiles: [../../../x]\n${runs}`, ':2: files.0: write a path beside the lab, such as ../shared'],
  ['a file that is not there', `title: T\nfiles: [../shared]\n${runs}`, ':2: files.0: there is no `../shared` beside the lab; correct the path or add it'],
  ['a mount in no namespace', `title: T\nneeds: [curl]\nsetup: |\n  cd x\n  mount --bind a b\n${runs}`, ':2: needs: add namespace: without one, `mount` would change this machine'],
  ['no YAML', 'title: [T\n', ': not valid YAML: '],
])('%s is named by file, line and field', (_what, yaml, message) => {
  expect(complaint(yaml)).toContain('content/chapters/10-a/labs/x/lab.yaml');
  expect(complaint(yaml)).toContain(message);
});
