import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { headersFor, isCompressible, type Headers } from './headers.ts';
import type { Coding } from './negotiate.ts';
import { policyFor } from './policy.ts';

/** A file of the built site, ready to be sent. */
export interface SiteFile {
  readonly headers: Headers;
  /** The body in a coding, with the entity tag of exactly these bytes. */
  body(coding: Coding): Promise<{ readonly bytes: Buffer; readonly coding: Coding; readonly etag: string }>;
}

interface Kept {
  readonly version: string;
  readonly file: SiteFile;
}

/** The files of a built site; each is read, hashed and compressed once, and again only after it has changed. */
export class SiteFiles {
  readonly #folder: string;
  readonly #kept = new Map<string, Kept>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The file at a place such as `/en/wsgi/index.html`, if there is one. */
  async find(path: string): Promise<SiteFile | undefined> {
    const place = join(this.#folder, path);
    const info = await stat(place).catch(() => undefined);
    if (!info?.isFile()) return undefined;

    const version = `${info.size} ${info.mtimeMs} ${info.ino}`;
    const kept = this.#kept.get(path);
    if (kept?.version === version) return kept.file;

    const file = siteFile(path, place, await readFile(place));
    this.#kept.set(path, { version, file });
    return file;
  }
}

function siteFile(path: string, place: string, plain: Buffer): SiteFile {
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 16);
  const coded = new Map<Coding, Promise<Buffer>>([['identity', Promise.resolve(plain)]]);
  const readable = path.endsWith('.html') || path.endsWith('.svg');

  return {
    headers: headersFor(path, policyFor(path, readable ? plain.toString('utf8') : '')),
    async body(wanted) {
      const coding = isCompressible(path) ? wanted : 'identity';
      const bytes = coded.get(coding) ?? compress(place, plain, coding);
      coded.set(coding, bytes);
      return { bytes: await bytes, coding, etag: coding === 'identity' ? `"${hash}"` : `"${hash}-${coding}"` };
    },
  };
}

/** Takes the file that the build compressed, if it did, else compresses now. */
async function compress(place: string, plain: Buffer, coding: Coding): Promise<Buffer> {
  const ready = await newerThan(place, `${place}.${coding === 'br' ? 'br' : 'gz'}`);
  if (ready) return ready;
  if (coding === 'gzip') return promisify(gzip)(plain, { level: 9 });
  return promisify(brotliCompress)(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  });
}

async function newerThan(place: string, compressed: string): Promise<Buffer | undefined> {
  const [plainInfo, info] = await Promise.all([stat(place), stat(compressed).catch(() => undefined)]);
  return info && info.mtimeMs >= plainInfo.mtimeMs ? readFile(compressed) : undefined;
}
