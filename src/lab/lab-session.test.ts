import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { findIsolation } from './isolation.ts';
import { projectRoot, readCommandLine, runSession, type SessionOptions } from './lab-session.ts';
import { missingPrograms } from './needs.ts';
import { recordLab } from './record-lab.ts';
import { testLab } from './test-lab.ts';

const chapters = join(projectRoot, 'tests/labs/fixtures');
const labs = 'tests/labs/fixtures/10-fixtures/labs';
const isolated = findIsolation().isolated;
const inCi = Boolean(process.env['CI']);

/** Tests the fixture labs that match and returns what was said, times taken out. */
async function trial(pattern: string, options: Partial<SessionOptions> = {}): Promise<{ status: number; said: string }> {
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(line);
  const status = await runSession({ root: projectRoot, chapters, pattern, requireAll: false, work: testLab, say, ...options });
  return { status, said: lines.join('\n').replaceAll(/\(\d+\.\d s\)/g, '(N s)') };
}

describe.skipIf(process.platform !== 'linux')('labs', () => {
  test.skipIf(!inCi && (['python', 'curl', 'nc'] as const).some((name) => missingPrograms(name).length))(
    'servers, typed requests and refused connections are as recorded',
    async () => {
      const { status, said } = await trial('raw-sockets');
      expect(said).toBe(`passed  ${labs}/raw-sockets (N s)\n1 passed, 0 failed, 0 skipped`);
      expect(status).toBe(0);
    },
  );

  test.skipIf(!inCi && !isolated)('a lab has its own names, folders, host name and read-only system', async () => {
    const { said } = await trial('whole-house');
    expect(said).toBe(`passed  ${labs}/whole-house (N s)\n1 passed, 0 failed, 0 skipped`);
    expect(leftOver('sleep 6543')).toEqual([]);
  });

  test.each([
    ['in a system of its own', testLab],
    [
      'on a machine without namespaces',
      (folder, lab, surroundings) => testLab(folder, lab, { ...surroundings, isolation: { isolated: false, reason: 'tried here' } }),
    ],
  ] satisfies [string, SessionOptions['work']][])('one digit that changed fails, with lab, run, command and both lines: %s', async (_where, work) => {
    const { status, said } = await trial('one-digit-off', { work });
    expect(said).toBe(
      [
        `failed  ${labs}/one-digit-off (N s)`,
        '  run count, command 1 `grep -c conn ../raw-sockets/server.py`:',
        '      expected line 1: 5',
        '      got      line 1: 4',
        '0 passed, 1 failed, 0 skipped',
      ].join('\n'),
    );
    expect(status).toBe(1);
  });

  test('one that fails beside another runs once more, alone, and that counts', async () => {
    const tries = new Map<string, number>();
    const work: SessionOptions['work'] = async ({ name }) => {
      const count = (tries.get(name) ?? 0) + 1;
      tries.set(name, count);
      const failed = name.endsWith('one-digit-off') || (name.endsWith('raw-sockets') && count === 1);
      return { state: failed ? 'failed' : 'passed', messages: failed ? [`difference ${count}`] : [] };
    };
    const { status, said } = await trial('', { work, againAlone: true });
    expect(said).toContain(`again   ${labs}/raw-sockets (N s): failed beside another lab, runs once more, alone`);
    expect(said).toContain(`passed  ${labs}/raw-sockets (N s)\n  passed alone; beside another lab:\n  difference 1`);
    expect(said).toContain(`failed  ${labs}/one-digit-off (N s)\n  difference 2`);
    expect(said).toMatch(/^\d+ passed, 1 failed, \d+ skipped$/m);
    expect([...tries.values()].filter((count) => count === 2)).toHaveLength(2);
    expect(status).toBe(1);
  });

  test('a missing tool skips the lab and names need and package; where all is required it fails', async () => {
    const { status, said } = await trial('tool-missing', { path: '/nowhere' });
    const sentence = '  needs nsd: no program `nsd` here; Debian package nsd (apt-get install nsd)';
    expect(said).toBe(`skipped ${labs}/tool-missing (N s)\n${sentence}\n0 passed, 0 failed, 1 skipped`);
    expect(status).toBe(0);

    const required = await trial('tool-missing', { path: '/nowhere', requireAll: true });
    expect(required.said).toBe(`failed  ${labs}/tool-missing (N s)\n${sentence}\n0 passed, 1 failed, 0 skipped`);
    expect(required.status).toBe(1);
  });

  test('a lab that takes too long is ended, and says where it was', async () => {
    const { said } = await trial('too-slow', { work: (...lab) => recordLab(...lab, { once: true }) });
    expect(said).toContain('takes longer than 1 s; it was at run wait, command 2 `echo begun; sleep 6541`\n  printed so far:\n    | begun');
    expect(leftOver('sleep 6541')).toEqual([]);
  });

  test('a server that is never ready shows its log', async () => {
    const work: SessionOptions['work'] = (folder, lab, surroundings) =>
      recordLab(folder, lab, { ...surroundings, patience: 0.5 }, { once: true });
    const { said } = await trial('never-ready', { work });
    expect(said).toContain(
      'server `app` was not ready within 0.5 s: no TCP port 24001\n  its log app.log:\n    | looking for a port\n0 passed, 1 failed',
    );
  });

  test('a run without a transcript says how to record it', async () => {
    const { said } = await trial('not-recorded');
    expect(said).toContain(`${labs}/not-recorded: run "hello" has no transcript. Run npm run labs:record.`);
  });

  test('a command that fails shows its output and what to write', async () => {
    const { said } = await trial('wrong-status', { work: recordLab });
    expect(said).toContain(
      'run compare, command 2 `echo no; false` ended with status 1, lab.yaml expects 0; if that is meant, write `exit: [0, 1]`\n  it printed:\n    | no',
    );
    expect(existsSync(join(chapters, '10-fixtures/labs/wrong-status/transcripts'))).toBe(false);
  });

  test('output that no page can show is refused', async () => {
    const { said } = await trial('colours', { work: recordLab });
    expect(said).toContain('line 1 of the output holds the control character 0x1b: "\\u001b[31mred\\u001b[m"; switch off colours');
  });

  test('Ctrl-C ends the lab and everything it started', async () => {
    const temp = mkdtempSync(join(tmpdir(), 'ctrl-c-'));
    const program = spawn(process.execPath, [join(projectRoot, 'src/lab/record-labs.ts'), 'never-ready', '--chapters', chapters], {
      env: { ...process.env, TMPDIR: temp },
    });
    let said = '';
    program.stdout.on('data', (data: Buffer) => (said += data.toString()));
    const ended = once(program, 'exit');
    while (leftOver('sleep 6542').length === 0 && program.exitCode === null) await wait(50);
    program.kill('SIGINT');
    expect((await ended)[0]).toBe(1);
    expect(said).toContain('was stopped; it was at the start of server `app`');
    expect(leftOver('sleep 6542')).toEqual([]);
    expect(readdirSync(temp)).toEqual([]);
    rmdirSync(temp);
  }, 15_000);

  test('a pattern that no lab has is an error', async () => {
    expect(await trial('no-such-lab')).toEqual({ status: 1, said: 'No lab has `no-such-lab` in its path tests/labs/fixtures/*/labs/*.' });
  });

  test('the command explains itself, and refuses options it does not know', () => {
    const help = spawnSync(process.execPath, [join(projectRoot, 'src/lab/record-labs.ts'), '--help'], { encoding: 'utf8' });
    expect(help.stdout).toContain('A lab.yaml:');
    expect(() => readCommandLine(['--on'], ['--once'])).toThrow('There is no option --on; see --help.');
    const refused = spawnSync(process.execPath, [join(projectRoot, 'src/lab/test-labs.ts'), 'one', 'two'], { encoding: 'utf8' });
    expect(refused).toMatchObject({ status: 1, stdout: '', stderr: 'Write one pattern, not 2; see --help.\n' });
  });
});

/** Processes of this machine, zombies left out, whose command is exactly this. */
function leftOver(words: string): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') === `${words} `;
    } catch {
      return false;
    }
  });
}
