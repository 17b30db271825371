import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inputs } from '../fingerprint.ts';
import { ToolError } from '../run-tool.ts';
import { generateChapters } from './generate-chapters.ts';

/** What building a guide of some size took. */
export interface BuildFigures {
  readonly chapters: number;
  /** Seconds by the clock. */
  readonly seconds: number;
  /** Seconds of processor time of all processes of the build; undefined where the system does not tell. */
  readonly cpuSeconds: number | undefined;
  /** Most memory that all its processes held at one time, in MiB; undefined where the system does not tell. */
  readonly peakMiB: number | undefined;
}

/**
 * Copies the project, adds chapters until there are `chapters`, and builds the copy from nothing.
 * @param root the project, installed
 * @throws ToolError with the end of what the build printed
 */
export async function measureBuild(root: string, chapters: number, seed: number): Promise<BuildFigures> {
  const copy = mkdtempSync(join(tmpdir(), 'request-path-bench-'));
  try {
    for (const file of inputs(root)) cpSync(join(root, file), join(copy, file), { recursive: true });
    cpSync(join(root, 'src/boot'), join(copy, 'src/boot'), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
    generateChapters(copy, chapters, seed);
    return { chapters, ...(await timed(copy)) };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function timed(copy: string): Promise<Omit<BuildFigures, 'chapters'>> {
  const cpuBefore = childSeconds();
  const started = performance.now();
  const child = spawn(process.execPath, ['src/tools/build.ts'], { cwd: copy, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, treeMemory(child.pid ?? 0))), 250);
  const end = (): void => void child.kill();
  // Who stops the benchmark wants no build to go on, and no copy to stay.
  process.once('SIGINT', end).once('SIGTERM', end);
  const status = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  process.off('SIGINT', end).off('SIGTERM', end);
  clearInterval(timer);
  if (status !== 0) throw new ToolError(`The copy was not built (status ${status}):\n${printed.trimEnd().split('\n').slice(-20).join('\n')}`);
  const cpuAfter = childSeconds();
  return {
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore,
    peakMiB: peak > 0 ? peak / 2 ** 20 : undefined,
  };
}

/** Ticks of /proc are hundredths of a second on every Linux. */
const ticks = 100;

/** Processor time of the children of this process that have ended, and of theirs; see proc_pid_stat(5), cutime and cstime. */
function childSeconds(): number | undefined {
  const fields = statOf('self');
  return fields && (Number(fields[13]) + Number(fields[14])) / ticks;
}

/** Bytes in memory of a process and all below it; 0 where there is no /proc. */
function treeMemory(root: number): number {
  const parents = new Map<number, number>();
  const sizes = new Map<number, number>();
  for (const name of listed('/proc')) {
    const fields = /^\d+$/.test(name) ? statOf(name) : undefined;
    if (!fields) continue;
    parents.set(Number(name), Number(fields[1]));
    sizes.set(Number(name), Number(fields[21]) * 4096);
  }
  const isBelow = (pid: number): boolean => pid === root || (parents.has(pid) && isBelow(parents.get(pid) ?? 0));
  return [...sizes].reduce((sum, [pid, size]) => (isBelow(pid) ? sum + size : sum), 0);
}

/** The fields of /proc/<pid>/stat behind the name, which may hold anything: the state is the first. */
function statOf(pid: string): readonly string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
  } catch {
    return undefined; // It has ended, or the system has no /proc.
  }
}

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
