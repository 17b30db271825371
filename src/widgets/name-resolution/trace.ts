import type { Phase } from '../../lib/hops.ts';
import type { Step } from './model.ts';
import type { Strings } from './strings.ts';
import type { Caches } from './world.ts';

/** A stop of the trace. Texts with `code` between backticks. */
export interface Stop {
  readonly title: string;
  readonly text: string;
  /** `found` ends the look-up. */
  readonly state: 'asked' | 'found';
  readonly phase: Phase;
}

/** The steps of a look-up in words. */
export function stops(steps: readonly Step[], text: Strings): readonly Stop[] {
  return steps.map((step) => stop(step, text));
}

function stop(step: Step, text: Strings): Stop {
  const { titles } = text;
  const of = (title: string, words: string, isFound = false): Stop => ({ title, text: words, state: isFound ? 'found' : 'asked', phase: 'reach' });
  switch (step.at) {
    case 'browser-cache':
      return of(titles.browserCache, text.browserCache(step.found, step.left), step.found);
    case 'order':
      return of(titles.order, text.order(step.sources, step.isBrowsers));
    case 'hosts':
      return of(titles.hosts(step.found.length === 1 ? step.found[0]?.line : undefined), text.inHosts(step.found.length), step.found.length > 0);
    case 'stub':
      return of(titles.stub(step.isDoh), text.stub(step.isDoh, step.isSilent));
    case 'cache':
      return of(titles.cache, text.cache(step.found, step.name, step.left), step.found === 'records');
    case 'server': {
      const words = text.replies(step.reply, step.name, step.type);
      return of(titles.server(step.zone), step.kept > 0 ? `${words} ${text.keeps(step.kept)}` : words, step.reply.kind === 'records');
    }
    case 'answer':
      return of(titles.answer, step.answer.kind === 'servfail' ? text.failed[step.answer.why] : text.answered(step.answer.kind));
  }
}

/** A row of the table of what is remembered. */
export type KeptRow = readonly [where: string, question: string, answer: string, left: string];

/** What every cache holds at a time, the browser's first. */
export function keptRows({ browser, resolver, doh }: Caches, now: number, text: Strings): readonly KeptRow[] {
  const row = (where: 'browser' | 'resolver' | 'doh', key: string, answer: string, until: number): KeptRow[] =>
    until > now ? [[text.where[where], key.replace('/', ' '), answer, text.seconds(until - now)]] : [];
  const caches = { resolver, doh } as const;
  return [
    ...Object.entries(browser).flatMap(([key, { addresses, until }]) => row('browser', key, addresses.join(', '), until)),
    ...(['resolver', 'doh'] as const).flatMap((where) =>
      Object.entries(caches[where]).flatMap(([key, { records, isNoName, until }]) =>
        row(where, key, records.map(({ value }) => value).join(', ') || text.noSuch[isNoName ? 'no-name' : 'no-data'], until),
      ),
    ),
  ];
}
