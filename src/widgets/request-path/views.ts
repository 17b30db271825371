import { h, withCode } from '../../explorers/dom.ts';
import { phaseOf } from '../../lib/hops.ts';
import { hops, looks, reached, type Case, type Failure, type HopId, type Look, type Scenario } from './model.ts';
import type { Shot } from './recorded.ts';
import type { Strings } from './strings.ts';

/** Draws the mark of a phase. */
export type MakeMark = (phase: string) => Node;

/** What was typed and what was printed; the same markup as Shot.astro. */
export function shotView({ typed, lines, isPart }: Shot, text: Strings, heading?: string): HTMLElement {
  const caption = h('figcaption', {}, ...(heading ? [h('b', {}, withCode(heading)), h('br')] : []), h('code', {}, typed), isPart && ` (${text.inPart})`);
  return h('figure', { class: 'shot' }, caption, h('pre', {}, h('code', {}, lines.length ? lines.join('\n') : text.nothing)));
}

/** The stops of a request, the current one open. */
export function stepsView({ steps }: Scenario, current: number, text: Strings, mark: MakeMark): readonly HTMLElement[] {
  return steps.map(({ hop, isBack, title, says, shots, at, logs }, i) => {
    const phase = isBack ? 'back' : phaseOf(hop);
    const body = h('div', { 'data-body': true, hidden: i === current ? undefined : true }, h('p', {}, withCode(says)), ...shots.map((shot) => shotView(shot, text)));
    if (logs.length) body.append(h('p', { class: 'small' }, `${text.logged}: ${logs.join(', ')}`));
    const where = `${text.hops[hop]}${isBack ? `, ${text.wayBack}` : ''}; ${text.clock(at)}`;
    return h('li', { class: phase, 'aria-current': i === current ? 'step' : undefined }, mark(phase), h('b', {}, title), h('span', { class: 'small quiet' }, where), body);
  });
}

/** How far a request came. */
function wayView(hop: HopId, text: Strings, mark: MakeMark): HTMLElement {
  const seen = reached(hop);
  return h(
    'ol',
    { class: 'way' },
    ...hops.map((id) => {
      const state = id === hop ? 'dead' : seen.includes(id) ? '' : 'unreached';
      return h('li', { class: `${phaseOf(id)} ${state}` }, mark(phaseOf(id)), `${text.hops[id]}${id === hop ? `: ${text.diesHere}` : ''}`);
    }),
  );
}

/** A failure with everything that it left behind. */
export function failureView({ hop, says, broken, looks: found }: Failure, text: Strings, mark: MakeMark): readonly HTMLElement[] {
  return [
    wayView(hop, text, mark),
    h('p', {}, withCode(says)),
    broken === undefined ? h('p', { class: 'small' }, text.notBroken) : h('p', { class: 'small broken' }, `${text.broken}: `, h('code', {}, broken)),
    ...looks.map((look) => shotView(found[look], text, text.looks[look])),
  ];
}

/** A case to work on: what is said, looks to take, and the answer to give. */
export function caseView({ complaint }: Case, failures: readonly Failure[], text: Strings): readonly HTMLElement[] {
  const select = (name: string, label: string, options: readonly (readonly [string, string])[]): HTMLElement =>
    h(
      'div',
      { class: 'field' },
      h('label', { for: `request-path-${name}` }, label),
      h('select', { class: 'in-t', id: `request-path-${name}`, name }, h('option', { value: '' }, text.choose), ...options.map(([value, words]) => h('option', { value }, words))),
    );
  const causes = failures.map(({ id, cause }) => [id, cause] as const).sort(([, one], [, other]) => one.localeCompare(other));
  const buttons = looks.map((look) => h('button', { class: 'btn line', type: 'button', 'data-look': look }, h('span', {}, withCode(text.looks[look]))));
  return [
    h('blockquote', {}, h('p', {}, complaint)),
    h('h4', {}, text.look),
    h('p', { class: 'acts' }, ...buttons),
    h('div', { 'data-taken': true }),
    h(
      'form',
      { 'data-answer-form': true, autocomplete: 'off', 'aria-label': text.name },
      h('h4', {}, text.name),
      select('hop', text.hop, hops.map((id) => [id, text.hops[id]] as const)),
      select('cause', text.cause, causes),
      h('p', { class: 'acts' }, h('button', { class: 'btn solid', type: 'submit' }, text.answer), h('button', { class: 'btn text', type: 'button', 'data-give-up': true }, text.giveUp)),
    ),
  ];
}

/** What is said when a case is closed. */
export function closedView(one: Case, truth: Failure, taken: readonly Look[], isLast: boolean, text: Strings): readonly HTMLElement[] {
  const plain = (look: Look): string => text.looks[look];
  return [
    h('p', { class: 'result' }, h('b', {}, text.truth(text.hops[truth.hop], truth.cause)), ' ', withCode(truth.says)),
    h('p', {}, withCode(text.shortest(one.way.map(plain))), ' ', withCode(one.because)),
    ...one.way.filter((look) => !taken.includes(look)).map((look) => shotView(truth.looks[look], text, text.looks[look])),
    h('p', { class: 'acts' }, h('button', { class: 'btn line', type: 'button', 'data-again': true }, text.again), !isLast && h('button', { class: 'btn solid', type: 'button', 'data-next-case': true }, text.nextCase)),
  ];
}
