import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chapterFolders } from '../../content/read-guide.ts';
import { bounds } from '../../content/checks/lengths.ts';
import { randomFrom } from '../../widgets/worker-simulator/random.ts';
import { collectDiagrams } from '../../diagrams/fences.ts';
import { quizText } from './quiz-text.ts';
import { pick, sentence, words } from './words.ts';

/** Sections with prose of a generated chapter. */
const sectionCount = 8;

/**
 * Adds chapters to a copy of the project until it has `count`: each of the length that ours have, with a listing, a
 * recorded run, a diagram whose drawing is in the store, a table, notes, a quiz of eight questions, a term, a myth, a
 * source, and links to chapters before it. The same seed writes the same bytes.
 * @param root folder of the copy; its chapters stay
 * @throws Error when it has that many already
 */
export function generateChapters(root: string, count: number, seed: number): void {
  const there = chapterFolders(root);
  if (there.length > count) throw new Error(`The guide has ${there.length} chapters, more than ${count}.`);
  const last = there.at(-1)?.number ?? 0;
  const slugs = there.map(({ slug }) => slug);
  const diagram = collectDiagrams(root)[0]?.source;
  if (!diagram) throw new Error('The guide has no diagram to repeat.');
  const linked = sectionsThatExist(there.map(({ dir, slug }) => ({ dir, slug })));

  for (let i = 0; i < count - there.length; i++) {
    const slug = `chapter-${there.length + i + 1}`;
    const random = randomFrom(seed + i);
    const folder = `content/chapters/${Math.floor(last + 1 + i) * 10}-${slug}`;
    const links = [1, 2, 3].map(() => pick(random, [...linked.slice(-40), ...linked.slice(0, 40)]));
    const files: Readonly<Record<string, string>> = {
      [`${folder}/chapter.en.mdx`]: chapterText({ slug, random, links, diagram, before: slugs.at(-1) ?? '' }),
      [`${folder}/quiz.en.yaml`]: quizText(slug, random),
      [`${folder}/labs/first-run/lab.yaml`]: 'title: The count\nneeds: [python]\nruns:\n  - id: first\n    commands: [python3 app.py]\nversions: { python: python3 --version }\n',
      [`${folder}/labs/first-run/app.py`]: program,
      [`${folder}/labs/first-run/transcripts/first.txt`]: '$ python3 app.py\n1\n4\n9\n',
      [`content/glossary/${slug}.en.yaml`]: `- id: ${slug}-term\n  term: ${words(random, 2)} ${slug}\n  ru: термин ${i}\n  definition: ${sentence(random)}\n  chapter: ${slug}\n  section: part-1\n`,
      [`content/myths/${slug}.en.yaml`]: `- id: ${slug}-myth\n  statement: ${sentence(random)}\n  verdict: wrong\n  truth: ${sentence(random)}\n  chapter: ${slug}\n  section: part-2\n  sources: [${slug}-source]\n`,
      [`content/sources/${slug}.yaml`]: `- id: ${slug}-source\n  title: ${sentence(random).slice(0, -1)}\n  publisher: Example\n  url: https://example.org/${slug}\n  kind: documentation\n`,
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    slugs.push(slug);
    linked.push(`${slug}#part-${1 + Math.floor(random() * sectionCount)}`);
  }
}

const program = ['"""Prints squares."""', '# region: app', 'def squares(limit):', '    for number in range(1, limit):', '        yield number * number', '', '', 'for square in squares(4):', '    print(square)', '# endregion: app', ''].join('\n');

/** Chapters, each with the id of its first section. */
function sectionsThatExist(chapters: readonly { readonly dir: string; readonly slug: string }[]): string[] {
  return chapters.map(({ dir, slug }) => {
    const id = /^## .*\[#([a-z0-9-]+)\]$/m.exec(readFileSync(join(dir, 'chapter.en.mdx'), 'utf8'))?.[1];
    return id ? `${slug}#${id}` : slug;
  });
}

interface ChapterParts {
  readonly slug: string;
  readonly random: () => number;
  /** What `chapter:` links name. */
  readonly links: readonly string[];
  readonly diagram: string;
  /** Slug of the chapter before. */
  readonly before: string;
}

function chapterText({ slug, random, links, diagram, before }: ChapterParts): string {
  const perSection = Math.round((bounds.chapter[0] + bounds.chapter[1]) / 2 / sectionCount) - 40;
  const paragraph = (length: number): string => {
    let text = '';
    while (text.split(' ').length < length) text += `${text && ' '}${sentence(random)}`;
    return text;
  };
  const extras = [
    `See the [${words(random, 2)}](term:${slug}-term), and [what is laid down](source:${slug}-source).\n\n\`\`\`python src=labs/first-run/app.py region=app caption="${sentence(random).slice(0, -1)}" mark=3\n3: ${sentence(random)}\n\`\`\``,
    `\`\`\`console lab=first-run run=first caption="${sentence(random).slice(0, -1)}"\n\`\`\``,
    `\`\`\`mermaid id=${slug}-steps caption="${sentence(random).slice(0, -1)}"\n${diagram}\n\`\`\``,
    `<Table caption="${sentence(random).slice(0, -1)}">\n\n| Case | What happens |\n|---|---|\n${[1, 2, 3, 4].map(() => `| ${words(random, 2)} | ${words(random, 6)} |`).join('\n')}\n\n</Table>`,
    `<Row>\n\n${paragraph(40)}\n\n<Note slot="note">\n\n${sentence(random)}\n\n</Note>\n</Row>`,
    ...links.map((link) => `More is in [${words(random, 3)}](chapter:${link}).`),
  ];
  const sections = Array.from({ length: sectionCount }, (_, i) => `## ${sentence(random, 5).slice(0, -1)} [#part-${i + 1}]\n\n${paragraph(perSection / 2)}\n\n${extras[i] ?? ''}\n\n${paragraph(perSection / 2)}`);
  return `---
title: "${sentence(random, 6).slice(0, -1)}"
short: "${slug.slice(0, 16)}"
description: ${`${sentence(random, 14).slice(0, -1)} ${words(random, 20)}`.slice(0, 120).trim()}
answer: ${sentence(random)}
part: 3
hop: all
objectives:
  - { id: first-objective, text: "${words(random, 6)}" }
  - { id: second-objective, text: "${words(random, 6)}" }
  - { id: third-objective, text: "${words(random, 6)}" }
prerequisites: [${before}]
sources: [${slug}-source]
reviewed: { date: 2026-11-21, versions: {} }
---

${paragraph(60)}

<Predict id="first-guess" ask="${sentence(random).slice(0, -1)}?" options={["${words(random, 4)}.", "${words(random, 4)}, too.", "${words(random, 5)}."]} answer={2}>

${paragraph(40)}

</Predict>

${sections.join('\n\n')}

## Commonly believed, but [#believed]

<Myths ids="${slug}-myth" />

## Recap [#recap]

- ${sentence(random)}
- ${sentence(random)}
- ${sentence(random)}
`;
}
