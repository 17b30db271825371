import type { QuestionKind } from '../../schemas/quiz.ts';
import type { Answer } from './answer.ts';

const optionsOf = (root: ParentNode): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-controls] [data-option]')];
const inputsOf = (root: ParentNode): readonly HTMLInputElement[] => [...root.querySelectorAll<HTMLInputElement>('[data-controls] input')];
const selectsOf = (root: ParentNode): readonly HTMLSelectElement[] => [...root.querySelectorAll('select')];

/** What the reader has chosen, as it stands in the controls of a question. */
export function readAnswer(root: ParentNode, kind: QuestionKind): Answer {
  switch (kind) {
    case 'order':
      return optionsOf(root).map(({ dataset }) => dataset['option'] ?? '');
    case 'match':
      return selectsOf(root).map(({ value }) => value);
    case 'short':
      return inputsOf(root).map(({ value }) => value.trim());
    default:
      return inputsOf(root).flatMap(({ checked, value }) => (checked ? [value] : []));
  }
}

/** Puts an answer into the controls; `[]` empties them and leaves an order as it is. */
export function writeAnswer(root: ParentNode, kind: QuestionKind, answer: Answer): void {
  switch (kind) {
    case 'order': {
      const options = optionsOf(root);
      const list = options[0]?.parentElement;
      for (const value of answer) {
        const item = options.find(({ dataset }) => dataset['option'] === value);
        if (item) list?.append(item);
      }
      break;
    }
    case 'match':
      for (const [i, select] of selectsOf(root).entries()) select.value = answer[i] ?? '';
      break;
    case 'short':
      for (const input of inputsOf(root)) input.value = answer[0] ?? '';
      break;
    default:
      for (const input of inputsOf(root)) input.checked = answer.includes(input.value);
  }
}

/** All values that an answer may hold. */
export function possibleValues(root: ParentNode): ReadonlySet<string> {
  return new Set([
    ...optionsOf(root).map(({ dataset }) => dataset['option'] ?? ''),
    ...selectsOf(root).flatMap((select) => [...select.options].map(({ value }) => value)),
  ]);
}
