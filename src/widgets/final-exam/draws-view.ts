import type { Progress } from '../../progress/model.ts';
import { find, make } from '../shared/dom.ts';
import { fill } from '../shared/format.ts';
import type { ExamStrings } from './strings.ts';

/**
 * Lists the other draws that were begun, with a way back to each.
 * @param root hidden when there are none
 */
export function showDraws(root: HTMLElement, exams: Progress['exams'], present: number, text: ExamStrings): void {
  const begun = Object.entries(exams).filter(([draw, { answers }]) => Number(draw) !== present && Object.keys(answers).length > 0);
  root.hidden = begun.length === 0;
  find(root, 'ul').replaceChildren(...begun.map(([draw, { answers, questions }]) => {
    const records = Object.values(answers);
    const counts = { draw, answered: records.length, right: records.filter(({ firstRight }) => firstRight).length, of: questions.length };
    const link = make('a', '', fill(counts.answered < counts.of ? text.drawBegun : text.drawDone, counts));
    link.href = `?draw=${draw}`;
    return make('li', '', link);
  }));
}
