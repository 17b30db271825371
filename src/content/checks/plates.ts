import { diagramsIn } from '../../diagrams/fences.ts';
import { diagramProblems } from '../../diagrams/source.ts';
import { checkMeta, codePlate, plateKind } from '../plate.ts';
import type { Problem } from '../problem.ts';
import type { ChapterFile, Guide } from '../read-guide.ts';

/** Every fence shows something that is there, and every diagram says in words what it shows. */
export function checkPlates(guide: Guide): readonly Problem[] {
  return guide.chapters.flatMap((chapter) => [...checkFences(chapter), ...checkDiagramIds(chapter)]);
}

function checkFences(chapter: ChapterFile): readonly Problem[] {
  return chapter.body.fences.flatMap(({ lang, meta, body, line }) => {
    const problem = (message: string): Problem => ({ file: chapter.file, line, message });
    try {
      const kind = plateKind(lang, meta);
      checkMeta(kind, meta);
      if (kind === 'figure') return figureProblems(body, chapter.text).map(problem);
      if (kind !== 'sketch') codePlate(chapter.dir, lang, meta, body);
      return [];
    } catch (error) {
      return [problem((error as Error).message)];
    }
  });
}

/** What is wrong with a diagram, and with its fence: drawings are made before Markdown is read, line by line. */
export function figureProblems(source: string, text: string): readonly string[] {
  const found = diagramsIn(text, '').some((diagram) => diagram.source === source);
  const fence = found ? [] : ['the fence of the diagram is not found line by line; begin it at the beginning of a line, and close it by ``` on a line of its own'];
  return [...diagramProblems(source), ...fence];
}

function checkDiagramIds(chapter: ChapterFile): readonly Problem[] {
  const seen = new Set<string>(chapter.body.headings.flatMap(({ id }) => (id ? [id] : [])));
  return chapter.body.fences.flatMap(({ lang, meta, line }) => {
    const id = lang === 'mermaid' ? meta.values['id'] : undefined;
    if (!id) return [];
    if (seen.has(id)) {
      return [{ file: chapter.file, line, message: `the id \`${id}\` is taken by a heading or diagram of this chapter` }];
    }
    seen.add(id);
    return [];
  });
}
