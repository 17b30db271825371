import { find, make, contentOf } from '../shared/dom.ts';
import { fill, fillCount } from '../shared/format.ts';
import type { QuizResult } from './result.ts';
import type { ClientStrings } from './strings.ts';

/**
 * Shows what a finished quiz says: how many, and what to read again.
 * @param root section of the result
 * @param linkTo the page's own link to a section
 */
export function showResult(root: HTMLElement, result: QuizResult, text: ClientStrings, locale: string, linkTo: (see: string) => HTMLAnchorElement | undefined): void {
  const { of, firstRight, right, readAgain, toRepeat } = result;
  const score = firstRight === of ? text.resultAll : text.resultFirst;
  const lines: Node[] = [make('p', 'q-score', fill(score, { right: firstRight, of }), '.', right > firstRight && ` ${fill(text.resultNow, { right, of })}`)];
  if (readAgain.length === 0) lines.push(make('p', '', text.nothingToRead));
  else {
    lines.push(
      make('p', '', make('b', '', text.readAgain)),
      make(
        'ul',
        'q-again',
        ...readAgain.map(({ see, reason, numbers }) => {
          const link = make('a', '', contentOf(linkTo(see)?.querySelector('[data-section]')));
          link.href = `#${see}`;
          const questions = fill(fillCount(text.questions, numbers.length, locale), { numbers: numbers.join(', ') });
          return make('li', '', link, make('span', 'quiet', `${questions}: ${text.because[reason]}`));
        }),
      ),
    );
  }
  find(root, '[data-result-text]').replaceChildren(...lines);
  const repeat = find(root, '[data-repeat]');
  repeat.textContent = fillCount(text.repeat, toRepeat.length, locale);
  repeat.hidden = toRepeat.length === 0;
  root.hidden = false;
}
