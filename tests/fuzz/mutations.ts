/** Numbers in [0, 1), the same for the same seed. */
export type Random = () => number;

/** One way in which a source can be wrong. */
export interface Mutation {
  /** What was done, as it is printed. */
  readonly name: string;
  /** Whether it makes sense for a file, by its path. */
  suits(file: string): boolean;
  /** The text afterwards; `undefined` removes the file. */
  change(text: string, random: Random): string | undefined;
}

const isYaml = (file: string): boolean => file.endsWith('.yaml');
const isMdx = (file: string): boolean => file.endsWith('.mdx');
const isProse = (file: string): boolean => isYaml(file) || isMdx(file);
const any = (): boolean => true;

/** A whole number below `end`. */
export const below = (end: number, random: Random): number => Math.floor(random() * end);

/** One of several. */
export const pick = <T>(items: readonly T[], random: Random): T => items[below(items.length, random)] as T;

/** Puts something in the place of a match of a pattern, chosen at random; the text as it was when there is none. */
function replaceOne(text: string, pattern: RegExp, random: Random, to: (found: string) => string): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const { index, 0: match } = pick(found, random);
  return text.slice(0, index) + to(match) + text.slice(index + match.length);
}

function editLines(text: string, edit: (lines: string[]) => void): string {
  const lines = text.split('\n');
  edit(lines);
  return lines.join('\n');
}

function insert(text: string, random: Random, piece: string): string {
  const at = below(text.length + 1, random);
  return text.slice(0, at) + piece + text.slice(at);
}

/** A value of a YAML field, on its line. */
const value = /(?<=^[ -]*[a-z_]+: )(?!\s*$|[|>]).+$/gm;

const odd = ['\u0000', '\u0007', '\u001b[31m', '\ufeff', '\u200b', '\u202e', '\ud800', '\ufffd', '\u2028', '\u0085', 'e\u0301'.repeat(300), '🧪🏳️‍🌈', '\u{e0041}', '\u00a0', 'ﷺ', '\t'];
const expressions = ['{', '}', '{ 1 +', '{nowhere}', '{...props}', '{`', '{/* never closed', '<!-- a comment -->', '{await fetch("/")}', '{throw new Error("stop")}', '<', '</', '<>', '<script>alert(1)</script>', 'export const x = 1', "import x from './nowhere.astro'"];
const components = ['<Nowhere />', '<Row>', '</Row>', '<Exercise />', '<Exercise id={nowhere} />', '<Explorer name="nowhere" />', '<Table caption={caption}>\n\n| a |\n|---|\n| b |\n\n</Table>', '<Predict id="x" ask="y" options={["a"]} answer={7}>\n\nz\n\n</Predict>', '<Myths ids="" />', '<Note slot="note">', '<Aside', '<constructor />', '<toString />', '<Row onClick={() => 1} />', '<Row {...{}} />'];
const yamlTricks = ['*nowhere', '&anchor', '<<: *nowhere', '<<: { id: merged }', '&loop [*loop]', '!!js/function "x"', '!unknown x', '? complex', '%YAML 9.9', '---', '...', '@reserved', '`reserved', 'key: key: key', '- - - -', '{', '[', '"', "'", '|', '__proto__: { polluted: true }', 'constructor: x', '1e999', '.nan', '0x1F', '2026-11-21', 'null', '~', 'yes', '[]', '{}', '&a {a: *a}'];
const mermaids = ['A->>', 'end', 'loop', 'alt x', 'subgraph', 'A -->|', ']]]', 'participant', 'note over', '%%{init: {"theme": "dark"}}%%', 'click a href "javascript:alert(1)"', 'classDef x fill:#f00', '<script>', 'direction', 'style a fill:red', 'accTitle:', 'sequenceDiagram', 'state {'];

export const mutations: readonly Mutation[] = [
  { name: 'is cut off', suits: any, change: (text, random) => text.slice(0, below(text.length, random)) },
  { name: 'lacks its beginning', suits: any, change: (text, random) => text.slice(below(text.length, random)) },
  { name: 'is empty', suits: any, change: () => '' },
  { name: 'holds only space', suits: any, change: () => '\n  \n\t\n' },
  { name: 'is not there', suits: any, change: () => undefined },
  {
    name: 'has two lines swapped',
    suits: any,
    change: (text, random) => editLines(text, (lines) => {
      const [i, j] = [below(lines.length, random), below(lines.length, random)];
      [lines[i], lines[j]] = [lines[j] ?? '', lines[i] ?? ''];
    }),
  },
  { name: 'lacks a line', suits: any, change: (text, random) => editLines(text, (lines) => void lines.splice(below(lines.length, random), 1)) },
  { name: 'has a line twice', suits: any, change: (text, random) => editLines(text, (lines) => {
      const i = below(lines.length, random);
      lines.splice(i, 0, lines[i] ?? '');
    }) },
  { name: 'lacks a piece', suits: any, change: (text, random) => {
      const at = below(text.length, random);
      return text.slice(0, at) + text.slice(at + 1 + below(400, random));
    } },
  { name: 'lacks a quotation mark or a bracket', suits: any, change: (text, random) => replaceOne(text, /["'`()[\]{}<>]/g, random, () => '') },
  { name: 'has a quotation mark or a bracket too many', suits: any, change: (text, random) => insert(text, random, pick([...'"\'`()[]{}<>'], random)) },
  { name: 'has a wrong indentation', suits: isProse, change: (text, random) => replaceOne(text, /^ *(?=\S)/gm, random, (found) => ' '.repeat((found.length + 1 + below(4, random)) % 9)) },
  { name: 'has a tab for an indentation', suits: isProse, change: (text, random) => replaceOne(text, /^ +/gm, random, () => '\t') },
  { name: 'has a value of another type', suits: isProse, change: (text, random) => replaceOne(text, value, random, () => pick(['12', '-1', 'true', 'null', '[]', '{}', '[1, [2]]', '{ a: { b: c } }', '""', '0', '1e400', '2026-11-21', '~'], random)) },
  { name: 'has a field of another name', suits: isYaml, change: (text, random) => replaceOne(text, /(?<=^[ -]*)[a-z_]+(?=:)/gm, random, () => pick(['nowhere', 'id', '__proto__', 'constructor', 'toString', '0'], random)) },
  { name: 'has an id twice', suits: isProse, change: (text, random) => {
      const ids = [...text.matchAll(/(?<=\bid[:=] ?"?|\[#)[a-z][a-z0-9-]+/g)].map(([id]) => id);
      return ids.length === 0 ? text : replaceOne(text, /(?<=\bid[:=] ?"?|\[#)[a-z][a-z0-9-]+/g, random, () => pick(ids, random));
    } },
  { name: 'has an odd character', suits: any, change: (text, random) => insert(text, random, pick(odd, random)) },
  { name: 'begins with a byte order mark', suits: any, change: (text) => `\ufeff${text}` },
  { name: 'has line ends of Windows', suits: any, change: (text) => text.replaceAll('\n', '\r\n') },
  { name: 'has line ends of an old Mac', suits: isProse, change: (text) => text.replaceAll('\n', '\r') },
  { name: 'is one line', suits: isProse, change: (text) => text.replaceAll('\n', ' ') },
  { name: 'has a line of 200,000 characters', suits: any, change: (text, random) => insert(text, random, pick(['x', '[', '*', '`', '> ', '{', '<', ' ', '- ', '_a', '](', '\\', '"'], random).repeat(200_000).slice(0, 200_000)) },
  { name: 'has a broken expression', suits: isMdx, change: (text, random) => replaceOne(text, /\n\n/g, random, () => `\n\n${pick(expressions, random)}\n\n`) },
  { name: 'has a broken expression within a line', suits: isMdx, change: (text, random) => replaceOne(text, / (?=[a-z])/g, random, () => ` ${pick(expressions, random)} `) },
  { name: 'has a component that is unknown or broken', suits: isMdx, change: (text, random) => replaceOne(text, /\n\n/g, random, () => `\n\n${pick(components, random)}\n\n`) },
  { name: 'has a broken attribute', suits: isMdx, change: (text, random) => replaceOne(text, /(?<=<[A-Z][a-z]+ [^>]*=)(?:"[^"]*"|\{[^}]*\})/g, random, () => pick(['', '{', '{}', '{null}', '{undefined}', '"', '{nowhere}', '{{}}', '{[]}', '{-1}', '"x" y'], random)) },
  { name: 'has broken words after a fence', suits: isMdx, change: (text, random) => replaceOne(text, /(?<=^```).+$/gm, random, (found) => pick([found.replace('=', ''), `${found} "`, found.slice(0, below(found.length, random)), `${found} lines=9-1`, `${found} mark=0`, found.replace(/src=\S+/, 'src=../../../../package.json'), found.replace(/src=\S+/, 'src=labs'), found.replace(/lab=\S+/, 'lab=../..'), 'python', 'mermaid'], random)) },
  { name: 'has a fence that does not close', suits: isMdx, change: (text, random) => replaceOne(text, /^```$/gm, random, () => '') },
  { name: 'has a broken diagram', suits: isMdx, change: (text, random) => replaceOne(text, /(?<=^```mermaid[^\n]*\n(?:(?!```)[^\n]*\n)*?)(?!```)[^\n]*$/gm, random, (found) => pick([found.slice(0, below(found.length, random)), `  ${pick(mermaids, random)}`, `${found}\n  ${pick(mermaids, random)}`, found.replace(/[->:]+/, ''), ''], random)) },
  { name: 'has a link to nowhere', suits: isProse, change: (text, random) => replaceOne(text, /(?<=\]\()[^)\s]+/g, random, () => pick(['term:nowhere', 'chapter:nowhere#x', '#nowhere', 'javascript:alert(1)', '', 'https://other.example', 'source:nowhere', 'failure:', 'explore:nowhere', 'term:constructor', '%E0%A4%A', '//x', 'myth:__proto__', 'time-out:x', 'chapter:'], random)) },
  { name: 'has something that YAML takes for a sign', suits: isYaml, change: (text, random) => replaceOne(text, value, random, () => pick(yamlTricks, random)) },
  { name: 'has a line that YAML takes for a sign', suits: isYaml, change: (text, random) => replaceOne(text, /^/gm, random, () => `${' '.repeat(below(7, random))}${pick(yamlTricks, random)}\n`) },
  { name: 'has a sign of YAML in its front matter', suits: isMdx, change: (text, random) => replaceOne(text, /(?<=^[a-z]+: ).+$/gm, random, () => pick(yamlTricks, random)) },
  { name: 'is rubbish', suits: any, change: (_, random) => Array.from({ length: 500 }, () => String.fromCharCode(below(256, random))).join('') },
];
