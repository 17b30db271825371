import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import { parse } from 'yaml';
import { checkGuide } from '../../src/content/check-guide.ts';
import { chapterMarkdown } from '../../src/content/markdown.ts';
import { formatProblem, type Problem } from '../../src/content/problem.ts';
import { readGuide, type Guide } from '../../src/content/read-guide.ts';
import { diagramsIn } from '../../src/diagrams/fences.ts';
import { MermaidPage } from '../../src/diagrams/mermaid-page.ts';
import { chapterPlugin } from '../../src/markdown/chapter-plugin.ts';
import { blockMarkdown } from '../../src/markdown/inline.ts';
import { buildMessage } from '../../src/tools/build-message.ts';
import { randomFrom } from '../../src/widgets/worker-simulator/random.ts';
import { mutations, pick, type Random } from './mutations.ts';
import { kinds, type SmallGuide } from './targets.ts';

/** What became of one broken source. */
export interface Outcome {
  readonly seed: number;
  /** What was broken and how. */
  readonly what: string;
  readonly file: string;
  /** `built`: nothing is wrong with it; `stopped`: the author was told; `bad`: the author was told nothing of use. */
  readonly kind: 'built' | 'stopped' | 'bad';
  /** What was said, or what is wrong with it. */
  readonly said: readonly string[];
  readonly milliseconds: number;
}

/** The mutation that a seed stands for. */
export interface Change {
  readonly guide: SmallGuide;
  readonly file: string;
  readonly what: string;
  readonly before: string;
  readonly after: string | undefined;
}

/** The same seed gives the same change of the same content. */
export function changeOf(guides: readonly SmallGuide[], seed: number): Change {
  const random: Random = randomFrom(seed);
  for (;;) {
    let place = random() * kinds.reduce((sum, { of }) => sum + of, 0);
    const kind = kinds.find(({ of }) => (place -= of) < 0) ?? kinds[0];
    const files = guides.flatMap((guide) => guide.files.flatMap((file) => (kind?.is.test(file) ? [{ guide, file }] : [])));
    if (files.length === 0) continue;
    const { guide, file } = pick(files, random);
    const mutation = pick(mutations.filter(({ suits }) => suits(file)), random);
    const before = readFileSync(join(guide.root, file), 'utf8');
    const after = mutation.change(before, random);
    if (after !== before) return { guide, file, what: `${kind?.name} ${mutation.name}`, before, after };
  }
}

/** Breaks one source after the other, and looks at what its author is told. */
export class ContentFuzz {
  readonly #guides: readonly SmallGuide[];
  /** What is wrong with the small guides as they are: they lack what other chapters hold. */
  readonly #known = new Map<SmallGuide, ReadonlySet<string>>();
  #mermaid: Promise<MermaidPage> | undefined;

  constructor(guides: readonly SmallGuide[]) {
    this.#guides = guides;
    for (const guide of guides) this.#known.set(guide, new Set(checkGuide(readGuide(guide.root, 'en')).map(withoutLine)));
  }

  async try(seed: number): Promise<Outcome> {
    const change = changeOf(this.#guides, seed);
    const path = join(change.guide.root, change.file);
    const started = performance.now();
    try {
      if (change.after === undefined) rmSync(path);
      else writeFileSync(path, change.after);
      const result = await this.#look(change);
      const milliseconds = performance.now() - started;
      const slow = milliseconds > 10_000 ? [`took ${Math.round(milliseconds)} ms`] : [];
      return { seed, what: change.what, file: change.file, milliseconds, ...(slow.length > 0 ? { kind: 'bad', said: [...slow, ...result.said] } : result) };
    } finally {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, change.before);
    }
  }

  async close(): Promise<void> {
    await (await this.#mermaid)?.close();
  }

  async #look(change: Change): Promise<Pick<Outcome, 'kind' | 'said'>> {
    const { guide: small, file, after } = change;
    let guide: Guide;
    let problems: readonly Problem[];
    try {
      guide = readGuide(small.root, 'en');
      problems = checkGuide(guide);
    } catch (error) {
      return { kind: 'bad', said: [`the check threw: ${(error as Error).stack}`] };
    }
    const known = this.#known.get(small);
    const told = problems.filter((problem) => !known?.has(withoutLine(problem)));
    const bad = told.flatMap((problem) => faultsOf(problem, small.root));
    if (bad.length > 0) return { kind: 'bad', said: bad };
    if (told.length > 0) return { kind: 'stopped', said: told.map(formatProblem) };
    const compiled = after !== undefined && file.endsWith('.mdx') ? await compile(small.root, file, after) : undefined;
    if (compiled && compiled.kind !== 'built') return compiled;
    try {
      for (const { slug } of guide.chapters) chapterMarkdown(guide, slug, 'https://guide.test', '/');
      if (after !== undefined && file.endsWith('.yaml') && !file.includes('/labs/')) renderTexts(parse(after));
    } catch (error) {
      return { kind: 'bad', said: [`the check found nothing, and rendering threw: ${(error as Error).stack}`] };
    }
    return after !== undefined && file.endsWith('.mdx') ? this.#draw(change.before, after, file) : { kind: 'built', said: [] };
  }

  /** Draws the diagrams that are new. */
  async #draw(before: string, after: string, file: string): Promise<Pick<Outcome, 'kind' | 'said'>> {
    const old = new Set(diagramsIn(before, file).map(({ source }) => source));
    for (const { source, line } of diagramsIn(after, file).filter((diagram) => !old.has(diagram.source))) {
      try {
        this.#mermaid ??= MermaidPage.open();
        await (await this.#mermaid).draw(source, 'fuzz');
      } catch (error) {
        const { message, name } = error as Error;
        return sound(message) ? { kind: 'stopped', said: [`${file}:${line}: the diagram cannot be drawn: ${message}`] } : { kind: 'bad', said: [`${name}: ${message}`] };
      }
    }
    return { kind: 'built', said: [] };
  }
}

/** Compiles a page as the build does: @astrojs/mdx gives Sätteri's errors file and line in this way. */
async function compile(root: string, file: string, text: string): Promise<Pick<Outcome, 'kind' | 'said'>> {
  const processor = satteri({ mdastPlugins: [chapterPlugin({ root, base: '/' })], features: { smartPunctuation: true } });
  const renderer = await processor.createMdxRenderer?.({ syntaxHighlight: false }, { optimize: false, srcDir: pathToFileURL(`${root}/src/`), sourcemap: false });
  const front = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '';
  try {
    await renderer?.process(front.replace(/[^\n]/g, '') + text.slice(front.length), join(root, file), {});
    return { kind: 'built', said: [] };
  } catch (error) {
    const line = /^(\d+):/.exec((error as Error).message)?.[1];
    const message = buildMessage(Object.assign(error as Error, { name: 'MDXError', loc: { file, line } }));
    return sound(message) && message.includes(file) ? { kind: 'stopped', said: [message] } : { kind: 'bad', said: [`compiling says: ${message}`] };
  }
}

/** Every text of a list, as Markdown. */
function renderTexts(data: unknown): void {
  if (typeof data === 'string') blockMarkdown(data, { locale: 'en', base: '/', sourceUrl: () => 'https://source.test/' });
  else if (typeof data === 'object' && data !== null) Object.values(data).forEach(renderTexts);
}

const withoutLine = ({ file, field, message }: Problem): string => formatProblem({ file, field, message });

/** What no author should read. */
const noSentence = /\n\s+at |node_modules|\bundefined\b|\[object |NaN|Cannot (?:read|set|destructure)|is not (?:a function|iterable)|ENO|EISDIR|expected ',' or|Maximum call stack|Invalid input|^Invalid |Too (?:small|big)|panicked|\/tmp\//;

const sound = (message: string): boolean => message.trim().length > 3 && message.length < 3000 && !noSentence.test(message);

/** What is wrong with a message: it names a file and says why, in a line or a few. */
function faultsOf({ file, line, field, message }: Problem, root: string): readonly string[] {
  const said = formatProblem({ file, line, field, message });
  const faults = [
    ...(/^(?:content|src)\//.test(file) && !file.includes(root) ? [] : ['names no file of the project']),
    ...(line === undefined || (Number.isInteger(line) && line > 0) ? [] : [`names the line ${line}`]),
    ...(sound(message) ? [] : ['is no sentence for an author']),
    ...(said.length < 1000 ? [] : [`has ${said.length} characters`]),
  ];
  return faults.map((fault) => `${fault}: ${said.slice(0, 1500)}`);
}
