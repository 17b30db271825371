/** Which of the 256 bytes belong to a set. */
export type ByteSet = readonly boolean[];

/** The set of the given bytes; with `caseless`, in both cases (ASCII, as PCRE without UTF); or its complement. */
export function classSet(bytes: string, caseless: boolean, negated = false): ByteSet {
  const members = new Set(bytes);
  if (caseless) {
    for (const byte of bytes) {
      if (!/[a-zA-Z]/.test(byte)) continue;
      members.add(byte.toLowerCase());
      members.add(byte.toUpperCase());
    }
  }
  return Array.from({ length: 256 }, (_, code) => members.has(String.fromCharCode(code)) !== negated);
}

const where = (pattern: RegExp, negated = false): ByteSet =>
  Array.from({ length: 256 }, (_, code) => (code < 128 && pattern.test(String.fromCharCode(code))) !== negated);

const digit = /\d/;
const word = /\w/;
const white = /[\t\n\v\f\r ]/;
/** `\h` and `\v` also hold U+00A0 and U+0085, which are single bytes in PCRE without UTF. */
const horizontal = classSet('\t \xa0', false);
const vertical = classSet('\n\v\f\r\x85', false);
const not = (set: ByteSet): ByteSet => set.map((has) => !has);

/** Escapes that stand for a set of bytes. */
export const escapeSets: Readonly<Record<string, ByteSet>> = {
  d: where(digit),
  D: where(digit, true),
  w: where(word),
  W: where(word, true),
  s: where(white),
  S: where(white, true),
  h: horizontal,
  H: not(horizontal),
  v: vertical,
  V: not(vertical),
  N: classSet('\n', false, true),
};

const posix: Readonly<Record<string, RegExp>> = {
  alpha: /[A-Za-z]/,
  lower: /[a-z]/,
  upper: /[A-Z]/,
  alnum: /[A-Za-z0-9]/,
  digit,
  xdigit: /[0-9A-Fa-f]/,
  word,
  space: white,
  blank: /[\t ]/,
  cntrl: /[\x00-\x1f\x7f]/,
  graph: /[!-~]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  ascii: /[\x00-\x7f]/,
};

/** The set of `[:name:]`, or nothing when PCRE knows no such class. */
export function posixSet(name: string, negated: boolean): ByteSet | undefined {
  const pattern = posix[name];
  return pattern && where(pattern, negated);
}
