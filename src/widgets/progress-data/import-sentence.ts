import type { Imported } from '../../progress/transfer.ts';
import { fill, fillCount } from '../shared/format.ts';
import type { DataStrings } from './strings.ts';

/** Says what became of an import: what was joined, or what is wrong with the file and that nothing was changed. */
export function importSentence(imported: Imported, text: DataStrings, locale: string): string {
  const unchanged = (reason: string): string => `${reason} ${text.unchanged}`;
  switch (imported.kind) {
    case 'merged': {
      const answers = fillCount(text.mergedAnswers, imported.answers, locale);
      const chapters = fillCount(text.mergedChapters, imported.chapters, locale);
      return fill(text.merged, { answers, chapters, exercises: fillCount(text.mergedExercises, imported.exercises, locale) });
    }
    case 'too-large':
      return unchanged(text.tooLarge);
    case 'not-json':
      return unchanged(text.notJson);
    case 'not-progress':
      return unchanged(text.notProgress);
    case 'newer':
      return unchanged(fill(text.newerFile, { version: imported.version }));
    case 'wrong-entries': {
      const [first = '', ...more] = imported.entries;
      const shown = [first, ...more.slice(0, 2), ...(more.length > 2 ? ['…'] : [])];
      return unchanged(fill(text.wrongEntries, { entries: shown.join(', ') }));
    }
  }
}
