/** What stands under a path: as `stat` tells it. */
export type Found = 'file' | 'directory' | 'missing' | 'not-a-directory' | 'name-too-long';

/** The files that the reader names, and the directories that these imply. Paths are bytes. */
export class Files {
  readonly #files = new Set<string>();
  readonly #directories = new Set<string>(['']);

  /** @param names absolute paths; one that ends in `/` is an empty directory */
  constructor(names: readonly string[]) {
    for (const name of names) {
      const parts = name.split('/').filter((part) => part !== '' && part !== '.');
      const directories = name.endsWith('/') ? parts.length : parts.length - 1;
      for (let n = 1; n <= directories; n += 1) this.#directories.add(`/${parts.slice(0, n).join('/')}`);
      if (!name.endsWith('/') && parts.length > 0) this.#files.add(`/${parts.join('/')}`);
    }
  }

  /** Follows a path as the kernel does: step by step, `..` included; `path` is where it ends. */
  look(path: string): { readonly found: Found; readonly path: string } {
    let here = '';
    let kind: Found = 'directory';
    for (const part of path.split('/').slice(1)) {
      if (kind !== 'directory') return { found: 'not-a-directory', path: here };
      if (part === '' || part === '.') continue;
      if (part === '..') {
        here = here.slice(0, Math.max(here.lastIndexOf('/'), 0));
        continue;
      }
      if (part.length > 255) return { found: 'name-too-long', path: here };
      here += `/${part}`;
      if (this.#files.has(here)) kind = 'file';
      else if (!this.#directories.has(here)) return { found: 'missing', path: here };
    }
    return { found: kind, path: here === '' ? '/' : here };
  }
}
