import { isWeak, tokensOf, type Token } from './tokens.ts';

/** Longer queries are cut: nobody types them, and a pasted log has its meaning at the start. */
export const longestQuery = 500;

/** Of a long query only so many words are searched. */
const mostWords = 48;

/** A query as it is searched: one line, bounded, without halves of letters, which no address can hold. */
export function boundQuery(query: string): string {
  // Cut before anything else looks at it: a pasted book costs no more than a line.
  const start = query.slice(0, longestQuery * 8);
  return Array.from(start.replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').trim()).slice(0, longestQuery).join('').trim();
}

/** Parts of pasted lines that belong to one machine and one moment: they are in nobody's index. */
const ofTheMoment = [
  /\b\d{4}[-/]\d\d[-/]\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)?(?:\s?[+-]\d{4}|Z)?/g,
  /\b\d+#\d+:|\*\d+(?=\s)|\(pid[: ]?\d+\)|\bpid:? ?\d+/gi,
  /\b(?:client|server|request|host|referrer|upstream|port):\s*(?:"[^"]*"|\S+)/g,
  /\bhttps?:\/\/[^\s"']+/g,
  /\b(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?\b/g,
];

/** The words of a query; of a pasted line those that could stand in any log. */
export function queryTokens(query: string): readonly Token[] {
  const general = isPasted(query) ? tokensOf(ofTheMoment.reduce((text, part) => text.replace(part, ' '), query)) : [];
  return (general.length > 0 ? general : tokensOf(query)).slice(0, mostWords);
}

/** Whether the query is a line of a log or an error, not words that somebody typed. */
export function isPasted(query: string): boolean {
  return tokensOf(query).length > 7 && /[[\]:="'(){}<>]/.test(query);
}

/** Whether it looks like something that a program said when it failed. */
export function isErrorText(query: string): boolean {
  return (
    /\b(?:error|errno|failed|failure|refused|timed out|exception|fatal|critical|warn(?:ing)?|denied|forbidden|traceback|not found|unavailable|prematurely|aborted|unexpected|invalid|malformed|mismatch|unsupported|cannot|could not|couldn[’']t|unable to|too (?:many|large|long|big)|no such|not allowed|not set|reset by peer)\b/i.test(query) ||
    /\b(?:E[A-Z]{4,}|ERR_[A-Z_]+|[45]\d\d|AH\d{5})\b|curl: ?\(|[a-z]Error\b/.test(query)
  );
}

/** Whether it asks how, why, whether or what happens: a section answers that, where a definition answers “what is”. */
export function isHowQuestion(query: string): boolean {
  if (/^(?:what|who) (?:is|are|does|do) (?:an? |the )?\S+(?: \S+)?(?: (?:mean|do|stand for))?\??$/i.test(query)) return false;
  return /^(?:how|why|what|does|do|did|can|could|should|which|when|where|who|is|are|will|как|почему|зачем|где|когда|сколько|можно|нужно|нужен|что (?!такое)|чем|кто)\s+\S+\s+\S+/iu.test(query);
}

/** The words that say something; all of them, when none does. */
export function strongTokens(tokens: readonly Token[]): readonly Token[] {
  const strong = tokens.filter(({ word }) => !isWeak(word));
  return strong.length > 0 ? strong : tokens;
}

/** What stands between spaces and is several words by our count: `wsgi.input`, `X-Forwarded-For`, `proxy_pass`. */
export function compounds(query: string): readonly string[] {
  const found = query.split(/[\s"“”'(){}<>,;]+/).map((part) => part.replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, ''));
  return [...new Set(found.filter((part) => part.length < 60 && /\p{L}/u.test(part) && /^[\p{L}\p{N}]+(?:[-._:/][\p{L}\p{N}]+)+$/u.test(part)))].slice(0, 3);
}
