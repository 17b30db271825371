import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Something the person who typed the command can mend; its message is all that they see. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
}

/** Runs the main function of a command; a `ToolError`, or an option that it does not take, ends it with one sentence and status 1. */
export async function runTool(main: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!(error instanceof ToolError) && !code.startsWith('ERR_PARSE_ARGS')) throw error;
    console.error(message);
    process.exitCode = 1;
  }
}

/** How a program is started. */
export interface RunOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Gets what the program prints, both streams, as it comes; without it the program prints for itself. */
  readonly onOutput?: (text: string) => void;
}

/** Runs a script of the project or of a package with this Node; returns its exit status. */
export function runNode(args: readonly string[], options: RunOptions = {}): Promise<number> {
  const { onOutput } = options;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    stdio: onOutput ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...options.env },
  });
  if (onOutput) {
    child.stdout?.setEncoding('utf8').on('data', onOutput);
    child.stderr?.setEncoding('utf8').on('data', onOutput);
  }
  let interrupted = false;
  const forward = (signal: NodeJS.Signals): void => {
    interrupted = true;
    child.kill(signal);
  };
  process.on('SIGINT', forward).on('SIGTERM', forward);

  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      // Who stops one step wants to stop the whole command.
      if (interrupted) process.exit(130);
      if (signal) (onOutput ?? console.error)(`Ended by ${signal}.\n`);
      resolve(code ?? 1);
    });
  });
}

/** A script that works beside the steps of a command. */
export interface Beside {
  /** Tells it that there is nothing more to come, and waits until it has ended. What it says is shown if it fails. */
  finish(): Promise<void>;
  /** Ends it. */
  stop(): void;
}

/** Starts a script of the project that ends when its input does: with this process, however that ends. */
export function startBeside(args: readonly string[]): Beside {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  child.stdin.on('error', () => undefined); // Its end is told by 'close'.
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  ended.catch(() => undefined);
  return {
    finish: async () => {
      child.stdin.end('finish\n');
      if ((await ended) !== 0) console.error(printed.trimEnd());
    },
    stop: () => child.stdin.end(),
  };
}

/** Path of a program that a package brings, such as `bin('astro', 'bin/astro.mjs')`. */
export function packageFile(name: string, file: string): string {
  const path = join(root, 'node_modules', name, file);
  if (!existsSync(path)) throw new ToolError(`The package ${name} is not whole: delete node_modules and run the same command again.`);
  return path;
}
