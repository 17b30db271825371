import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Isolation } from './isolation.ts';
import type { LabFolder } from './lab-files.ts';
import type { Lab, LabRun, LabServer } from './lab-schema.ts';
import { bareVersion, labPath } from './needs.ts';
import { outputLines, OutputError, type Places } from './output.ts';
import { ownEnvironment, writeOwnEtc } from './own-system.ts';
import { describeReady, isReady } from './ready.ts';
import { LabShell, ShellEnded } from './shell.ts';
import type { RecordedCommand } from './transcript.ts';

/** Where and with what labs run. */
export interface Surroundings {
  readonly isolation: Isolation;
  /** Folder of the installed Python packages, for labs that need `venv`. */
  readonly venv: string | undefined;
  /** Ends every lab early, as Ctrl-C does. */
  readonly signal?: AbortSignal | undefined;
  /** Seconds a server may take until it is ready. */
  readonly patience?: number;
}

/** What a lab printed this time. */
export interface LabResult {
  /** Commands by the id of the run. */
  readonly runs: ReadonlyMap<string, readonly RecordedCommand[]>;
  /** Bare versions by program. */
  readonly versions: Readonly<Record<string, string>>;
}

/** Thrown when a lab does not do what its lab.yaml says; the message says what happened. */
export class LabFailure extends Error {}

// Never on the page: where the folders of a lab are, when it has no mounts of its own.
const labsPlace = '/srv';
const venvPlace = '/opt/venv';

/**
 * Runs one lab in a temporary copy of its folder and ends everything it started.
 * @throws LabFailure
 */
export async function runLab(folder: LabFolder, lab: Lab, surroundings: Surroundings): Promise<LabResult> {
  const temp = mkdtempSync(join(tmpdir(), 'request-path-lab-'));
  const stop = new AbortController();
  let where = 'its setup';
  let shell: LabShell | undefined;
  let starting: Promise<LabShell> | undefined;
  const limit = setTimeout(() => stop.abort(), lab.limit * 1000);
  const abort = (): void => stop.abort();
  surroundings.signal?.addEventListener('abort', abort);
  const stopped = new Promise<never>((_resolve, reject) => {
    stop.signal.addEventListener('abort', () => {
      const reason = surroundings.signal?.aborted ? 'was stopped' : `takes longer than ${lab.limit} s`;
      reject(new LabFailure(`${reason}; it was at ${where}${quote('printed so far', shell?.printedSoFar ?? '')}`));
    });
  });
  stopped.catch(() => undefined);

  try {
    copyFiles(folder, lab, temp);
    writeOwnEtc(temp);
    const steps = async (): Promise<LabResult> => {
      starting = startShell(folder, lab, temp, surroundings);
      shell = await starting;
      return await allSteps(shell, lab, insideFolder(folder, temp, surroundings.isolation), placesOf(temp, surroundings), {
        at: (place) => (where = place),
        patience: surroundings.patience ?? 15,
        signal: stop.signal,
      });
    };
    return await Promise.race([steps(), stopped]);
  } finally {
    clearTimeout(limit);
    stop.abort();
    surroundings.signal?.removeEventListener('abort', abort);
    await (await starting?.catch(() => undefined))?.kill();
    rmSync(temp, { recursive: true, force: true });
  }
}

interface Progress {
  at(place: string): void;
  readonly patience: number;
  readonly signal: AbortSignal;
}

async function allSteps(shell: LabShell, lab: Lab, folder: string, places: Places, progress: Progress): Promise<LabResult> {
  if (lab.setup !== undefined) {
    await shell.setup(lab.setup).catch((error: unknown) => {
      const printed = error instanceof ShellEnded ? error.output : String(error);
      throw new LabFailure(`its setup failed: a command in it did not end with status 0${quote('it printed', printed, shell.name)}`);
    });
  }
  for (const server of lab.serve) {
    progress.at(`the start of server \`${server.name}\``);
    await startServer(shell, server, folder, progress);
  }
  const versions = await readVersions(shell, lab, progress);
  const runs = new Map<string, readonly RecordedCommand[]>();
  for (const run of lab.runs) runs.set(run.id, await doRun(shell, run, places, progress));
  return { runs, versions };
}

async function startServer(shell: LabShell, server: LabServer, folder: string, progress: Progress): Promise<void> {
  await shell.serve(server.name, server.run);
  const log = `${server.name}.log`;
  const inside = (file: string): string => readIfThere(join(`/proc/${shell.pid}/root`, folder, file));
  const deadline = Date.now() + progress.patience * 1000;
  const pid = Number(inside(`${server.name}.pid`));
  let goneAt: number | undefined;

  while (!isReady(server.ready, log, { pid: shell.pid, folder })) {
    // A server may leave its first process behind when it becomes a daemon; its socket shows within a moment.
    if (!existsSync(`/proc/${pid}`)) goneAt ??= Date.now();
    const isGone = goneAt !== undefined && Date.now() - goneAt > Math.min(3000, progress.patience * 1000);
    if (isGone || Date.now() > deadline || progress.signal.aborted) {
      const what = isGone ? 'ended before it was ready' : `was not ready within ${progress.patience} s`;
      throw new LabFailure(`server \`${server.name}\` ${what}: no ${describeReady(server.ready)}${quote(`its log ${log}`, inside(log))}`);
    }
    await wait(20);
  }
}

async function readVersions(shell: LabShell, lab: Lab, progress: Progress): Promise<Readonly<Record<string, string>>> {
  const versions: Record<string, string> = {};
  for (const [program, command] of Object.entries(lab.versions)) {
    progress.at(`the version of ${program}`);
    const { output } = await shell.run(command);
    const version = bareVersion(output);
    if (version === undefined) {
      throw new LabFailure(`\`${command}\` (versions.${program}) names no version such as 1.22.1${quote('it printed', output, shell.name)}`);
    }
    versions[program] = version;
  }
  return versions;
}

/** Milliseconds that a server may take to write its log after its answer has arrived. */
const logSettles = 300;

/** True for a command that begins by reading a log: servers write their lines a moment after they answered. */
export function readsLog(command: string): boolean {
  return /^(?:awk|cat|cut|grep|head|sed|sort|tail|wc)\b[^;&]*(?:\.log\b|\/log\/)/.test(command);
}

async function doRun(shell: LabShell, run: LabRun, places: Places, progress: Progress): Promise<readonly RecordedCommand[]> {
  const commands: RecordedCommand[] = [];
  for (const [index, text] of run.commands.entries()) {
    const typed = text.trimEnd();
    const place = `run ${run.id}, command ${index + 1} \`${typed}\``;
    progress.at(place);
    if (readsLog(typed)) await wait(logSettles);
    const { output, status } = await shell.run(typed).catch((error: unknown) => {
      if (!(error instanceof ShellEnded)) throw error;
      throw new LabFailure(`${place} ended the lab's shell; leave out \`exit\`${quote('it printed', error.output, shell.name)}`);
    });
    const expected = run.exit?.[index] ?? 0;
    if (status !== expected) {
      const statuses = run.commands.map((_, other) => (other === index ? status : (run.exit?.[other] ?? 0)));
      throw new LabFailure(
        `${place} ended with status ${status}, lab.yaml expects ${expected}; if that is meant, write \`exit: [${statuses.join(', ')}]\`${quote('it printed', output, shell.name)}`,
      );
    }
    try {
      commands.push({ typed, printed: outputLines(output, shell.name, places) });
    } catch (error) {
      if (error instanceof OutputError) throw new LabFailure(`${place}: ${error.message}`);
      throw error;
    }
  }
  return commands;
}

async function startShell(folder: LabFolder, lab: Lab, temp: string, { isolation, venv }: Surroundings): Promise<LabShell> {
  const packages = lab.needs.includes('venv') ? venv : undefined;
  const packagesPath = packages && `${isolation.isolated ? venvPlace : packages}/bin:`;
  const home = insideFolder(folder, temp, isolation);
  try {
    return await LabShell.start({
      isolation,
      temp,
      folder: home,
      venv: packages,
      env: ownEnvironment(`${packagesPath ?? ''}${labPath()}`, home),
    });
  } catch (error) {
    if (error instanceof ShellEnded) throw new LabFailure(`could not be given a system of its own${quote('the shell printed', error.output)}`);
    throw error;
  }
}

function copyFiles(folder: LabFolder, lab: Lab, temp: string): void {
  const name = basename(folder.dir);
  const keep = (source: string): boolean => source !== join(folder.dir, 'transcripts');
  cpSync(folder.dir, join(temp, 'labs', name), { recursive: true, filter: keep });
  for (const path of lab.files) cpSync(join(folder.dir, path), join(temp, 'labs', name, path), { recursive: true });
}

function insideFolder(folder: LabFolder, temp: string, isolation: Isolation): string {
  return join(isolation.isolated ? labsPlace : join(temp, 'labs'), basename(folder.dir));
}

function placesOf(temp: string, { isolation, venv }: Surroundings): Places {
  if (isolation.isolated) return [];
  return [[join(temp, 'labs'), labsPlace], ...(venv === undefined ? [] : ([[venv, venvPlace]] as const))];
}

/** What was printed, indented below a message; nothing when it is empty. */
function quote(title: string, text: string, shellName = 'bash'): string {
  const lines = text.replaceAll(shellName, 'bash').trimEnd().split('\n').slice(-40);
  return lines.join('').trim() ? `\n${title}:\n${lines.map((line) => `  | ${line}`).join('\n')}` : '';
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
