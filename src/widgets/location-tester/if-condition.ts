import { ConfigError } from './errors.ts';
import { regexOf } from './config-directives.ts';
import type { Directive } from './config-directives.ts';

/**
 * Checks the condition of `if` as `ngx_http_rewrite_if_condition` does, and notes its variables.
 * The condition itself is not simulated.
 */
export function checkCondition(at: Directive): void {
  const { line } = at;
  const words = at.words.slice(1);
  const invalid = (word: string | undefined): ConfigError => new ConfigError(`invalid condition "${word ?? ''}"`, line);
  if (!words[0]?.startsWith('(')) throw invalid(words[0]);
  if (words[0] === '(') words.shift();
  else words[0] = words[0].slice(1);
  const last = words.at(-1);
  if (!last?.endsWith(')')) throw invalid(last);
  if (last === ')') words.pop();
  else words[words.length - 1] = last.slice(0, -1);

  const [subject = '', operator, ...rest] = words;
  if (subject.length > 1 && subject.startsWith('$')) {
    if (words.length !== 1 && words.length !== 3) throw invalid(subject);
    at.use(subject.slice(1).toLowerCase(), line);
    if (operator === undefined || operator === '=' || operator === '!=') return;
    if (!/^!?~\*?$/.test(operator)) throw new ConfigError(`unexpected "${operator}" in condition`, line);
    regexOf(at, rest[0] ?? '', operator.endsWith('*'));
    return;
  }
  if (!/^!?-[fdex]$/.test(subject) || words.length !== 2) throw invalid(subject);
}
