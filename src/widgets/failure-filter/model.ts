/** What a reader looks for in the failure catalogue; an empty field asks nothing. */
export interface FailureQuery {
  /** Words of an error message, or a whole line pasted from a log. */
  readonly text: string;
  /** Id of a stop, such as `gateway`. */
  readonly hop: string;
  /** HTTP status as text; `none` for failures without an HTTP answer. */
  readonly status: string;
}

/** What the catalogue says of one failure. */
export interface FailureEntry {
  /** Symptom, other symptoms, log line, cause, check, fix. */
  readonly text: string;
  readonly hop: string;
  readonly status: string;
}

/** Longest text that is looked at. */
export const maxQuery = 400;

/** From so many words on, a text counts as a pasted line, whose times and numbers are somebody else's. */
const pastedLine = 6;
/** Share of a pasted line's words that an entry must hold. */
const enough = 0.6;

/** Words of a text: lower case, without the punctuation around them. */
export function wordsOf(text: string): readonly string[] {
  return text
    .slice(0, maxQuery)
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}_$%/.]+|[^\p{L}\p{N}_)%/]+$/gu, ''))
    .filter(Boolean);
}

/**
 * True when an entry answers a query. A few words must all occur; of a pasted line, most of the words that have
 * three letters or more, since times, numbers and addresses differ from the recorded line.
 */
export function isAnswer(entry: FailureEntry, { text, hop, status }: FailureQuery): boolean {
  if (hop && entry.hop !== hop) return false;
  if (status && entry.status !== status) return false;
  const words = wordsOf(text);
  const own = entry.text.toLowerCase();
  if (words.length < pastedLine) return words.every((word) => own.includes(word));
  const telling = [...new Set(words.filter((word) => /\p{L}{3}/u.test(word)))];
  if (telling.length === 0) return false;
  return telling.filter((word) => own.includes(word)).length / telling.length >= enough;
}

/** A query as the search part of an address: empty fields are left out. */
export function toSearch(query: FailureQuery): string {
  const search = new URLSearchParams();
  if (query.text.trim()) search.set('q', query.text.trim().slice(0, maxQuery));
  if (query.hop) search.set('hop', query.hop);
  if (query.status) search.set('status', query.status);
  const text = search.toString();
  return text ? `?${text}` : '';
}

/** The query of an address; a stop or status that the page does not offer is dropped. */
export function fromSearch(search: string, hops: readonly string[], statuses: readonly string[]): FailureQuery {
  const values = new URLSearchParams(search);
  const offered = (name: string, list: readonly string[]): string => {
    const value = values.get(name) ?? '';
    return list.includes(value) ? value : '';
  };
  return { text: (values.get('q') ?? '').slice(0, maxQuery), hop: offered('hop', hops), status: offered('status', statuses) };
}
