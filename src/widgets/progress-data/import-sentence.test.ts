import { expect, test } from 'vitest';
import { importSentence } from './import-sentence.ts';
import { strings } from './strings.ts';
import { emptyProgress } from '../../progress/model.ts';
import type { Imported } from '../../progress/transfer.ts';

const say = (imported: Imported): string => importSentence(imported, strings.en.client, 'en');

test('a reader learns what came from the file', () => {
  expect(say({ kind: 'merged', progress: emptyProgress, answers: 12, chapters: 1, exercises: 2 })).toBe(
    'Joined: 12 answers, 1 chapter and 2 exercises from the file.',
  );
});

test.each<[Imported, RegExp]>([
  [{ kind: 'not-json' }, /not JSON/],
  [{ kind: 'not-progress' }, /no progress/],
  [{ kind: 'too-large' }, /larger/],
  [{ kind: 'newer', version: 4 }, /newer version of the site \(format 4\)/],
  [{ kind: 'wrong-entries', entries: ['wsgi/a', 'wsgi/b', 'c', 'd'] }, /wsgi\/a, wsgi\/b, c, …/],
])('a refused file (%o) has a reason, and changes nothing', (imported, reason) => {
  expect(say(imported)).toMatch(reason);
  expect(say(imported)).toMatch(/Nothing was changed\.$/);
});
