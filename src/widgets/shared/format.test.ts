import { expect, test } from 'vitest';
import { fill, fillCount } from './format.ts';

test('places of a text are filled; unknown ones stay', () => {
  expect(fill('{right} of {of}: {other}', { right: 3, of: 9 })).toBe('3 of 9: {other}');
});

test('a count picks its form by the rules of the language', () => {
  const forms = { one: '{n} вопрос', few: '{n} вопроса', many: '{n} вопросов', other: '{n} вопроса' };
  expect([1, 3, 5, 21].map((n) => fillCount(forms, n, 'ru'))).toEqual(['1 вопрос', '3 вопроса', '5 вопросов', '21 вопрос']);
});
