/**
 * How much each sign counts that a section or an entry is what was asked for. `npm run search:score` says what a change
 * is worth; the queries kept aside say whether it is worth it for others, too.
 */
export const weights = {
  /** A name that another row explains, beside a name of one's own. */
  explained: 0.88,
  /** Added when the words of a name stand in the query in the same order. */
  inOrder: 0.3,
  /** A word that says little by itself (`what`, `do`), beside one that says something. */
  weak: 0.12,
  /** Power of the share of the query that a name has: in a question single words say less. */
  share: 1,
  shareOfQuestion: 2,
  /** Power of the share of a name that the query has: names of failures are long, and only a part of one is pasted. */
  rest: 0.5,
  restOfError: 0.1,

  /** What texts say, beside what names say; more for a question, and for a name of code, which few headings have. */
  text: 0.6,
  textOfQuestion: 1,
  textOfCode: 1,
  /** Of a text's score: that it has the words, how many of them, and how many in one sentence. */
  anyWord: 0.4,
  allWords: 0.3,
  together: 0.3,
  /** How well a page fits a word, as Pagefind says, beside the page having it. */
  pagefind: 0.6,

  /** A reading of the query in other words; power of how much longer it is, such as a heading for one word. */
  otherWords: 0.96,
  otherLength: 0.25,
  /** A page that has only parts of what is written as one word. */
  torn: 0.4,
  /** A failure, when the query is what a failing program says. */
  failureToError: 1.4,
  /** When it is not: its names, and its text besides. */
  failureToOther: 0.8,
  failureText: 0.75,
  /** Sections, and definitions, when the query is a question that a section answers. */
  sectionToQuestion: 1.35,
  termToQuestion: 0.8,
  /** A chapter as a whole, beside its sections. */
  whole: 0.75,
  /** Added when the text of a failure has all of a copied line, word by word. */
  run: 1.5,
} as const;
