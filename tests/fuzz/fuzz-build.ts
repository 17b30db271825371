import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { checkGuide } from '../../src/content/check-guide.ts';
import { readGuide } from '../../src/content/read-guide.ts';
import type { Change } from './fuzz-content.ts';

/** How a whole build ended. */
export interface Build {
  readonly status: number;
  /** All that it printed. */
  readonly printed: string;
}

/** A copy of the project, to be broken and built. Packages are linked; what the project's own builds kept is used. */
export class ProjectCopy {
  readonly root: string;

  /** @param root path of a folder that is not there yet */
  constructor(project: string, root: string) {
    this.root = root;
    mkdirSync(root, { recursive: true });
    for (const name of ['src', 'content', 'public', 'package.json', 'tsconfig.json', 'astro.config.mjs', 'CHANGELOG.md', 'LICENSE', 'README.md']) cpSync(join(project, name), join(root, name), { recursive: true });
    symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
    for (const kept of ['python', 'compressed']) {
      if (existsSync(join(project, '.cache', kept))) cpSync(join(project, '.cache', kept), join(root, '.cache', kept), { recursive: true });
    }
  }

  apply({ file, after }: Pick<Change, 'file' | 'after'>): void {
    if (after === undefined) rmSync(join(this.root, file));
    else writeFileSync(join(this.root, file), after);
  }

  restore({ file, before }: Pick<Change, 'file' | 'before'>): void {
    writeFileSync(join(this.root, file), before);
  }

  /** Applies those of the changes that the check of the whole guide lets pass together; returns them. */
  applySound(changes: readonly Change[]): readonly Change[] {
    let applied = changes.filter((change, i) => changes.findIndex(({ file }) => file === change.file) === i);
    for (const change of applied) this.apply(change);
    for (;;) {
      const problems = checkGuide(readGuide(this.root, 'en'));
      if (problems.length === 0 || applied.length === 0) return applied;
      const named = applied.filter(({ file }) => problems.some((problem) => problem.file === file || problem.message.includes(file)));
      // What is told somewhere else, such as a link to what is gone, is put down to the last change.
      const blamed = named.length > 0 ? named : applied.slice(-1);
      for (const change of blamed) this.restore(change);
      applied = applied.filter((change) => !blamed.includes(change));
    }
  }

  async build(): Promise<Build> {
    const child = spawn(process.execPath, ['src/tools/build.ts'], { cwd: this.root, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' } });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ status: code ?? 1, printed }));
    });
  }

  /** Every file of the built site with its size and the moment when it was written; empty without a site. */
  site(): string {
    const dist = join(this.root, 'dist');
    if (!existsSync(dist)) return '';
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort();
    return files.map((file) => [file, statSync(join(dist, file))] as const).map(([file, { size, mtimeMs }]) => `${file} ${size} ${mtimeMs}`).join('\n');
  }

  /** What a build left behind beside the site. */
  leftovers(): readonly string[] {
    return readdirSync(join(this.root, '.cache')).filter((name) => name.startsWith('building-'));
  }

  read(file: string): string {
    return readFileSync(join(this.root, file), 'utf8');
  }
}

/** What is wrong with the end of a build that was stopped: it names file and reason, and leaves the site alone. */
export function faultsOfStop({ status, printed }: Build, file: string, before: string, copy: ProjectCopy): readonly string[] {
  return [
    ...(status === 1 ? [] : [`it ended with status ${status}`]),
    ...(printed.includes(file) ? [] : [`it does not name ${file}`]),
    ...(/\n\s+at .*[:(]|node_modules\//.test(printed) ? ['it shows a stack'] : []),
    ...(copy.site() === before ? [] : ['the site of before was touched']),
    ...copy.leftovers().map((name) => `it left .cache/${name}`),
  ].map((fault) => `${fault}:\n${printed.slice(0, 3000)}`);
}
