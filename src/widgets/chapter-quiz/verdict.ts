import { isPartRight, normalise, tally, type Answer, type AnswerKey } from './answer.ts';
import { contentOf, find, make, option } from '../shared/dom.ts';
import { fillCount, type Plural } from '../shared/format.ts';
import { verdict } from '../shared/verdict-line.ts';
import type { ClientStrings } from './strings.ts';

/** What a sentence about an answer needs. */
export interface VerdictContext {
  readonly key: AnswerKey;
  readonly answer: Answer;
  /** List of the solution: explanations are copied from it. */
  readonly solution: HTMLElement;
  readonly text: ClientStrings;
  readonly locale: string;
}

/** After a first wrong check: how much is right, and the explanation of what was chosen; nothing else. */
export function wrongVerdict(context: VerdictContext): HTMLElement {
  const { key, answer, solution, text } = context;
  const why = (value: string): DocumentFragment => contentOf((option(solution, value) ?? option(solution, 'other'))?.querySelector('[data-why]'));
  switch (key.kind) {
    case 'several': {
      const wrong = answer.filter((value) => !isPartRight(key, value, 0));
      return verdict(false, tallyText(context), explained(solution, wrong.map((value) => [value, why(value)])));
    }
    case 'order': {
      const first = answer.find((value, place) => !isPartRight(key, value, place)) ?? '';
      return verdict(false, counted(context, text.countInPlace, text.noneInPlace), text.firstOut, explained(solution, [[first, why(first)]]));
    }
    case 'match': {
      // A right side that belongs to nobody has an explanation of its own; any other wrong one has that of its row.
      const wrong = key.right.flatMap((left, place) => {
        const given = answer[place] ?? '';
        return isPartRight(key, given, place) ? [] : [[left, why(given.startsWith('extra-') ? given : left)] as const];
      });
      return verdict(false, counted(context, text.countMatched, text.noneMatched), explained(solution, wrong));
    }
    case 'short':
      return verdict(false, text.isWrong, why(normalise(answer[0] ?? '')));
    default:
      return verdict(false, text.isWrong, why(answer[0] ?? ''));
  }
}

function explained(solution: HTMLElement, parts: readonly (readonly [value: string, why: DocumentFragment])[]): DocumentFragment {
  const lines = document.createDocumentFragment();
  for (const [value, why] of parts) {
    const item = option(solution, value);
    const name = make('i', '', contentOf(item && find(item, '[data-text]')));
    lines.append(make('span', 'q-part', name, /[.?!]$/.test(name.textContent ?? '') ? ' ' : ': ', why));
  }
  return lines;
}

function counted({ key, answer, locale }: VerdictContext, forms: Plural, none: string): string {
  const { right } = tally(key, answer);
  return right === 0 ? none : fillCount(forms, right, locale);
}

function tallyText({ key, answer, text, locale }: VerdictContext): string {
  const { right, wrong, missed } = tally(key, answer);
  const parts = ([[right, text.countRight], [wrong, text.countWrong], [missed, text.countMissed]] as const)
    .filter(([count]) => count > 0)
    .map(([count, forms]) => fillCount(forms, count, locale));
  return `${parts.join(', ')}.`;
}
