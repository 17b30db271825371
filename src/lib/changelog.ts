import { existsSync, readFileSync } from 'node:fs';

/** A release as CHANGELOG.md tells it. */
export interface Release {
  readonly version: string;
  readonly date: string;
  /** Its changes, one Markdown text each. */
  readonly changes: readonly string[];
}

/** The project's releases; none without a CHANGELOG.md. */
export function projectChangelog(file = 'CHANGELOG.md'): readonly Release[] {
  return existsSync(file) ? readChangelog(readFileSync(file, 'utf8')) : [];
}

/** Reads the releases of a CHANGELOG: headings such as `## 0.1.0 · 2026-11-21`, each with a list. */
export function readChangelog(text: string): readonly Release[] {
  return text
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const [heading = '', ...lines] = section.split('\n');
      const match = /^(\S+)\s.*?(\d{4}-\d{2}-\d{2})/.exec(heading);
      if (!match) return [];
      const [, version = '', date = ''] = match;
      const changes = lines.join('\n').split(/^- /m).slice(1).map((change) => change.replace(/\s+/g, ' ').trim());
      return [{ version, date, changes }];
    });
}
