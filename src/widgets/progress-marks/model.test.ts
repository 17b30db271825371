import { expect, test } from 'vitest';
import { emptyProgress, withAnswer, withPlace, withRead } from '../../progress/model.ts';
import { whereToContinue } from './model.ts';

const at = '2026-11-21T10:00:00.000Z';
const slugs = ['trip', 'client', 'urls', 'names'];
const read = (...read: readonly string[]) => read.reduce((all, slug) => withRead(all, slug, at), emptyProgress);
const begun = withAnswer(read('trip', 'urls'), 'client/a', { rev: 1, first: ['0'], firstRight: true, right: true, tries: 1, at });

test.each([
  ['nothing read: begin at the beginning', emptyProgress, undefined],
  ['the chapter after the last one read', read('trip', 'client'), 'urls'],
  ['one that was left out, when the rest is read', read('trip', 'urls', 'names'), 'client'],
  ['one that was begun', begun, 'client'],
  ['nothing, when everything is read', read(...slugs), undefined],
])('%s', (_, progress, expected) => {
  expect(whereToContinue(progress, slugs)?.slug).toBe(expected);
});

test('the place that was read last, unless its chapter is read', () => {
  const first = withPlace(begun, 'names', 'hosts', '2026-11-22T10:00:00.000Z');
  const later = withPlace(first, 'urls', 'number', '2026-11-23T10:00:00.000Z');
  expect(whereToContinue(first, slugs)).toEqual({ slug: 'names', section: 'hosts' });
  expect(whereToContinue(later, slugs)).toEqual({ slug: 'names', section: 'hosts' });
  expect(whereToContinue(withRead(first, 'names', at), slugs)).toEqual({ slug: 'client' });
});
