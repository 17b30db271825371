import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../problem.ts';
import type { Guide } from '../read-guide.ts';
import { sectionIds } from './references.ts';

/** Where the graders name their rules, from the project's folder. */
export const rulesFile = 'src/widgets/python-exercise/grader/rules.py';

/** The graders' rules as far as content speaks of them. */
export interface Rules {
  readonly ids: ReadonlySet<string>;
  /** Headings that explain a rule, with their lines. */
  readonly guide: readonly { readonly slug: string; readonly heading: string; readonly line: number }[];
}

/** Reads the graders' rules; undefined when the project has no graders. */
export function readRules(root: string): Rules | undefined {
  const path = join(root, rulesFile);
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split('\n');
  const ids = lines.flatMap((line) => /^ {4}"([a-z][a-z0-9-]*)": _rule\(/.exec(line)?.[1] ?? []);
  const guide = lines.flatMap((text, i) =>
    [...text.matchAll(/"([a-z][a-z0-9-]*)#([a-z][a-z0-9-]*)"/g)].map(([, slug = '', heading = '']) => ({ slug, heading, line: i + 1 })),
  );
  return { ids: new Set(ids), guide };
}

/** Each rule leads to a heading that is there. */
export function checkRules(guide: Guide, rules: Rules | undefined): readonly Problem[] {
  return (rules?.guide ?? []).flatMap(({ slug, heading, line }) => {
    const chapter = guide.chapters.find((candidate) => candidate.slug === slug);
    if (!chapter) return [{ file: rulesFile, line, message: `there is no chapter \`${slug}\`` }];
    return sectionIds(chapter).has(heading) ? [] : [{ file: rulesFile, line, message: `${chapter.file} has no heading \`[#${heading}]\`` }];
  });
}
