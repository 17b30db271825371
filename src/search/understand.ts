import type { Engine } from './engine.ts';
import { compounds, isPasted, queryTokens, strongTokens } from './query.ts';
import { nearestWords } from './spelling.ts';
import { isWeak, tokensOf, type Token } from './tokens.ts';

/** What a query asks for. */
export interface Understood {
  /** Its readings: as it was typed, or as it was probably meant; then in the guide's words. */
  readonly readings: readonly (readonly Token[])[];
  /** Written words of several parts, such as `wsgi.input`, that are looked for as a whole, too. */
  readonly compounds: readonly string[];
  /** The query with the words that were probably meant; `undefined` when all of them are known. */
  readonly meant: string | undefined;
  /** Words that the guide does not have, and nothing like them. */
  readonly unknown: readonly string[];
}

/**
 * Finds out what a query asks for: words that the guide does not have are taken for its nearest ones, abbreviations and
 * Russian words for its own.
 * @throws Error when the index cannot be reached
 */
export async function understand(engine: Engine, query: string): Promise<Understood> {
  if (/\p{Script=Cyrillic}/u.test(query)) await engine.addRussian();
  const typed = queryTokens(query);
  const isLine = isPasted(query);
  // Names of machines and modules of a pasted line are not the guide's.
  let parts = isLine ? [] : compounds(query);
  const unknown: string[] = [];
  const repaired: { readonly word: string; readonly meant: string }[] = [];
  const tokens: Token[] = [];
  for (const token of typed) {
    if (isWeak(token.word) || engine.synonyms.knows(token) || (await isKnown(engine, token))) {
      tokens.push(token);
      continue;
    }
    // Many words of a pasted line are nobody's business: names of machines, files, modules.
    const meant = isLine || /\d/.test(token.word) ? undefined : await likeliest(engine, typed, token);
    if (meant === token.word) {
      // The guide has the word, and Pagefind does not: a part of its index did not come.
      if ((await engine.search(token.word)).length === 0) throw new Error(`A part of the search index is out of reach: it lacks “${token.word}”.`);
      tokens.push(token);
      continue;
    }
    if (meant === undefined) {
      unknown.push(token.word);
      continue;
    }
    repaired.push({ word: token.word, meant });
    tokens.push(...tokensOf(meant));
    if (/[_.-]/.test(meant)) parts = [...parts, meant];
  }
  const wrong = [...unknown, ...repaired.map(({ word }) => word)];
  // A word that is only a synonym of the guide's own is not looked for itself: Pagefind would take it for another.
  const isOwn = await Promise.all(tokens.map(async (token) => isWeak(token.word) || !engine.synonyms.knows(token) || (await isKnown(engine, token))));
  const readings = [isOwn.every(Boolean) || isLine ? tokens : [], ...engine.synonyms.readings(tokens, parts.map((part) => tokensOf(part).map(({ stem }) => stem)))];
  return {
    // One letter that is left of a query is not what was asked for.
    readings: unknown.length > 0 && tokens.every(({ word }) => word.length < 2 || isWeak(word)) ? [] : readings.filter((reading) => reading.length > 0),
    compounds: parts.filter((part) => !tokensOf(part).some(({ word }) => wrong.includes(word))),
    meant: repaired.length > 0 ? repaired.reduce((text, { word, meant }) => replaceWord(text, word, meant), query) : undefined,
    unknown,
  };
}

/** Of the words that are near, the one that makes a name together with the rest of the query. */
async function likeliest({ names, words }: Engine, typed: readonly Token[], token: Token): Promise<string | undefined> {
  const apart = names.apart(token.word);
  if (apart !== undefined) return apart;
  const near = nearestWords(token.word, await words());
  if (near.length < 2) return near[0];
  const fits = near.map((word) => Math.max(0, ...names.find(typed.flatMap((other) => (other === token ? tokensOf(word) : [other]))).values()));
  // The nearest is meant, unless another fits clearly better.
  const best = fits.indexOf(Math.max(...fits));
  return (fits[best] ?? 0) > (fits[0] ?? 0) * 1.15 ? near[best] : near[0];
}

function replaceWord(text: string, word: string, by: string): string {
  const at = text.toLowerCase().indexOf(word);
  return at < 0 ? text : text.slice(0, at) + by + text.slice(at + word.length);
}

async function isKnown({ names, search, text }: Engine, token: Token): Promise<boolean> {
  if (names.knows(token)) return true;
  if (/\p{Script=Cyrillic}/u.test(token.word)) return false;
  // Pagefind answers an unknown word by the words that begin like it.
  const [best] = await search(token.word);
  if (!best) return false;
  const words = (await text(best.row)).content.split(/\s+/);
  return best.places.some((place) => tokensOf(words[place] ?? '').some(({ word, stem }) => stem === token.stem || word.startsWith(token.word)));
}

/** The words of all readings that are looked for in the texts, the telling ones first. */
export function wordsToSearch({ names }: Pick<Engine, 'names'>, tokens: readonly Token[], most: number): readonly Token[] {
  const own = [...new Map(strongTokens(tokens).map((token) => [token.stem, token])).values()].filter(({ word }) => !/\p{Script=Cyrillic}/u.test(word));
  return own.sort((a, b) => names.weight(b.stem, b.word) - names.weight(a.stem, a.word)).slice(0, most);
}
