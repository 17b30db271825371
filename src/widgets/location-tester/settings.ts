import { limits } from './model.ts';

/** What the reader has set, as it stands in a link. */
export interface Settings {
  readonly config: string;
  readonly target: string;
  /** One path on each line. */
  readonly files: string;
}

/** Most characters of the field with the files. */
export const filesLimit = 4096;

/** The paths of the field with the files. */
export function fileList(files: string): readonly string[] {
  return files
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('/'));
}

/** The settings that a link holds, or nothing when it holds none: links are written by anybody. */
export function readSettings(value: unknown): Settings | undefined {
  const { config, target, files } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Settings>;
  const isText = (text: unknown, most: number): text is string => typeof text === 'string' && text.length <= most;
  if (!isText(config, limits.config) || !isText(target, limits.target) || !isText(files, filesLimit)) return undefined;
  return { config, target, files };
}
