import { expect, test } from 'vitest';
import { strings } from './strings.ts';
import { filtersOf, narrowedBy, narrowedInWords, searchOf } from './choice.ts';

const text = strings.en;

test('a reader chooses among all kinds and the three parts, and begins with all of them', () => {
  const [kinds, parts] = filtersOf(text);
  expect(kinds?.options.map(([value]) => value)).toEqual(['', 'chapter', 'glossary', 'failure', 'myth', 'source', 'exercise', 'explorer', 'time-out', 'page']);
  expect(parts?.options).toEqual([['', 'All parts'], ['1', 'Part 1'], ['2', 'Part 2'], ['3', 'Part 3']]);
});

test.each([
  ['', '', {}, '', '?q=certificate'],
  ['failure', '', { kind: 'failure' }, 'Failures', '?q=certificate&kind=failure'],
  ['', '3', { part: 3 }, 'Part 3', '?q=certificate&part=3'],
  ['chapter', '1', { kind: 'chapter', part: 1 }, 'Chapters, Part 1', '?q=certificate&kind=chapter&part=1'],
])('kind “%s” and part “%s” are said and stand in the address', (kind, part, narrowed, said, address) => {
  const chosen = narrowedBy([{ name: 'kind', value: kind }, { name: 'part', value: part }]);
  expect(chosen).toEqual(narrowed);
  expect(narrowedInWords(chosen, text)).toBe(said);
  expect(searchOf('certificate', chosen)).toBe(address);
});

test('what was typed stays one value of the address', () => {
  expect(searchOf('a&kind=page#x y', {})).toBe('?q=a%26kind%3Dpage%23x+y');
  expect(searchOf('', {})).toBe('');
});
