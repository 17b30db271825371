/** A word as names and queries are compared: its stem, and how it was written. */
export interface Token {
  readonly stem: string;
  /** In small letters, without punctuation. */
  readonly word: string;
}

/** Longer words are cut: no word of the guide is as long. */
const longestWord = 40;

/** The words of a text in small letters; `X-Forwarded-For`, `wsgi.input` and `start_response()` are several. */
export function wordsOf(text: string): readonly string[] {
  return (text.normalize('NFKC').toLowerCase().replace(/[’']s\b/g, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => word.slice(0, longestWord));
}

/** The words of a text with their stems. */
export function tokensOf(text: string): readonly Token[] {
  return wordsOf(text).map((word) => ({ word, stem: stemOf(word) }));
}

/** Words that ask, join or point, and tell one section from another only a little. */
const weak = new Set(
  (
    'a an and are as at be been but by can could did do does for from get had has have how i if in into is it its just me my no not of off on or our please s should so such ' +
    'than that the their them then there these they this to too us use used uses using very was we were what when where which while who whose why will with would you your ' +
    'about after all also any before between both difference during each every explain get gets happen happens look many mean means need one only out over per same see several some still tell through try under until up want while ' +
    'а без в во где для до должен её и из или их как какая какие какой каков когда кто ли мне можно мой моя на не него нужен нужна нужно о об он она они от по при про с со такое так такой также то у ' +
    'чем что чтобы это этот я зачем почему'
  ).split(' '),
);

/** Whether a word says little by itself. */
export function isWeak(word: string): boolean {
  return weak.has(word);
}

/** A word without its commonest endings: enough to bring `workers` to `worker`, `caching` to `cache`, `сертификата` to `сертификат`. */
export function stemOf(word: string): string {
  if (/^[\p{Script=Cyrillic}\p{M}]+$/u.test(word)) return russianStem(word);
  if (!/^[a-z]{4,}$/.test(word)) return word;
  const bare = word
    .replace(/(?<=[a-z]{2})ies$/, 'y')
    .replace(/(?<=[a-z]{2}(?:s|x|z|ch|sh))es$/, '')
    .replace(/(?<=[a-z]{2}[^su])s$/, '')
    .replace(/(?<=[a-z]{3})(?:ing|ed)$/, '');
  // `stopped` → `stop`, `cache` and `cach(ing)` → `cach`.
  return bare.replace(/([bdgmnprt])\1$/, '$1').replace(/(?<=[a-z]{3})e$/, '');
}

const russianEndings = /(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|иям|ией|ость|ости|остью|ия|ие|ии|ию|ий|ый|ой|ей|ая|яя|ое|ее|ые|ых|их|ую|юю|ым|им|ом|ем|ам|ям|ах|ях|ов|ев|ью|а|я|о|е|ы|и|у|ю|ь|й)$/u;

function russianStem(word: string): string {
  const plain = word.replaceAll('ё', 'е');
  if (plain.length < 4) return plain;
  const stem = plain.replace(russianEndings, '');
  return stem.length < 3 ? plain.slice(0, 3) : stem;
}
