import { readFileSync } from 'node:fs';

/** A rule of grader/rules.py, as far as tests need it. `guide` is `chapter#heading`, or nothing. */
export interface GraderRule {
  id: string;
  text: string;
  section: string;
  guide: string | undefined;
}

/** Reads the rules without Python: their file is a list of one form. Throws when an entry has another one. */
export function readRules(): readonly GraderRule[] {
  const source = readFileSync(new URL('../../src/widgets/python-exercise/grader/rules.py', import.meta.url), 'utf8');
  const table = source.slice(source.indexOf('RULES = {'));
  return table
    .split(/^ {4}(?="[a-z0-9-]+": )/m)
    .slice(1)
    .map((entry) => {
      const found = /^"([a-z0-9-]+)": _rule\(\s+("""(?:(?!""")[^])*"""|".*"),\s+"(.*)",\s+(?:"(.*)",\s+)?\),/.exec(entry);
      if (!found?.[1] || !found[2] || !found[3]) throw new Error(`rules.py: cannot read the entry ${entry.slice(0, 60)}`);
      return { id: found[1], text: found[2].replaceAll(/^"+|"+$/g, '').replaceAll(/\s+/g, ' '), section: found[3], guide: found[4] };
    });
}
