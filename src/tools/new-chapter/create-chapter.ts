import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chapterFolders } from '../../content/read-guide.ts';
import { idSchema } from '../../schemas/common.ts';
import { ToolError } from '../run-tool.ts';

/** What a new chapter is called. */
export interface NewChapter {
  /** Its name in the address, such as `reverse-proxy`. */
  readonly slug: string;
  /** Number of its folder; default: after the last chapter. */
  readonly number?: number | undefined;
  readonly title?: string | undefined;
  /** Day of the first review, `2026-11-21`. */
  readonly date: string;
}

const template = fileURLToPath(new URL('template', import.meta.url));

/** Data files of the template lie in folders of their own, named by the slug. */
const dataFiles: Readonly<Record<string, string>> = {
  'glossary.en.yaml': 'content/glossary/__SLUG__.en.yaml',
  'myths.en.yaml': 'content/myths/__SLUG__.en.yaml',
  'sources.yaml': 'content/sources/__SLUG__.yaml',
};

/**
 * Writes the files of a new chapter and returns their paths from the project's folder, the chapter's own first.
 * @throws ToolError when the slug or number cannot be used; nothing is written then
 */
export function createChapter(root: string, chapter: NewChapter): readonly string[] {
  const folders = chapterFolders(root);
  const number = chapter.number ?? Math.floor((folders.at(-1)?.number ?? 0) + 1) * 10;
  checkName(chapter.slug, number, folders);

  const folder = `content/chapters/${number}-${chapter.slug}`;
  const title = chapter.title?.trim() || sentence(chapter.slug);
  const words: Readonly<Record<string, string>> = {
    __SLUG__: chapter.slug,
    __TITLE__: title.replace(/["\\]/g, '\\$&'),
    __SHORT__: shorten(sentence(chapter.slug)),
    __PART__: String(partAt(folders, number)),
    __DATE__: chapter.date,
  };
  const fill = (text: string): string => text.replace(/__[A-Z]+__/g, (word) => words[word] ?? word);

  const files = templateFiles().map((name) => ({
    path: fill(dataFiles[name] ?? `${folder}/${name}`),
    text: fill(readFileSync(join(template, name), 'utf8')),
  }));
  const taken = files.find(({ path }) => existsSync(join(root, path)));
  if (taken) throw new ToolError(`${taken.path} is there already: choose another slug, or remove the file.`);

  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return files.map(({ path }) => path).sort((a, b) => Number(b.startsWith(folder)) - Number(a.startsWith(folder)));
}

function checkName(slug: string, number: number, folders: ReturnType<typeof chapterFolders>): void {
  if (!idSchema.safeParse(slug).success) {
    throw new ToolError(`"${slug}" is not a slug: write lower-case words joined by hyphens, such as reverse-proxy.`);
  }
  if (!Number.isInteger(number) || number < 1) {
    throw new ToolError('--number wants a whole number, such as 45 for a place between chapters 40 and 50.');
  }
  const twin = folders.find((other) => other.slug === slug || other.number === number / 10);
  if (!twin) return;
  const what = twin.slug === slug ? `The slug ${slug}` : `The number ${number}`;
  throw new ToolError(`${what} is taken by content/chapters/${twin.number * 10}-${twin.slug}: choose another one.`);
}

function templateFiles(): readonly string[] {
  return readdirSync(template, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(template.length + 1))
    .sort();
}

/** The part of the chapter before it. */
function partAt(folders: ReturnType<typeof chapterFolders>, number: number): number {
  const before = folders.filter((folder) => folder.number < number / 10).at(-1);
  const file = before && join(before.dir, 'chapter.en.mdx');
  const text = file && existsSync(file) ? readFileSync(file, 'utf8') : '';
  return Number(/^part: ([123])$/m.exec(text)?.[1] ?? 1);
}

/** `reverse-proxy` → `Reverse proxy`. */
function sentence(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** At most the 16 characters that a stop in a list has, in whole words where possible. */
function shorten(text: string): string {
  if (text.length <= 16) return text;
  return text.slice(0, 17).replace(/\s+\S*$/, '').slice(0, 16).trim();
}
