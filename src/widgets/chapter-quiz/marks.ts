import { isPartRight, normalise, type Answer, type AnswerKey } from './answer.ts';
import { icon, make, option } from '../shared/dom.ts';
import { fill } from '../shared/format.ts';
import type { ClientStrings } from './strings.ts';

const classes = ['picked', 'right', 'wrong'] as const;

/** Takes all marks off the controls, or off one row of them. */
export function clearMarks(root: HTMLElement): void {
  for (const words of root.querySelectorAll('[data-mark]')) words.remove();
  for (const marked of [root, ...root.querySelectorAll('.picked')]) marked.classList.remove(...classes);
  for (const invalid of root.querySelectorAll('[aria-invalid]')) invalid.removeAttribute('aria-invalid');
}

/**
 * Marks in the controls what was checked: each part as right or not, and nothing else.
 * @param isOver marks the right line of a listing, too
 */
export function markControls(controls: HTMLElement, key: AnswerKey, answer: Answer, text: ClientStrings, isOver: boolean): void {
  clearMarks(controls);
  const { kind } = key;
  if (kind === 'short') {
    if (!isPartRight(key, answer[0] ?? '', 0)) controls.querySelector('input')?.setAttribute('aria-invalid', 'true');
    return;
  }
  const rows = [...controls.querySelectorAll<HTMLElement>('[data-option]')];
  for (const [place, value] of answer.entries()) {
    const row = kind === 'match' ? rows[place] : option(controls, value);
    if (!row) continue;
    const isRight = isPartRight(key, value, place);
    if (kind === 'order') append(row, isRight, isRight ? text.inPlace : text.notHere);
    else {
      row.classList.add('picked', isRight ? 'right' : 'wrong');
      if (kind !== 'match') append(row, isRight, isRight ? text.yourRight : text.yourWrong);
      else append(row, isRight, isRight ? text.right : text.notRight);
    }
    if (!isRight) row.querySelector('select')?.setAttribute('aria-invalid', 'true');
  }
  const right = isOver && kind === 'point' && !answer.includes(key.right[0] ?? '') ? option(controls, key.right[0] ?? '') : undefined;
  if (right) {
    right.classList.add('picked', 'right');
    append(right, true, text.right);
  }
}

/** Adds words to a row: to its text, when that stands in a child of its own. */
function append(row: HTMLElement, isRight: boolean, words: string): void {
  const tag = make('span', `tag ${isRight ? 'right' : 'wrong'}`, icon(isRight ? 'yes' : 'no'), words);
  // A row of a listing or of a match has a place of its own for it.
  const text = row.matches('label, li') ? row.querySelector('[data-text]')?.parentElement : undefined;
  const mark = text ? make('span', '', '\u2002', tag) : tag;
  mark.dataset['mark'] = '';
  (text ?? row).append(mark);
}

/** Marks in the solution what the reader had answered. */
export function markSolution(list: HTMLElement, key: AnswerKey, answer: Answer, text: ClientStrings, sideOf: (value: string) => string): void {
  for (const item of list.querySelectorAll<HTMLElement>('[data-option]')) {
    const value = item.dataset['option'] ?? '';
    if (key.kind === 'order') {
      const place = answer.indexOf(value);
      tag(item, place === Number(value) ? undefined : false, place === Number(value) ? '' : fill(text.yourPlace, { place: place + 1 }));
    } else if (key.kind === 'match') {
      const place = key.right.indexOf(value);
      const given = answer[place];
      const isWrong = place >= 0 && given !== value;
      pick(item, isWrong ? false : undefined);
      tag(item, isWrong ? false : undefined, isWrong ? `${text.youChose} ${sideOf(given ?? '')}` : '');
    } else {
      const isRight = key.right.includes(value);
      const isPicked = entries(list, key, answer).includes(value);
      pick(item, isPicked ? isRight : undefined);
      tag(item, isPicked ? isRight : undefined, isPicked ? (isRight ? text.yourRight : text.yourWrong) : isRight ? text.right : '');
    }
  }
}

/** The entries of the solution that belong to an answer; an answer that was not foreseen has `other`. */
function entries(list: HTMLElement, { kind, right }: AnswerKey, answer: Answer): Answer {
  if (kind !== 'short' && kind !== 'point') return answer;
  const value = kind === 'short' ? normalise(answer[0] ?? '') : (answer[0] ?? '');
  if (right.includes(value)) return right.slice(0, 1);
  return [option(list, value) ? value : 'other'];
}

/** `isRight` is undefined when the entry was not picked. */
function pick(item: HTMLElement, isRight: boolean | undefined): void {
  item.classList.toggle('picked', isRight !== undefined);
  item.classList.toggle('wrong', isRight === false);
  if (isRight !== undefined) item.querySelector('use')?.setAttribute('href', isRight ? '#yes' : '#no');
}

function tag(item: HTMLElement, isRight: boolean | undefined, words: string): void {
  const element = item.querySelector<HTMLElement>('[data-tag]');
  if (!element) return;
  element.classList.toggle('wrong', isRight === false);
  element.hidden = words === '';
  element.textContent = words;
}
