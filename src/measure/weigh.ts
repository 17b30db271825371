import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { explorers } from '../explorers/explorers.ts';
import type { OfflineList } from '../offline/list.ts';
import type { Row } from './check.ts';
import { firstFiles, type ReadFile } from './page-files.ts';
import { bodies, kindOf, type Sent } from './sent.ts';

/** A built site on disk, which is weighed without a browser. */
export class Scales {
  readonly #folder: string;
  readonly #base: string;

  constructor(folder: string, base: string) {
    this.#folder = folder;
    this.#base = base;
  }

  /** A file as it is sent to a browser that takes brotli; headers are not known here. */
  sent(path: string): Sent {
    const file = join(this.#folder, path.endsWith('/') ? `${path}index.html` : path);
    const compressed = `${file}.br`;
    return { path, kind: kindOf(path), body: statSync(existsSync(compressed) ? compressed : file).size, headers: 0 };
  }

  /** What a first visit to a page brings. */
  first(page: string): readonly Sent[] {
    return firstFiles(page, this.#base, this.#read).map((path) => this.sent(path));
  }

  /** The scripts that an explorer adds to a page of the guide at once. */
  explorer(page: string, plain: string): readonly Sent[] {
    const common = firstFiles(plain, this.#base, this.#read);
    return firstFiles(page, this.#base, this.#read).filter((path) => kindOf(path) === 'js' && !common.includes(path)).map((path) => this.sent(path));
  }

  /** Bytes of the offline copy as the browser keeps them, and as they travel. */
  offline(): Readonly<Record<'site' | 'python', { readonly files: number; readonly kept: number; readonly sent: number }>> {
    const list = JSON.parse(this.#read('/offline.json')) as OfflineList;
    const sum = (files: OfflineList['site']): { files: number; kept: number; sent: number } => ({
      files: files.length,
      kept: files.reduce((all, [, bytes]) => all + bytes, 0),
      sent: files.reduce((all, [path]) => all + this.sent(path).body, 0),
    });
    return { site: sum(list.site), python: sum(list.python) };
  }

  readonly #read: ReadFile = (path) => readFileSync(join(this.#folder, path), 'utf8');
}

/** The bytes and requests of a first visit. */
export function weights(files: readonly Sent[]): Row['figures'] {
  return {
    bytes: bodies(files),
    bytesWithoutFonts: bodies(files) - bodies(files, ['font']),
    scripts: bodies(files, ['js']),
    styles: bodies(files, ['css']),
    requests: files.length,
  };
}

/** A row for each explorer: what it adds when its chapter opens it. */
export function explorerRows(scales: Scales, locale: string): readonly Row[] {
  return explorers.map(({ name }) => {
    const path = `/${locale}/explore/${name}/`;
    const files = scales.explorer(path, `/${locale}/about/`);
    return { subject: 'explorer', path, figures: { scripts: bodies(files), requests: files.length }, loads: 0, files };
  });
}
