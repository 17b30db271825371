import { expect, test } from 'vitest';
import { questionSchema, type Question } from '../../schemas/quiz.ts';
import { isRight } from './answer.ts';
import { renderQuestion, withoutTags } from './rendered.ts';

const html = { inline: (text: string) => `<i>${text.trim()}</i>`, block: (text: string) => `<p>${text.trim()}</p>` };
const common = { id: 'a-question', rev: 1, level: 'apply', objective: 'do-it', see: 'there', prompt: 'What happens?' };
const question = (fields: object): Question => questionSchema.parse({ ...common, ...fields });
const option = (text: string, correct?: true): object => ({ text, why: `why ${text}`, ...(correct && { correct }) });

test('the answer key follows the option, wherever it is shown', () => {
  const rendered = renderQuestion(question({ kind: 'choice', options: [option('a'), option('b', true), option('c')] }), html);
  expect(rendered.key).toEqual({ kind: 'choice', right: ['1'] });
  expect(rendered.items.find(({ value }) => value === '1')).toEqual({ value: '1', html: '<i>b</i>', why: '<i>why b</i>', right: true });
});

test('steps are shown in another order than the right one', () => {
  const rendered = renderQuestion(question({ kind: 'order', items: ['a', 'b', 'c', 'd'].map((text) => option(text)) }), html);
  expect(rendered.items.map(({ html: text }) => text)).toEqual(['<i>a</i>', '<i>b</i>', '<i>c</i>', '<i>d</i>']);
  expect(isRight(rendered.key, rendered.shown)).toBe(false);
});

test('each left side finds its right side among all of them', () => {
  const pairs = ['a', 'b', 'c'].map((text) => ({ left: text, right: `right ${text}`, why: text }));
  const rendered = renderQuestion(question({ kind: 'match', pairs, extra: [{ text: 'nobody', why: 'x' }] }), html);
  expect(rendered.rights.map(({ html: text }) => text)).toContain('<i>nobody</i>');
  const answer = rendered.items.map(({ html: left }) => rendered.rights.find((side) => side.html === left.replace('<i>', '<i>right '))?.value ?? '');
  expect(isRight(rendered.key, answer)).toBe(true);
  expect([...rendered.shown].sort()).toEqual(['0', '1', '2', 'extra-0']);
});

test('typed answers are shown as they are, tags included', () => {
  const wrong = [{ answer: '<b>', why: 'x' }, { answer: '404', why: 'y' }];
  const rendered = renderQuestion(question({ kind: 'short', accept: ['A & B', 'a and b'], wrong, why: 'z', otherwise: 'no' }), html);
  expect(rendered.key.right).toEqual(['a & b', 'a and b']);
  expect(rendered.items.map(({ html: text }) => text)).toEqual(['<code>A &amp; B</code>', '<code>&lt;b></code>', '<code>404</code>']);
});

test('what a program prints is shown as it is', () => {
  const recorded = { lab: 'a-lab', run: 'a-run', line: 1 };
  const rendered = renderQuestion(question({ kind: 'output', options: [option('a -- "b" <c>', true), option('`b` once')], expect: recorded }), html);
  expect(rendered.items.map(({ html: text }) => text).sort()).toEqual(['<code>a -- "b" &lt;c></code>', '<i>`b` once</i>']);
});

test('the last paragraph of a prompt is the question, what stands before is the situation', () => {
  const rendered = renderQuestion(question({ kind: 'choice', prompt: 'You see this.\n\nAnd that.\n\nWhat now?', options: [option('a', true), option('b')] }), html);
  expect(rendered.situation).toBe('<p>You see this.\n\nAnd that.</p>');
  expect(rendered.ask).toBe('<i>What now?</i>');
});

test('an option of a list has text only, and keeps its characters', () => {
  expect(withoutTags('a <code>&lt;b&gt;</code> &amp; c')).toBe('a &lt;b&gt; &amp; c');
});
