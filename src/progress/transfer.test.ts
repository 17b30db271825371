import { expect, test } from 'vitest';
import { emptyProgress, withAnswer, withExam, withExercise, withRead, type AnswerRecord, type ExerciseRecord } from './model.ts';
import { exportName, exportText, importText, largestImport } from './transfer.ts';

const at = '2026-11-21T10:00:00.000Z';
const record: AnswerRecord = { rev: 1, first: ['0', '2'], firstRight: false, right: true, tries: 2, at };
const exercise: ExerciseRecord = { text: 'def app(environ, start_response): ...\n', tries: 1, hints: 0, at };
const progress = withExercise(withRead(withAnswer(emptyProgress, 'wsgi/a', record), 'wsgi', at), 'wsgi/echo', exercise);

test('an export can be imported elsewhere', () => {
  expect(importText(emptyProgress, exportText(progress, at))).toEqual({ kind: 'merged', progress, answers: 1, chapters: 1, exercises: 1 });
  expect(exportName(at)).toBe('request-path-progress-2026-11-21.json');
});

test('answers of an exam are among those counted', () => {
  const examined = withExam(progress, '2', { round: 1, questions: ['wsgi/a', 'wsgi/b'], answers: { 'wsgi/a': record, 'wsgi/b': record } });
  expect(importText(emptyProgress, exportText(examined, at))).toMatchObject({ kind: 'merged', progress: examined, answers: 3 });
});

test('an import is joined with what is there', () => {
  const here = withAnswer(emptyProgress, 'wsgi/b', record);
  const imported = importText(here, exportText(progress, at));
  expect(imported.kind === 'merged' && Object.keys(imported.progress.answers).sort()).toEqual(['wsgi/a', 'wsgi/b']);
});

test.each([
  ['no JSON', 'not-json', 'hello'],
  ['another JSON file', 'not-progress', '{"name":"request-path"}'],
  ['a file of a newer version', 'newer', '{"version":9}'],
  ['a file larger than any progress', 'too-large', ' '.repeat(largestImport + 1)],
  ['a file with a wrong entry', 'wrong-entries', '{"version":1,"answers":{"wsgi/a":{}},"chapters":{}}'],
])('%s is refused', (_, kind, text) => {
  expect(importText(progress, text).kind).toBe(kind);
});

test('the wrong entries of a file are named', () => {
  const text = exportText(progress, at).replace('"tries": 2', '"tries": "two"');
  expect(importText(emptyProgress, text)).toEqual({ kind: 'wrong-entries', entries: ['wsgi/a'] });
});
