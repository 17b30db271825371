import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fresh, giveUp, hops, look, looks, modes, most, name, reached, readState, score, stepAfter, type Diagnosis } from './model.ts';

const truth = { id: 'socket-missing', hop: 'gateway' } as const;
const way = ['error'] as const;

test('a request that dies at the gateway came through the web server', () => {
  expect(reached('gateway')).toEqual(['browser', 'name', 'connection', 'web-server', 'gateway']);
});

test('forward and back stop at the ends', () => {
  expect([stepAfter(0, -1, 5), stepAfter(3, 1, 5), stepAfter(4, 1, 5), stepAfter(0, 1, 0)]).toEqual([0, 4, 4, 0]);
});

describe('a diagnosis', () => {
  test('pays a look once', () => {
    expect(look(look(look(fresh, 'curl'), 'error'), 'curl').taken).toEqual(['curl', 'error']);
  });
  test('the shortest way brings all points', () => {
    const solved = name(look(fresh, 'error'), { hop: 'gateway', failure: 'socket-missing' }, truth);
    expect(solved.answer).toBe('right');
    expect(score(solved.diagnosis, way)).toBe(most);
  });
  test('further looks and wrong answers cost', () => {
    let diagnosis: Diagnosis = ['browser', 'curl', 'error'].reduce((so, what) => look(so, what as 'curl'), fresh);
    let said = name(diagnosis, { hop: 'workers', failure: 'worker-killed' }, truth);
    expect(said.answer).toBe('wrong');
    said = name(said.diagnosis, { hop: 'gateway', failure: 'nobody-listens' }, truth);
    expect(said.answer).toBe('hop-only');
    expect(score(said.diagnosis, way)).toBe(0);
    diagnosis = name(said.diagnosis, { hop: 'gateway', failure: 'socket-missing' }, truth).diagnosis;
    expect(score(diagnosis, way)).toBe(most - 2 - 4);
  });
  test.each([
    ['gateway', 'nobody-listens', 'hop-only'],
    ['workers', 'socket-missing', 'cause-only'],
    ['workers', 'nobody-listens', 'wrong'],
  ] as const)('%s and %s is half right, or not at all', (hop, failure, said) => {
    const { diagnosis, answer } = name(fresh, { hop, failure }, truth);
    expect([answer, diagnosis.misses, diagnosis.state]).toEqual([said, 1, 'open']);
  });
  test('a case that was given up brings nothing and stays closed', () => {
    const closed = giveUp(look(fresh, 'curl'));
    expect(look(closed, 'dig')).toEqual(closed);
    expect(name(closed, { hop: 'gateway', failure: 'socket-missing' }, truth).diagnosis).toEqual(closed);
    expect(score(closed, way)).toBe(0);
  });
  test('no guessing beats looking: points lie between 1 and 10 for whatever a reader does', () => {
    const act = fc.oneof(fc.constantFrom(...looks), fc.constantFrom(...hops));
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const end = acts.reduce<Diagnosis>((so, one) => (looks.some((each) => each === one) ? look(so, one as 'curl') : name(so, { hop: one as 'name', failure: 'other' }, truth).diagnosis), fresh);
        const points = score({ ...end, state: 'solved' }, way);
        expect(points).toBeGreaterThanOrEqual(1);
        expect(points).toBeLessThanOrEqual(most);
      }),
    );
  });
});

describe('the state of a link', () => {
  const known = { scenarios: ['static', 'flask'], failures: ['no-file'], cases: 10 };
  const good = { mode: 'find', scenario: 'flask', step: 3, failure: 'no-file', case: 9, taken: ['curl', 'dig'] };
  test('comes back as it was', () => expect(readState(good, known)).toEqual(good));
  test.each([
    ['nothing', null],
    ['another mode', { ...good, mode: 'delete' }],
    ['a scenario that there is not', { ...good, scenario: '<img>' }],
    ['a step that cannot be', { ...good, step: 1e9 }],
    ['half a case', { ...good, case: 0.5 }],
    ['the same look twice', { ...good, taken: ['curl', 'curl'] }],
    ['a look that there is not', { ...good, taken: ['strace'] }],
  ])('%s is refused', (_, value) => expect(readState(value, known)).toBeUndefined());
  test('whatever it holds, nothing is thrown', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void readState(value, known)));
    expect(modes).toHaveLength(3);
  });
});
