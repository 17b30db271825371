import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { chapterFolders, readGuide, type Guide } from '../../src/content/read-guide.ts';

/** A guide so small that it is checked in a moment, and those of its files that are to be broken. */
export interface SmallGuide {
  /** Absolute path. */
  readonly root: string;
  /** Paths from there. */
  readonly files: readonly string[];
}

/** Folders of lists that have a file for each chapter. */
const lists = ['glossary', 'myths', 'failures', 'sources', 'cheat-sheet', 'time-outs'];

/**
 * Copies of the guide's chapters, each alone with its own lists, and of the guide of the tests, which is correct
 * as a whole. The rest of the project is linked: only content/ may be written to.
 * @param project the project's folder
 * @param scratch an empty folder
 */
export function smallGuides(project: string, scratch: string): readonly SmallGuide[] {
  const guide = readGuide(project, 'en');
  const fixture = join(project, 'tests/fixtures/guide');
  const own = join(scratch, 'fixture');
  cpSync(fixture, own, { recursive: true });
  const chapters = chapterFolders(project).map(({ dir, slug }): SmallGuide => {
    const root = join(scratch, slug);
    const target = join(root, dir.slice(project.length));
    cpSync(dir, target, { recursive: true });
    for (const name of ['.en.yaml', '.yaml'].flatMap((ending) => lists.map((list) => `content/${list}/${slug}${ending}`))) {
      if (existsSync(join(project, name))) cpSync(join(project, name), join(root, name));
    }
    symlinkSync(join(project, 'src'), join(root, 'src'));
    citeOthers(root, guide);
    return { root, files: sourcesIn(root) };
  });
  const rest = join(scratch, 'rest');
  for (const folder of ['pages', 'search', 'cheat-sheet', 'time-outs']) cpSync(join(project, 'content', folder), join(rest, 'content', folder), { recursive: true });
  symlinkSync(join(project, 'src'), join(rest, 'src'));
  citeOthers(rest, guide);
  return [{ root: own, files: sourcesIn(own) }, ...chapters, { root: rest, files: sourcesIn(rest) }];
}

/** Gives a small guide those sources that it cites and other chapters hold. */
function citeOthers(root: string, { sources }: Guide): void {
  const text = sourcesIn(root).map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
  const own = readGuide(root, 'en').sources.map(({ data }) => data.id);
  const cited = sources.map(({ data }) => data).filter(({ id }) => !own.includes(id) && text.includes(id));
  mkdirSync(join(root, 'content/sources'), { recursive: true });
  writeFileSync(join(root, 'content/sources/others.yaml'), stringify(cited));
}

function sourcesIn(root: string): readonly string[] {
  return readdirSync(join(root, 'content'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:mdx|yaml|py|txt|json)$/.test(name) && !name.endsWith('/others.yaml'))
    .map((name) => `content/${name}`)
    .sort();
}

/** What is broken, and how often: a file is chosen by its kind first, since there are many more programs than chapters. */
export const kinds: readonly { readonly name: string; readonly of: number; readonly is: RegExp }[] = [
  { name: 'chapter', of: 30, is: /chapter\.en\.mdx$/ },
  { name: 'quiz (and exam)', of: 20, is: /quiz\.en\.yaml$/ },
  { name: 'exercise', of: 12, is: /\/exercises\/.*\.(?:yaml|py)$/ },
  { name: 'glossary', of: 8, is: /content\/glossary\// },
  { name: 'failure', of: 8, is: /content\/failures\// },
  { name: 'other list', of: 12, is: /content\/(?:myths|sources|cheat-sheet|time-outs|search)\// },
  { name: 'page', of: 4, is: /content\/pages\// },
  { name: 'lab', of: 6, is: /\/labs\// },
];
