import type { OfflineFile, OfflineList } from '../../offline/list.ts';

/** What the browser says of the copy that it holds. */
export interface HeldCopy {
  readonly version: string;
  readonly hasPython: boolean;
  /** Size of all files, in bytes. */
  readonly bytes: number;
  /** When it was saved (ISO, UTC). */
  readonly at: string;
}

/** Bytes of files. */
export function sizeOf(files: readonly OfflineFile[]): number {
  return files.reduce((sum, [, bytes]) => sum + bytes, 0);
}

/** The files of a copy. */
export function filesOf({ site, python }: OfflineList, hasPython: boolean): readonly OfflineFile[] {
  return hasPython ? [...site, ...python] : site;
}

/** Bytes as people say them: `5.2 MB`. */
export function megabytes(bytes: number, locale: string): string {
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(bytes / 1_000_000)} MB`;
}

/** Reads what a cache says of itself; undefined for anything else. */
export function readHeld(value: unknown): HeldCopy | undefined {
  const { version, hasPython, bytes, at } = (value ?? {}) as Partial<Record<keyof HeldCopy, unknown>>;
  if (typeof version !== 'string' || typeof hasPython !== 'boolean' || typeof bytes !== 'number' || typeof at !== 'string') return undefined;
  return Number.isNaN(Date.parse(at)) ? undefined : { version, hasPython, bytes, at };
}
