import type { Route, Step } from './model.ts';
import type { Strings } from './strings.ts';

/** A stop of the trace. Texts with `code` between backticks. */
export interface Stop {
  readonly title: string;
  readonly text: string;
  /** `found`: it decides; `skipped`: it does not fit. */
  readonly state: 'found' | 'skipped' | 'passed';
}

/** The steps of a request in words. */
export function stops({ steps }: Route, text: Strings): readonly Stop[] {
  return steps.map((step) => stop(step, text));
}

/** The result in words: what happens, where it comes from, what is left out. */
export function verdict(route: Route, text: Strings): readonly string[] {
  const { outcome, status, location, notSimulated } = route;
  const left = notSimulated.map(({ directive, line }) => `\`${directive}\` (${text.line(line)})`);
  return [text.outcome(outcome, status), text.by(location), ...(left.length > 0 ? [text.leftOut(left.join(', '))] : [])];
}

function stop(step: Step, text: Strings): Stop {
  const say = text.steps;
  const at = (title: string, words: string, state: Stop['state'] = 'passed'): Stop => ({ title, text: words, state });
  const lined = (directive: string, line: number): string => (line > 0 ? `${directive}, ${text.line(line)}` : directive);
  switch (step.kind) {
    case 'refused':
      return at(say.refused, text.faults[step.why], 'found');
    case 'normalised': {
      const changes = step.changes.map((change) => text.changes[change]).join('; ');
      const first = changes.charAt(0).toUpperCase() + changes.slice(1);
      return at(say.normalised, `${changes === '' ? text.unchanged : `${first}.`} ${text.path(step.uri, step.args)}`);
    }
    case 'exact':
      return at(lined(text.location(step), step.line), say.exact, 'found');
    case 'prefix':
      return at(lined(text.location(step), step.line), say.prefixText);
    case 'nested':
      return at(`${say.nested} ${text.location(step)}`, say.nestedText);
    case 'regex-skipped':
      return at(lined(text.location(step), step.line), say.regexSkipped, 'skipped');
    case 'regex-no':
      return at(lined(text.location(step), step.line), say.regexNo, 'skipped');
    case 'regex-yes':
      return at(lined(text.location(step), step.line), say.regexYes(step.captures.map((capture, i) => `\`$${i + 1}\` = \`${capture}\``).join(', ')), 'found');
    case 'chosen':
      return at(lined(text.location(step), step.line), say.chosen, 'found');
    case 'no-location':
      return at(say.noLocation, say.noLocationText);
    case 'slash-redirect':
      return at(say.slash, say.slashText, 'found');
    case 'internal-only':
      return at(say.internalOnly, say.internalOnlyText, 'found');
    case 'not-simulated':
      return at(lined(say.notSimulated(step.directive), step.line), say.notSimulatedText, 'skipped');
    case 'no-value':
      return at(say.noValue(step.variable), say.noValueText, 'skipped');
    case 'rewrite-no':
      return at(lined('`rewrite`', step.line), say.rewriteNo(step.pattern), 'skipped');
    case 'rewrite':
      return at(lined('`rewrite`', step.line), `${say.rewrite(step.uri, step.args)} ${say.flags[step.flag] ?? ''}`);
    case 'rewrite-redirect':
      return at(lined('`rewrite`', step.line), say.rewriteRedirect(step.status, step.url), 'found');
    case 'again':
      return at(say.again, say.againText(step.uri));
    case 'cycle':
      return at(say.cycle, say.cycleText, 'found');
    case 'return':
      return at(lined('`return`', step.line), say.returns(step.status), 'found');
    case 'break':
      return at(lined('`break`', step.line), say.breaks);
    case 'try': {
      const isHit = step.found === step.wanted;
      return at(lined('`try_files`', step.line), `${say.tries(step.path, say.wanted[step.wanted])} ${text.found[step.found]}`, isHit ? 'found' : 'skipped');
    }
    case 'try-last':
      return at(lined('`try_files`', step.line), say.tryLast(step.parameter));
    case 'proxy':
      return at(lined('`proxy_pass`', step.line), `${say.proxy[step.how]} ${say.proxied(step.target)}`, 'found');
    case 'index':
      return at(say.index, `${say.looked(step.path)} ${text.found[step.found]}`, step.found === 'file' ? 'passed' : 'skipped');
    case 'file':
      return at(lined(`\`${step.by}\``, step.line), `${say.looked(step.path)} ${text.found[step.found]}`, step.found === 'file' ? 'found' : 'passed');
    case 'no-index':
      return at(say.noIndex, say.noIndexText(step.path), 'found');
    case 'alias-after-rewrite':
      return at(say.aliasAfterRewrite, say.aliasAfterRewriteText, 'found');
    case 'bad-upstream':
      return at(say.badUpstream, say.badUpstreamText(step.url), 'found');
    case 'error-page':
      return at(lined('`error_page`', step.line), say.errorPage(step.status, step.page));
    case 'internal-redirect':
      return at(say.internalRedirect, say.internalRedirectText(step.uri));
    case 'named':
      return at(`\`${step.name}\``, say.named(step.name, step.found));
    case 'empty-uri':
      return at(say.emptyUri, say.emptyUriText, 'found');
    case 'closed':
      return at(String(step.status), say.closed(step.status), 'found');
  }
}
