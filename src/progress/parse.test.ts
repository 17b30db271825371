import { describe, expect, test } from 'vitest';
import { emptyProgress } from './model.ts';
import { parseProgress, parseProgressText } from './parse.ts';

const at = '2026-11-21T10:00:00.000Z';
const answer = { rev: 1, first: ['2'], firstRight: false, right: true, tries: 2, last: ['0'], sure: true, at };

describe('what a browser kept', () => {
  test('comes back as it was written', () => {
    const data = {
      version: 4,
      answers: { 'wsgi/who-calls': answer },
      chapters: { wsgi: { read: at, quiz: { right: 7, of: 9, at }, place: { section: 'the-rules', at } } },
      exercises: { 'wsgi/echo': { text: 'def app(): ...\n', tries: 2, hints: 1, passed: at, shown: true, at } },
      exams: { '12': { round: 2, questions: ['wsgi/who-calls', 'cgi/a'], answers: { 'wsgi/who-calls': answer } } },
      reviews: { 'wsgi/who-calls': { rev: 1, step: 2, due: at, at } },
    };
    expect(parseProgressText(JSON.stringify(data))).toEqual({ kind: 'progress', progress: data, dropped: [] });
  });

  test.each(['', 'null', '[]', '"x"', '{', '{"version":"1"}', '{"version":0,"answers":{},"chapters":{}}', '{"version":1}', '{"version":1,"answers":[],"chapters":{}}', '{"version":2,"answers":{},"chapters":{}}', '{"version":3,"answers":{},"chapters":{},"exercises":{}}', '{"version":4,"answers":{},"chapters":{},"exercises":{},"exams":{}}'])(
    'is rubbish: %s',
    (text) => {
      expect(parseProgressText(text)).toEqual({ kind: 'rubbish' });
    },
  );

  test('of the first version is taken over; it had no exercises', () => {
    const parsed = parseProgress({ version: 1, answers: { 'wsgi/who-calls': answer }, chapters: {} });
    expect(parsed).toEqual({ kind: 'progress', progress: { ...emptyProgress, answers: { 'wsgi/who-calls': answer } }, dropped: [] });
  });

  test('of the second version is taken over; it had no exams', () => {
    const parsed = parseProgress({ version: 2, answers: { 'wsgi/who-calls': answer }, chapters: {}, exercises: {} });
    expect(parsed).toEqual({ kind: 'progress', progress: { ...emptyProgress, answers: { 'wsgi/who-calls': answer } }, dropped: [] });
  });

  test('of the third version is taken over; it had no reviews', () => {
    const parsed = parseProgress({ version: 3, answers: {}, chapters: {}, exercises: {}, exams: {} });
    expect(parsed).toEqual({ kind: 'progress', progress: emptyProgress, dropped: [] });
  });

  const review = { rev: 1, step: 0, due: at, at };
  test.each([
    ['a step that is none', { ...review, step: -1 }],
    ['no day', { ...review, due: 'tomorrow' }],
    ['no revision', { step: 0, due: at, at }],
  ])('leaves out a review with %s', (_, wrong) => {
    const parsed = parseProgress({ ...emptyProgress, reviews: { 'wsgi/a': wrong, 'wsgi/b': review } });
    expect(parsed).toEqual({ kind: 'progress', progress: { ...emptyProgress, reviews: { 'wsgi/b': review } }, dropped: ['wsgi/a'] });
  });

  const exam = { round: 1, questions: ['wsgi/a', 'cgi/b'], answers: { 'wsgi/a': answer } };
  test.each([
    ['no round', '3', { ...exam, round: 0 }],
    ['no questions', '3', { ...exam, questions: [] }],
    ['a question that is nowhere', '3', { ...exam, questions: ['wsgi'] }],
    ['an answer that cannot be read', '3', { ...exam, answers: { 'wsgi/a': answer, 'cgi/b': { ...answer, tries: 0 } } }],
    ['a draw that is no number', '0', exam],
  ])('leaves out an exam with %s', (_, draw, wrong) => {
    const parsed = parseProgress({ ...emptyProgress, exams: { [draw]: wrong, '7': exam } });
    expect(parsed).toEqual({ kind: 'progress', progress: { ...emptyProgress, exams: { '7': exam } }, dropped: [draw] });
  });

  test.each([
    ['a program without end', { text: 'x'.repeat(20_001), tries: 0, hints: 0, at }],
    ['a program that is a list', { text: [], tries: 0, hints: 0, at }],
    ['tries below nothing', { tries: -1, hints: 0, at }],
    ['a pass without a day', { tries: 1, hints: 0, passed: true, at }],
    ['no time', { tries: 1, hints: 0 }],
  ])('leaves out an exercise with %s', (_, wrong) => {
    const parsed = parseProgress({ version: 2, answers: {}, chapters: {}, exercises: { 'wsgi/echo': wrong } });
    expect(parsed).toEqual({ kind: 'progress', progress: emptyProgress, dropped: ['wsgi/echo'] });
  });

  test('of a newer version is recognised, whatever else it holds', () => {
    expect(parseProgress({ version: 5, everything: 'else' })).toEqual({ kind: 'newer', version: 5 });
  });

  test.each([
    ['no revision', { ...answer, rev: 0 }],
    ['an answer that is no list', { ...answer, first: '2' }],
    ['an answer with a number', { ...answer, first: [2] }],
    ['a mark that is a word', { ...answer, right: 'yes' }],
    ['no tries', { ...answer, tries: 0 }],
    ['a day that does not exist', { ...answer, at: '2026-99-21T10:00:00Z' }],
    ['no time zone', { ...answer, at: '2026-11-21T10:00:00' }],
    ['a doubtful sureness', { ...answer, sure: 1 }],
    ['a text without end', { ...answer, first: ['x'.repeat(301)] }],
    ['nothing', null],
  ])('leaves out an answer with %s, and names it', (_, wrong) => {
    const parsed = parseProgress({ version: 1, answers: { 'wsgi/good': answer, 'wsgi/wrong': wrong }, chapters: {} });
    expect(parsed).toEqual({ kind: 'progress', progress: { ...emptyProgress, answers: { 'wsgi/good': answer } }, dropped: ['wsgi/wrong'] });
  });

  test.each([
    ['a result above all', { quiz: { right: 10, of: 9, at } }],
    ['a quiz of nothing', { quiz: { right: 0, of: 0, at } }],
    ['a day that is a flag', { read: true }],
  ])('leaves out a chapter with %s', (_, wrong) => {
    const parsed = parseProgress({ version: 1, answers: {}, chapters: { wsgi: wrong } });
    expect(parsed).toEqual({ kind: 'progress', progress: emptyProgress, dropped: ['wsgi'] });
  });

  test('cannot reach the prototype of objects', () => {
    const parsed = parseProgressText('{"version":1,"answers":{"__proto__":{"rev":1}},"chapters":{"constructor/x":{}}}');
    expect(parsed).toMatchObject({ kind: 'progress', dropped: ['__proto__', 'constructor/x'] });
    expect(({} as Record<string, unknown>)['rev']).toBeUndefined();
  });
});
