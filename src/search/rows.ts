import type { Engine } from './engine.ts';
import { kindOf, type IndexChapter, type ResultKind } from './record.ts';

/** The chapter that a row is a section of, or that explains it. */
export function chapterOf(engine: Engine, row: number): IndexChapter | undefined {
  return engine.head.chapters[engine.names.rows[row]?.[2] ?? -1];
}

/** What a row is. */
export function kindOfRow(engine: Engine, row: number): ResultKind {
  return kindOf(engine.names.rows[row]?.[0] ?? '', chapterOf(engine, row) !== undefined);
}
