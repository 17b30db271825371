import { isPartRight, type Answer, type AnswerKey } from './answer.ts';
import { icon, make, option } from './dom.ts';
import { fill } from './format.ts';
import type { ClientStrings } from './strings.ts';

const classes = ['picked', 'right', 'wrong'] as const;

/** Takes all marks off the controls, or off one row of them. */
export function clearMarks(root: ParentNode): void {
  for (const tag of root.querySelectorAll('.tag[data-mark]')) tag.remove();
  for (const marked of root.querySelectorAll('.picked')) marked.classList.remove(...classes);
  for (const invalid of root.querySelectorAll('[aria-invalid]')) invalid.removeAttribute('aria-invalid');
}

/** Marks in the controls what was checked: each part as right or not, and nothing else. */
export function markControls(controls: HTMLElement, key: AnswerKey, answer: Answer, text: ClientStrings): void {
  clearMarks(controls);
  const inPlace = key.kind === 'order';
  if (key.kind === 'short') {
    if (!isPartRight(key, answer[0] ?? '', 0)) controls.querySelector('input')?.setAttribute('aria-invalid', 'true');
    return;
  }
  const rows = key.kind === 'match' ? [...controls.querySelectorAll<HTMLElement>('[data-option]')] : undefined;
  for (const [place, value] of answer.entries()) {
    const row = rows?.[place] ?? option(controls, value);
    const isRight = isPartRight(key, value, place);
    const words = inPlace ? (isRight ? text.inPlace : text.notHere) : isRight ? text.yourRight : text.yourWrong;
    const tag = make('span', `tag ${isRight ? 'right' : 'wrong'}`, icon(isRight ? 'yes' : 'no'), words);
    tag.dataset['mark'] = '';
    row?.classList.add('picked', isRight ? 'right' : 'wrong');
    if (!isRight) row?.querySelector('select')?.setAttribute('aria-invalid', 'true');
    (key.kind === 'point' || key.kind === 'match' ? row : (row?.querySelector(':scope > span') ?? row))?.append(tag);
  }
}

/** Marks in the solution what the reader had answered. */
export function markSolution(list: HTMLElement, key: AnswerKey, answer: Answer, text: ClientStrings, sideOf: (value: string) => string): void {
  for (const item of list.querySelectorAll<HTMLElement>('[data-option]')) {
    const value = item.dataset['option'] ?? '';
    const place = key.kind === 'match' ? key.right.indexOf(value) : answer.indexOf(value);
    if (key.kind === 'order') mark(item, place < 0 || place === Number(value) ? undefined : false, fill(text.yourPlace, { place: place + 1 }), false);
    else if (key.kind === 'match') {
      const given = answer[place];
      const wrong = place >= 0 && given !== value;
      mark(item, wrong ? false : undefined, wrong ? `${text.youChose} ${sideOf(given ?? '')}` : '', true);
    } else {
      const isRight = isPartRight(key, value, key.right.indexOf(value));
      const picked = place >= 0;
      mark(item, picked ? isRight : undefined, picked ? (isRight ? text.yourRight : text.yourWrong) : isRight ? text.right : '', true);
    }
  }
}

/** `picked` says whether what was picked is right; undefined when it was not picked. */
function mark(item: HTMLElement, picked: boolean | undefined, words: string, wash: boolean): void {
  item.classList.toggle('picked', wash && picked !== undefined);
  item.classList.toggle('wrong', picked === false);
  if (picked !== undefined) item.querySelector('use')?.setAttribute('href', picked ? '#yes' : '#no');
  const tag = item.querySelector<HTMLElement>('[data-tag]');
  if (!tag) return;
  tag.hidden = words === '' || (!wash && picked === undefined);
  tag.textContent = words;
}
