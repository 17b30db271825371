import { find, make } from '../shared/dom.ts';
import { fill } from '../shared/format.ts';
import { ownMarkup } from '../shared/trusted.ts';
import type { ExamFileQuestion } from './questions.ts';

/**
 * Puts fetched questions in the place of those that stand in the page.
 * @param heading text above each, with `{n}` and `{of}`
 */
export function placeQuestions(root: HTMLElement, questions: readonly ExamFileQuestion[], heading: string): void {
  for (const old of root.querySelectorAll('[data-question]')) old.remove();
  const number = new Map(questions.map(({ key }, i) => [key, i + 1]));
  for (const part of root.querySelectorAll<HTMLElement>('[data-part]')) {
    const own = questions.filter((question) => String(question.part) === part.dataset['part']);
    part.hidden = own.length === 0;
    part.append(...own.map(({ key, html }) => {
      const question = parsed(html);
      find(question, 'h3').textContent = fill(heading, { n: number.get(key) ?? 0, of: questions.length });
      return question;
    }));
  }
  find(root, '.q-key ol').replaceChildren(...questions.map(({ answer }) => parsed(answer)));
}

/** The one element of markup that the site itself made. */
export function parsed(html: string): HTMLElement {
  return find(ownMarkup(html), '*');
}

/** A question as the map of the exam shows it. */
export interface Mapped {
  /** Id of its element. */
  readonly id: string;
  readonly number: number;
  readonly state: 'open' | 'again' | 'right' | 'wrong';
}

/** Fills the map: a link to each question, which says its state in words and by its look. */
export function showMap(list: HTMLElement, questions: readonly Mapped[], words: Readonly<Record<Mapped['state'], string>>): void {
  const links = [...list.querySelectorAll('a')];
  list.replaceChildren(...questions.map(({ id, number, state }, i) => {
    // A link that has focus stays the same element.
    const link = links[i] ?? make('a', '');
    link.href = `#${id}`;
    link.dataset['state'] = state;
    link.replaceChildren(String(number), ...(words[state] ? [make('span', 'vh', ` ${words[state]}`)] : []));
    return link.closest('li') ?? make('li', '', link);
  }));
}
