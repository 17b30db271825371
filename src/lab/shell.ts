import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { Isolation } from './isolation.ts';
import { endProcesses, ownNetwork } from './clean-up.ts';
import { isolatedScript } from './own-system.ts';

const driver = isolatedScript('driver.sh');

/** What a shell is started with. */
export interface ShellOptions {
  readonly isolation: Isolation;
  /** Temporary folder with `labs/` and `etc/`. */
  readonly temp: string;
  /** The lab's folder as the shell will see it. */
  readonly folder: string;
  /** Folder of the Python packages, when the lab needs them. */
  readonly venv: string | undefined;
  readonly env: Readonly<Record<string, string>>;
}

/** What one command printed, both streams in order, and how it ended. */
export interface Answer {
  readonly output: string;
  readonly status: number;
}

/** Thrown when the shell ends before it answered; `output` is what was printed until then. */
export class ShellEnded extends Error {
  readonly output: string;

  constructor(output: string) {
    super('the shell of the lab ended');
    this.output = output;
  }
}

/** The one bash of a lab, in namespaces of its own where there are any. See driver.sh for the other side. */
export class LabShell {
  readonly pid: number;
  /** Stands for `bash` in messages of the shell. */
  readonly name = `lab-${randomBytes(8).toString('hex')}`;
  readonly #child: ChildProcess;
  readonly #environment: string | undefined;
  #network: string | undefined;
  #received = Buffer.alloc(0);
  #ended = false;
  #waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined;

  private constructor({ isolation, temp, folder, venv, env }: ShellOptions) {
    const start = isolation.isolated ? isolation.command : [];
    const [program = 'bash', ...args] = [...start, 'bash', '--norc', '--noprofile', '-c', driver, this.name];
    this.#environment = isolation.isolated ? undefined : `LAB_ID=${this.name}`;
    this.#child = spawn(program, [...args, isolation.isolated ? 'yes' : 'no', temp, folder, venv ?? ''], {
      cwd: temp,
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: isolation.isolated ? env : { ...env, LAB_ID: this.name },
    });
    this.pid = this.#child.pid ?? 0;
    this.#child.stdin?.on('error', () => undefined); // Its end is told by 'exit'.
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (data: Buffer) => {
        this.#received = Buffer.concat([this.#received, data]);
        this.#settle();
      });
    }
    // Not 'close': a server left behind may hold the pipe open. What is in the pipe is read before the timer fires.
    this.#child.on('exit', () => setTimeout(() => this.#end(), 50));
    this.#child.on('error', () => this.#end());
  }

  /**
   * Starts the shell and prepares its system.
   * @throws ShellEnded when that fails
   */
  static async start(options: ShellOptions): Promise<LabShell> {
    const shell = new LabShell(options);
    try {
      await shell.#answer();
    } catch (error) {
      await shell.kill();
      throw error;
    }
    shell.#network = ownNetwork(shell.pid);
    return shell;
  }

  /** Prepares the lab: stops at the first command that fails, by ending the shell. */
  setup(text: string): Promise<Answer> {
    return this.#tell('setup', '', text);
  }

  /** Starts a server in a process group of its own; its output goes to `<name>.log`. */
  serve(name: string, text: string): Promise<Answer> {
    return this.#tell('serve', name, text);
  }

  /** Runs one command as if it was typed. */
  run(text: string): Promise<Answer> {
    return this.#tell('run', '', text);
  }

  /** What the command that runs now has printed until now. */
  get printedSoFar(): string {
    return this.#received.toString('utf8');
  }

  /** Ends the shell and everything that was started from it. Safe to call more than once. */
  async kill(): Promise<void> {
    this.#network ??= this.pid ? ownNetwork(this.pid) : undefined;
    if (this.pid) {
      try {
        process.kill(-this.pid, 'SIGKILL');
      } catch {
        // The whole group has ended.
      }
    }
    await endProcesses({ network: this.#network, environment: this.#environment });
    this.#child.stdout?.destroy();
    this.#child.stderr?.destroy();
  }

  #tell(...words: readonly [string, string, string]): Promise<Answer> {
    const answer = this.#answer();
    this.#child.stdin?.write(words.map((word) => `${word}\0`).join(''));
    return answer;
  }

  #answer(): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      if (this.#ended) this.#end();
      else this.#settle();
    });
  }

  #settle(): void {
    const mark = Buffer.from(`\x1e${this.name} `);
    const at = this.#received.indexOf(mark);
    const end = at < 0 ? -1 : this.#received.indexOf(0x1e, at + mark.length);
    if (end < 0 || !this.#waiting) return;

    const output = this.#received.subarray(0, at).toString('utf8');
    const status = Number(this.#received.subarray(at + mark.length, end).toString('utf8'));
    this.#received = this.#received.subarray(end + 1);
    const { resolve } = this.#waiting;
    this.#waiting = undefined;
    resolve({ output, status });
  }

  #end(): void {
    this.#ended = true;
    this.#waiting?.reject(new ShellEnded(this.printedSoFar));
    this.#waiting = undefined;
  }
}
