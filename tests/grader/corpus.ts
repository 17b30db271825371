import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the package `grader`. */
export const graderFolder = fileURLToPath(new URL('../../src/widgets/python-exercise/grader/', import.meta.url));

/** One program of the corpus, with what its grader must say of it. */
export interface CorpusProgram {
  /** Such as `wsgi/wrong/status-int`. */
  name: string;
  job: { interface: string; source: string; request: unknown };
  /** The rule that it breaks, from its first line `# rule: …`; nothing for a right program. */
  rule: string | undefined;
  /** Number of the line that ends with `# here`: the one to blame. */
  line: number | undefined;
}

/** What a grader says, as far as tests look at it. */
export interface Verdict {
  verdict: 'accept' | 'reject' | 'error';
  rule: string | null;
  sent: string | null;
  expected: string | null;
  section: string | null;
  error: { line: number | null; traceback: string | null } | null;
  message?: string;
}

/** All programs under tests/grader/<interface>/, in the order of their names. */
export function readCorpus(): readonly CorpusProgram[] {
  return ['wsgi', 'asgi', 'cgi'].flatMap((kind) =>
    ['right', 'wrong'].flatMap((folder) => {
      const dir = fileURLToPath(new URL(`./${kind}/${folder}/`, import.meta.url));
      if (!existsSync(dir)) return [];
      return readdirSync(dir)
        .filter((file) => file.endsWith('.py'))
        .sort()
        .map((file) => readProgram(kind, folder, `${dir}${file.slice(0, -3)}`));
    }),
  );
}

function readProgram(kind: string, folder: string, path: string): CorpusProgram {
  const source = readFileSync(`${path}.py`, 'utf8');
  const lines = source.split('\n');
  const here = lines.findIndex((line) => line.endsWith('# here'));
  const request: unknown = existsSync(`${path}.request.json`) ? JSON.parse(readFileSync(`${path}.request.json`, 'utf8')) : {};
  return {
    name: `${kind}/${folder}/${path.slice(path.lastIndexOf('/') + 1)}`,
    job: { interface: kind, source, request },
    rule: /^# rule: ([a-z0-9-]+)$/.exec(lines[0] ?? '')?.[1],
    line: here < 0 ? undefined : here + 1,
  };
}

/** What is not as the corpus says, a sentence for each program; none when all is well. */
export function differences(corpus: readonly CorpusProgram[], verdicts: readonly Verdict[]): readonly string[] {
  if (verdicts.length !== corpus.length) return [`${corpus.length} programs, and ${verdicts.length} verdicts`];
  return corpus.flatMap(({ name, rule, line }, i) => {
    const got = verdicts[i];
    if (!got) return [];
    if ((got.rule ?? undefined) !== rule || got.verdict !== (rule ? 'reject' : 'accept')) {
      return [`${name}: ${got.verdict} ${got.rule ?? ''} (${got.sent ?? got.message ?? ''}), not ${rule ?? 'accept'}`];
    }
    const blamed = got.error?.line ?? undefined;
    if (line !== undefined && blamed !== line) return [`${name}: line ${blamed}, not ${line}`];
    return rule && !(got.sent && got.expected && got.section) ? [`${name}: says too little`] : [];
  });
}
