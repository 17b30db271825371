import { explorers } from '../../explorers/explorers.ts';
import type { BodyComponent } from '../chapter-body.ts';
import type { Problem } from '../problem.ts';
import type { ChapterFile, Guide } from '../read-guide.ts';

/** The components that a chapter may use, with their attributes; `?` marks those that may be left out. */
export const chapterComponents: Readonly<Record<string, readonly string[]>> = {
  Row: [],
  Note: ['slot'],
  Predict: ['id', 'ask', 'options', 'answer'],
  Table: ['caption'],
  Myths: ['ids'],
  Exercise: ['id'],
  Aside: [],
  Explorer: ['name'],
};

/** Components are known, have what they need, and show myths that exist; each myth of the chapter is shown. */
export function checkComponents(guide: Guide): readonly Problem[] {
  return guide.chapters.flatMap((chapter) => [
    ...chapter.body.components.flatMap((component) =>
      componentProblems(guide, chapter, component).map((message) => ({
        file: chapter.file,
        line: component.line,
        message: `<${component.name}>: ${message}`,
      })),
    ),
    ...checkPredictions(chapter),
    ...checkMythsShown(guide, chapter),
  ]);
}

function componentProblems(guide: Guide, chapter: ChapterFile, { name, attributes }: BodyComponent): readonly string[] {
  const wanted = Object.hasOwn(chapterComponents, name) ? chapterComponents[name] : undefined;
  if (!wanted) return [`unknown; a chapter may use ${Object.keys(chapterComponents).join(', ')}`];
  return [
    ...wanted.filter((attribute) => !attributes[attribute]).map((attribute) => `add \`${attribute}=\``),
    ...Object.keys(attributes)
      .filter((attribute) => !wanted.includes(attribute))
      .map((attribute) => `\`${attribute}\` is unknown; it takes ${wanted.join(', ') || 'no attributes'}`),
    ...(name === 'Note' && attributes['slot'] !== 'note' ? ['write `slot="note"`'] : []),
    ...(name === 'Predict' ? predictProblems(attributes) : []),
    ...(name === 'Explorer' ? explorerProblems(chapter, attributes['name'] ?? '') : []),
    ...(name === 'Myths' ? mythProblems(guide, chapter, attributes['ids'] ?? '') : []),
  ];
}

/** The options of a prediction as the author wrote them, or undefined when they are not a list of texts. */
export function predictOptions(source: string | undefined): readonly string[] | undefined {
  const strings = source?.match(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\$]|\\.)*`/g);
  const rest = source?.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\$]|\\.)*`/g, '').replace(/[\s,]/g, '');
  return strings && rest === '[]' ? strings.map((text) => text.slice(1, -1).replace(/\\(.)/g, '$1')) : undefined;
}

function predictProblems(attributes: Readonly<Record<string, string>>): readonly string[] {
  const options = predictOptions(attributes['options']);
  if (!options || options.length < 2) return ['write `options={["…", "…"]}` with at least two texts'];
  const answer = Number(attributes['answer']);
  if (Number.isInteger(answer) && answer >= 1 && answer <= options.length) return [];
  return [`write \`answer={1}\` to \`answer={${options.length}}\`, counted from 1`];
}

function checkPredictions(chapter: ChapterFile): readonly Problem[] {
  const predictions = chapter.body.components.filter(({ name }) => name === 'Predict');
  const file = chapter.file;
  if (predictions.length === 0) {
    return [{ file, line: chapter.bodyLine, message: 'open the chapter with a `<Predict>`: something to commit to before it is explained' }];
  }
  const ids = predictions.map(({ attributes }) => attributes['id']);
  return predictions
    .filter(({ attributes }, i) => ids.indexOf(attributes['id']) < i)
    .map(({ attributes, line }) => ({ file, line, message: `<Predict>: the id \`${attributes['id']}\` is used twice` }));
}

function explorerProblems({ slug }: ChapterFile, name: string): readonly string[] {
  const about = explorers.find((explorer) => explorer.name === name);
  if (!about) return [`there is no explorer \`${name}\`; there are ${explorers.map((explorer) => explorer.name).join(', ')}`];
  const chapters = [about.chapter, ...(about.alsoIn ?? [])];
  return chapters.includes(slug) ? [] : [`\`src/widgets/${name}/about.ts\` says that the explorer belongs to ${chapters.map((chapter) => `\`${chapter}\``).join(', ')}; embed it there, or add \`${slug}\` to its \`alsoIn\``];
}

/** Ids of `<Myths ids="a, b">`. */
export function mythIds(text: string): readonly string[] {
  return text.split(',').map((id) => id.trim()).filter(Boolean);
}

function mythProblems(guide: Guide, chapter: ChapterFile, text: string): readonly string[] {
  return mythIds(text).flatMap((id) => {
    const myth = guide.myths.find(({ data }) => data.id === id);
    if (!myth) return [`there is no myth \`${id}\`; add it to content/myths or correct the id`];
    return myth.data.chapter === chapter.slug ? [] : [`the myth \`${id}\` belongs to chapter \`${myth.data.chapter}\``];
  });
}

function checkMythsShown(guide: Guide, chapter: ChapterFile): readonly Problem[] {
  const shown = new Set(
    chapter.body.components
      .filter(({ name }) => name === 'Myths')
      .flatMap(({ attributes }) => mythIds(attributes['ids'] ?? '')),
  );
  return guide.myths
    .filter(({ data }) => data.chapter === chapter.slug && !shown.has(data.id))
    .map(({ data, file, line, field }) => ({
      file,
      line,
      field,
      message: `the chapter ${chapter.slug} does not show the myth \`${data.id}\`; add it to its <Myths ids="…">`,
    }));
}
