import { fill } from '../shared/format.ts';
import type { LocationName, Route, Step } from './model.ts';
import type { Strings } from './strings.ts';

/** A stop of the trace. Texts with `code` between backticks. */
export interface Stop {
  readonly title: string;
  readonly text: string;
  /** `found`: it decides; `skipped`: it does not fit. */
  readonly state: 'found' | 'skipped' | 'passed';
}

const signs: Readonly<Record<string, string>> = { '\r': '␍', '\n': '␊', '`': "'" };

/** A text as code; what cannot be seen is shown by a sign. */
export function code(text: string): string {
  return `\`${text.replace(/[\x00-\x1f\x7f`]/g, (byte) => signs[byte] ?? '␣')}\``;
}

/** The steps of a request in words. */
export function stops({ steps }: Route, text: Strings): readonly Stop[] {
  return steps.map((step) => stop(step, text));
}

/** The result in words: what happens, where it comes from, what is left out. */
export function verdict(route: Route, text: Strings): readonly string[] {
  const { location, notSimulated } = route;
  const directives = notSimulated.map(({ directive, line }) => fill(text.line, { what: code(directive), line })).join('; ');
  return [outcome(route, text), location ? fill(text.byLine, { line: location.line }) : text.byServer, ...(directives === '' ? [] : [fill(text.leftOut, { directives })])];
}

function outcome({ outcome: result, status }: Route, { outcomes }: Strings): string {
  if (result.kind === 'proxy') return fill(outcomes.proxy, { target: code(result.target) });
  if (result.kind === 'file') return fill(outcomes.file, { path: code(result.path), status: status ?? 200 });
  const values = { status: result.status };
  if (status === null) return fill(outcomes.closed, values);
  const { location, body } = result.kind === 'return' ? result : {};
  if (location !== undefined) return fill(outcomes.location, { ...values, field: code(`Location: ${location}`) });
  if (body === undefined) return fill(outcomes.status, values);
  return body === '' ? fill(outcomes.noText, values) : fill(outcomes.text, { ...values, body: code(body) });
}

function locationCode({ modifier, pattern }: LocationName): string {
  return code(`location ${modifier}${modifier === '' ? '' : ' '}${pattern === '' ? '""' : pattern}`);
}

function stop(step: Step, text: Strings): Stop {
  const { steps, titles, found } = text;
  // The texts of a step fill the places of its sentence, as code.
  const values = Object.fromEntries(Object.entries(step).map(([key, value]) => [key, typeof value === 'string' ? code(value) : String(value)]));
  const at = (what: string, words: string, state: Stop['state'] = 'passed'): Stop => ({
    title: 'line' in step && step.line > 0 ? fill(text.line, { what, line: step.line }) : what,
    text: fill(words, values),
    state,
  });
  const titled = (kind: keyof Strings['titled'], state?: Stop['state']): Stop => {
    const [title, words] = text.titled[kind];
    return at(fill(title, values), words, state);
  };
  switch (step.kind) {
    case 'refused':
      return at(titles.refused, text.faults[step.why], 'found');
    case 'normalised': {
      const changes = step.changes.map((change) => text.changes[change]).join(' ') || text.unchanged;
      const path = fill(step.args === '' ? text.path : text.withQuery, { path: code(step.uri), query: code(step.args) });
      return { title: titles.normalised, text: `${changes} ${path}`, state: 'passed' };
    }
    case 'exact':
    case 'chosen':
      return at(locationCode(step), steps[step.kind], 'found');
    case 'prefix':
    case 'nested':
      return at(locationCode(step), steps[step.kind]);
    case 'regex-skipped':
    case 'regex-no':
      return at(locationCode(step), steps[step.kind], 'skipped');
    case 'regex-yes': {
      const captures = step.captures.map((capture, i) => `\`$${String(i + 1)}\` = ${code(capture)}`).join(', ');
      const { title, state } = at(locationCode(step), '', 'found');
      return { title, state, text: steps['regex-yes'] + (captures === '' ? '' : ` ${fill(steps.captured, { captures })}`) };
    }
    case 'no-location':
    case 'again':
    case 'internal-redirect':
      return titled(step.kind);
    case 'no-value':
    case 'not-simulated':
      return titled(step.kind, 'skipped');
    case 'cycle':
    case 'slash-redirect':
    case 'internal-only':
    case 'no-index':
    case 'alias-after-rewrite':
    case 'bad-upstream':
    case 'empty-uri':
      return titled(step.kind, 'found');
    case 'rewrite-no':
      return at('`rewrite`', steps['rewrite-no'], 'skipped');
    case 'rewrite':
      return at('`rewrite`', `${steps[step.args === '' ? 'rewrite' : 'rewrite-query']} ${text.flags[step.flag as 'last'] ?? ''}`);
    case 'rewrite-redirect':
      return at('`rewrite`', steps['rewrite-redirect'], 'found');
    case 'return':
      return at('`return`', steps.return, 'found');
    case 'break':
      return at('`break`', steps.break);
    case 'try':
      return at('`try_files`', `${steps[`try-${step.wanted}`]} ${found[step.found]}`, step.found === step.wanted ? 'found' : 'skipped');
    case 'try-last':
      return at('`try_files`', steps['try-last']);
    case 'proxy':
      return at('`proxy_pass`', `${text.proxies[step.how]} ${steps.proxy}`, 'found');
    case 'index':
      return at(titles.index, `${steps.looked} ${found[step.found]}`, step.found === 'file' ? 'passed' : 'skipped');
    case 'file':
      return at(`\`${step.by}\``, `${steps.looked} ${found[step.found]}`, step.found === 'file' ? 'found' : 'passed');
    case 'error-page':
      return at('`error_page`', steps['error-page']);
    case 'named':
      return at(code(step.name), steps[step.found ? 'named' : 'no-named']);
    case 'closed':
      return at(String(step.status), steps.closed, 'found');
  }
}
