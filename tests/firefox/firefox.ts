import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Keys that are no characters, as WebDriver writes them. */
export const keys = { tab: '\uE004', enter: '\uE007', escape: '\uE00C', down: '\uE015', space: ' ' } as const;

interface Answer {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/**
 * Firefox as its makers ship it, without a window, driven by WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/)
 * over the WebSocket that Node has: no driver and no package. One tab, with a profile of its own.
 */
export class Firefox {
  /** What a page complained of since the last `goto`: scripts, answers of 400 and more, reports of the policy. */
  readonly faults: string[] = [];
  #process: ChildProcess;
  #profile: string;
  #socket: WebSocket;
  #waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  #lastId = 0;
  #tab = '';

  private constructor(process: ChildProcess, profile: string, socket: WebSocket) {
    this.#process = process;
    this.#profile = profile;
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Answer));
  }

  /** Starts it and opens a tab of 1280 × 900. */
  static async start(executablePath: string): Promise<Firefox> {
    const profile = mkdtempSync(join(tmpdir(), 'request-path-firefox-'));
    const process = spawn(executablePath, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      process.stderr?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const url = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
        if (url) resolve(url);
      });
      process.on('exit', (code) => reject(new Error(`Firefox ended with ${code}: ${said.slice(-500)}`)));
      process.on('error', reject);
    });
    const socket = new WebSocket(`${address}/session`);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', () => reject(new Error(`Firefox does not answer at ${address}.`)));
    });
    const firefox = new Firefox(process, profile, socket);
    await firefox.#send('session.new', { capabilities: {} });
    await firefox.#send('session.subscribe', { events: ['log.entryAdded', 'network.responseCompleted'] });
    await firefox.#send('script.addPreloadScript', { functionDeclaration: String(keepReports) });
    const { context } = (await firefox.#send('browsingContext.create', { type: 'tab' })) as { context: string };
    firefox.#tab = context;
    await firefox.resize(1280, 900);
    return firefox;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.on('exit', resolve));
    await this.#send('browser.close', {}).catch(() => this.#process.kill('SIGKILL'));
    await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Opens a page and waits until it is loaded. */
  async goto(url: string): Promise<void> {
    this.faults.length = 0;
    await this.#send('browsingContext.navigate', { context: this.#tab, url, wait: 'complete' });
  }

  async reload(): Promise<void> {
    await this.#send('browsingContext.reload', { context: this.#tab, wait: 'complete' });
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#send('browsingContext.setViewport', { context: this.#tab, viewport: { width, height } });
  }

  /** Runs a function in the page; what goes in and comes out is JSON. */
  async run<T, A extends readonly unknown[]>(action: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    const answer = (await this.#send('script.callFunction', {
      functionDeclaration: `async (text) => JSON.stringify((await (${String(action)})(...JSON.parse(text))) ?? null)`,
      arguments: [{ type: 'string', value: JSON.stringify(args) }],
      target: { context: this.#tab },
      awaitPromise: true,
    })) as { type: string; result?: { value: string }; exceptionDetails?: { text: string } };
    if (answer.type === 'exception') throw new Error(`In the page: ${answer.exceptionDetails?.text}`);
    return JSON.parse(answer.result?.value ?? 'null') as T;
  }

  /** Waits until a function of the page gives something true, and returns it. */
  async until<T, A extends readonly unknown[]>(action: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    const end = Date.now() + 60_000;
    for (;;) {
      // A page that is just being left has no functions to run.
      const value = await this.run(action, ...args).catch(() => undefined);
      if (value) return value;
      if (Date.now() > end) throw new Error(`Never true: ${String(action)} with ${JSON.stringify(args)}; the page said ${this.faults.join(' | ') || 'nothing'}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Clicks where an element is, as a pointer does: what covers it gets the click. */
  async click(selector: string): Promise<void> {
    const at = await this.until((which) => {
      const element = document.querySelector(which);
      element?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = element?.getBoundingClientRect();
      return box && box.width > 0 && { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) };
    }, selector);
    await this.#send('input.performActions', {
      context: this.#tab,
      actions: [{ type: 'pointer', id: 'mouse', actions: [{ type: 'pointerMove', ...(at as object) }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }] }],
    });
  }

  /** Types characters and `keys`, one after the other. */
  async type(...texts: readonly string[]): Promise<void> {
    const actions = [...texts.join('')].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    await this.#send('input.performActions', { context: this.#tab, actions: [{ type: 'key', id: 'keyboard', actions }] });
  }

  /** All faults of the page, the reports of its policy among them. */
  async allFaults(): Promise<readonly string[]> {
    const reports = await this.run(() => (window as unknown as { policyReports: string[] }).policyReports);
    return [...this.faults, ...reports];
  }

  #send(method: string, params: object): Promise<unknown> {
    const id = ++this.#lastId;
    this.#socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #receive({ id, type, result, error, message, method, params }: Answer): void {
    if (type === 'event') {
      if (method === 'log.entryAdded' && /error|warn/.test(String(params?.['level']))) this.faults.push(`${params?.['level']}: ${params?.['text']}`);
      const { status = 0, url = '' } = (params?.['response'] ?? {}) as { status?: number; url?: string };
      if (method === 'network.responseCompleted' && status >= 400) this.faults.push(`${status}: ${url}`);
      return;
    }
    const waiting = this.#waiting.get(id ?? 0);
    this.#waiting.delete(id ?? 0);
    if (type === 'error') waiting?.reject(new Error(`${error}: ${message}`));
    else waiting?.resolve(result);
  }
}

/** Runs in every page before its own scripts. */
function keepReports(): void {
  const reports: string[] = [];
  (window as unknown as { policyReports: string[] }).policyReports = reports;
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => reports.push(`policy: ${violatedDirective} ${blockedURI}`));
}
