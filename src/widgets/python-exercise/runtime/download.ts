import type { RuntimeFile, StartProblem } from './protocol.ts';

/** A download that did not give what was built; the message names the file. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError';
  readonly problem: StartProblem;

  constructor(problem: 'network' | 'damaged', message: string) {
    super(message);
    this.problem = problem;
  }
}

/** What `fetch` is here. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What is on its way. */
interface Part {
  readonly file: RuntimeFile;
  readonly response: Response;
  /** Bytes that travel: fewer than the file's when the server compresses. */
  readonly travels: number;
}

/**
 * Fetches files and checks size and hash of each.
 * @param urls addresses by name
 * @param onBytes how many bytes have come of how many that travel; a server that does not say counts unpacked ones
 * @param again takes nothing from the browser's cache
 * @throws DownloadError
 */
export async function download(
  files: readonly RuntimeFile[],
  urls: (name: string) => string,
  onBytes: (loaded: number, total: number) => void,
  again = false,
  get: Fetch = fetch,
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const parts = await Promise.all(files.map((file) => ask(file, urls(file.name), again, get)));
  const total = parts.reduce((sum, { travels }) => sum + travels, 0);
  const came = new Map<string, number>();
  const report = (name: string, bytes: number): void => {
    came.set(name, bytes);
    onBytes(Math.min(total, Math.round([...came.values()].reduce((sum, count) => sum + count, 0))), total);
  };
  const bodies = await Promise.all(parts.map((part) => read(part, report)));
  return new Map(bodies.map((bytes, i) => [files[i]?.name ?? '', bytes]));
}

async function ask(file: RuntimeFile, url: string, again: boolean, get: Fetch): Promise<Part> {
  const response = await get(url, { cache: again ? 'reload' : 'default' }).catch((error: unknown) => {
    throw new DownloadError('network', `${file.name}: ${String(error)}`);
  });
  if (!response.ok) throw new DownloadError('network', `${file.name}: the server answered ${response.status}`);
  const length = Number(response.headers.get('Content-Length') ?? 0);
  return { file, response, travels: length > 0 && length <= file.size ? length : file.size };
}

async function read({ file, response, travels }: Part, report: (name: string, bytes: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.size);
  const reader = response.body?.getReader();
  let at = 0;
  for (;;) {
    const next = await reader?.read().catch((error: unknown) => {
      throw new DownloadError('network', `${file.name} broke off after ${at} of ${file.size} bytes: ${String(error)}`);
    });
    if (!next || next.done) break;
    if (at + next.value.length > file.size) throw new DownloadError('damaged', `${file.name} is longer than ${file.size} bytes`);
    bytes.set(next.value, at);
    at += next.value.length;
    report(file.name, (at / file.size) * travels);
  }
  if (at < file.size) throw new DownloadError('network', `${file.name} broke off after ${at} of ${file.size} bytes`);
  if (((await sha256(bytes)) ?? file.sha256) !== file.sha256) throw new DownloadError('damaged', `${file.name} has other bytes than the ones that were built`);
  return bytes;
}

/** Base64 of the hash. Pages over plain HTTP have no `crypto.subtle`: there, size alone is checked. */
async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  if (!isSecureContext()) return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...digest));
}

function isSecureContext(): boolean {
  return (crypto as Partial<Crypto>).subtle !== undefined;
}
