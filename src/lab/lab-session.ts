import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ToolError } from '../tools/run-tool.ts';
import { findIsolation, type Isolation } from './isolation.ts';
import { findLabs, LabFileError, readLab, type LabFolder } from './lab-files.ts';
import type { Lab } from './lab-schema.ts';
import { labPath, missingDevice, missingPrograms, missingSentence, needs, type NeedName } from './needs.ts';
import { installPythonPackages, type PythonPackages } from './python-packages.ts';
import { LabFailure, type Surroundings } from './run-lab.ts';

/** What became of one lab. */
export interface Outcome {
  readonly state: 'passed' | 'failed' | 'skipped';
  /** Why it failed or was skipped, or remarks; each may have several lines. */
  readonly messages: readonly string[];
}

/** Options of both programs. */
export interface SessionOptions {
  /** Project's folder; names of labs are given from there. */
  readonly root: string;
  /** Folder that holds the chapters' folders. */
  readonly chapters: string;
  /** Only labs whose path contains this. */
  readonly pattern: string;
  /** Fail instead of skipping. */
  readonly requireAll: boolean;
  /** A lab that failed while another ran beside it runs once more, alone: what a busy machine disturbed is told from what changed. */
  readonly againAlone?: boolean;
  /** What to do with each lab that can run here. */
  readonly work: (folder: LabFolder, lab: Lab, surroundings: Surroundings) => Promise<Outcome>;
  /** Where lines go; the console when left out. */
  readonly say?: (line: string) => void;
  /** PATH in which the labs' needs are looked for. */
  readonly path?: string;
}

/** A lab that failed while another ran beside it, and how. */
interface Disturbed {
  readonly folder: LabFolder;
  readonly outcome: Outcome;
}

/** The project's folder. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/**
 * Takes all labs in turn, at most two at once, says a line about each and one with the sums.
 * @returns the exit status
 */
export async function runSession(options: SessionOptions): Promise<number> {
  const { root, chapters, pattern, requireAll, againAlone = false, say = console.log, path = labPath() } = options;
  const labs = findLabs(chapters, root, pattern);
  if (labs.length === 0 && pattern) {
    say(`No lab has \`${pattern}\` in its path ${chapters.slice(root.length + 1)}/*/labs/*.`);
    return 1;
  }
  const stop = new AbortController();
  const abort = (): void => stop.abort();
  process.on('SIGINT', abort).on('SIGTERM', abort);

  const isolation = findIsolation();
  let packages: Promise<PythonPackages> | undefined;
  const counts = { passed: 0, failed: 0, skipped: 0 };

  const disturbed: Disturbed[] = [];
  const one = async (folder: LabFolder, before?: Outcome): Promise<void> => {
    const start = Date.now();
    const outcome = await attempt(async () => {
      const lab = readLab(folder);
      const lacks = lacksOf(lab.needs, isolation, path);
      if (lacks.length) return { state: requireAll ? 'failed' : 'skipped', messages: lacks };
      const installed = lab.needs.includes('venv') ? await (packages ??= installPythonPackages(root, say)) : undefined;
      if (installed && 'missing' in installed) return { state: requireAll ? 'failed' : 'skipped', messages: [installed.missing] };
      return await options.work(folder, lab, { isolation, venv: installed?.venv, signal: stop.signal });
    });
    const line = (state: string): string => `${state.padEnd(7)} ${folder.name} (${((Date.now() - start) / 1000).toFixed(1)} s)`;
    if (againAlone && labs.length > 1 && outcome.state === 'failed' && !before && !stop.signal.aborted) {
      disturbed.push({ folder, outcome });
      return say(`${line('again')}: failed beside another lab, runs once more, alone`);
    }
    counts[outcome.state]++;
    const then = before && outcome.state === 'passed' ? ['passed alone; beside another lab:', ...before.messages] : [];
    say([line(outcome.state), ...[...outcome.messages, ...then].map(indent)].join('\n'));
  };
  const queue = [...labs];
  const worker = async (): Promise<void> => {
    for (let lab = queue.shift(); lab && !stop.signal.aborted; lab = queue.shift()) await one(lab);
  };
  await Promise.all([worker(), worker()]);
  for (const { folder, outcome } of disturbed) await one(folder, outcome);

  process.off('SIGINT', abort).off('SIGTERM', abort);
  say(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  return counts.failed || stop.signal.aborted ? 1 : 0;
}

async function attempt(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LabFailure || error instanceof LabFileError) return { state: 'failed', messages: [error.message] };
    return { state: 'failed', messages: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  }
}

/** What this machine lacks for a lab or a comparison, a sentence for each need. */
export function lacksOf(wanted: readonly NeedName[], isolation: Isolation, path: string): readonly string[] {
  if (process.platform !== 'linux') return ['needs Linux: labs use its namespaces and /proc; run them in a Linux container or virtual machine'];
  return wanted.flatMap((name) => {
    const programs = missingPrograms(name, path);
    if (programs.length) return [missingSentence(name, programs)];
    const device = missingDevice(name);
    if (device) return [device];
    if (name !== 'namespace' || isolation.isolated) return [];
    return [
      `needs namespace: \`unshare -rnmu\` does not work for this user (${isolation.reason}); run as root, or allow user namespaces (sysctl kernel.apparmor_restrict_unprivileged_userns=0, kernel.unprivileged_userns_clone=1; Debian packages ${needs.namespace.packages.join(', ')})`,
    ];
  });
}

function indent(message: string): string {
  return message.split('\n').map((line) => `  ${line}`).join('\n');
}

/** What the command line asks for. */
export interface CommandLine {
  readonly chapters: string;
  readonly pattern: string;
  /** Options without a value, such as `--once`. */
  readonly flags: ReadonlySet<string>;
}

/**
 * Reads `[pattern] [--chapters folder] [--flag …]`.
 * @throws ToolError naming an option that is not known, or words too many
 */
export function readCommandLine(args: readonly string[], knownFlags: readonly string[]): CommandLine {
  let chapters = join(projectRoot, 'content/chapters');
  const words: string[] = [];
  const flags = new Set<string>();
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? '';
    if (word === '--chapters') chapters = resolve(args[++index] ?? '');
    else if (knownFlags.includes(word)) flags.add(word);
    else if (word.startsWith('-')) throw new ToolError(`There is no option ${word}; see --help.`);
    else words.push(word);
  }
  if (words.length > 1) throw new ToolError(`Write one pattern, not ${words.length}; see --help.`);
  return { chapters, pattern: words[0] ?? '', flags };
}
