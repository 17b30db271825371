import { describe, expect, test } from 'vitest';
import { questionSchema, quizProblems, quizSchema, type Quiz } from './quiz.ts';

const common = { id: 'a-question', rev: 1, level: 'apply', objective: 'do-it', see: 'there', prompt: 'What now?' };
const right = { text: 'right', correct: true, why: 'w' };
const wrong = { text: 'wrong', why: 'w' };
const items = ['a', 'b', 'c'].map((text) => ({ text, why: 'w' }));
const pairs = ['a', 'b', 'c'].map((text) => ({ left: text, right: `right ${text}`, why: 'w' }));
const short = { accept: ['302'], wrong: [{ answer: '301', why: 'w' }, { answer: '500', why: 'w' }], why: 'w', otherwise: 'o' };
const lines = [{ line: 1, why: 'w' }, { line: 2, correct: true, why: 'w' }];

const good = {
  choice: { options: [right, wrong] },
  several: { options: [right, wrong, { text: 'other', why: 'w' }] },
  order: { items },
  match: { pairs },
  short,
  point: { lines, otherwise: 'o' },
  output: { options: [right, wrong], expect: { lab: 'a-lab', run: 'a-run', line: 2 } },
};
type Kind = keyof typeof good;

function problems(kind: string, fields: object): string {
  const parsed = questionSchema.safeParse({ ...common, kind, ...fields });
  return parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n') ?? '';
}

test.each(Object.keys(good) as Kind[])('a question of kind %s with its fields is right', (kind) => {
  expect(problems(kind, good[kind])).toBe('');
});

test.each(Object.keys(good) as Kind[])('kind %s takes no field of another', (kind) => {
  const foreign = kind === 'order' ? { pairs } : { items };
  expect(problems(kind, { ...good[kind], ...foreign })).toMatch(/Unrecognized key/);
});

describe('an author is told what to write when', () => {
  test.each<[string, string, object, RegExp]>([
    ['the kind is unknown', 'guess', {}, /write `kind:` choice, several, order/],
    ['no option is right', 'choice', { options: [wrong, { ...wrong, text: 'x' }] }, /mark exactly one option `correct: true`/],
    ['two are right', 'output', { ...good.output, options: [right, { ...right, text: 'x' }] }, /mark exactly one option/],
    ['all of several are right', 'several', { options: ['a', 'b', 'c'].map((text) => ({ ...right, text })) }, /leave at least one unmarked/],
    ['an option is not explained', 'choice', { options: [right, { text: 'wrong', why: ' ' }] }, /options\.1\.why: write some text/],
    ['two options are the same', 'choice', { options: [right, wrong, { text: ' Wrong', why: 'w' }] }, /same text/],
    ['two steps are too few', 'order', { items: items.slice(1) }, /write 3 to 7 items/],
    ['two left sides share a right one', 'match', { pairs: pairs.map((pair) => ({ ...pair, right: 'same' })) }, /each right side belongs to one left side/],
    ['an extra right side is no extra', 'match', { pairs, extra: [{ text: 'right a', why: 'w' }] }, /extra: an extra right side belongs to nobody/],
    ['a wrong answer is accepted', 'short', { ...short, accept: ['302', ' 301'] }, /under both `accept` and `wrong`/],
    ['one wrong answer is foreseen', 'short', { ...short, wrong: [{ answer: '301', why: 'w' }] }, /foresee at least two wrong answers/],
    ['no line is right', 'point', { otherwise: 'o', lines: lines.map(({ line, why }) => ({ line, why })) }, /mark exactly one line/],
    ['a line stands twice', 'point', { otherwise: 'o', lines: [...lines, { line: 1, why: 'w' }] }, /a line stands twice/],
    ['the level is unknown', 'choice', { ...good.choice, level: 'hard' }, /level: write recall, understand or apply/],
    ['the id is no id', 'choice', { ...good.choice, id: 'A question' }, /id: write an id in kebab case/],
    ['the revision is missing', 'choice', { ...good.choice, rev: undefined }, /rev: write a whole number/],
  ])('%s', (_, kind, fields, message) => {
    expect(problems(kind, fields)).toMatch(message);
  });

  test('an id stands twice in a quiz', () => {
    const question = { ...common, kind: 'order', items };
    const { error } = quizSchema.safeParse({ chapter: 'wsgi', questions: [question, question] });
    expect(error?.issues[0]).toMatchObject({ path: ['questions', 1, 'id'], message: expect.stringContaining('used twice') });
  });
});

describe('a quiz is out of balance when', () => {
  const quizOf = (kinds: readonly Kind[], levels: readonly string[]): Quiz =>
    quizSchema.parse({
      chapter: 'wsgi',
      questions: kinds.map((kind, i) => ({ ...common, id: `question-${i}`, kind, ...good[kind], level: levels[i % levels.length] })),
    });
  const four: readonly Kind[] = ['choice', 'order', 'match', 'short', 'choice', 'choice', 'choice', 'choice'];

  test('not: four kinds, half applied, a quarter recalled', () => {
    expect(quizProblems(quizOf(four, ['apply', 'apply', 'recall', 'understand']))).toEqual([]);
  });

  test.each([
    ['it has three kinds', quizOf(four.map((kind) => (kind === 'short' ? 'choice' : kind)), ['apply']), /uses 3 kinds of question; use at least 4/],
    ['less than half is applied', quizOf(four, ['apply', 'understand', 'understand', 'understand']), /2 of 8 questions have `level: apply`; at least half/],
    ['more than a quarter is recalled', quizOf(four, ['apply', 'recall']), /4 of 8 questions have `level: recall`; at most a quarter/],
  ])('%s', (_, quiz, message) => {
    expect(quizProblems(quiz).join('\n')).toMatch(message);
  });
});
