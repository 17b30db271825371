import { plainText } from '../../markdown/inline.ts';
import { isWeak, tokensOf } from '../../search/tokens.ts';
import type { Problem } from '../problem.ts';
import type { Guide } from '../read-guide.ts';

/** Synonyms lead to words that the guide's headings and entries have, and each spelling stands there once. */
export function checkSynonyms(guide: Guide): readonly Problem[] {
  const known = new Set(namesOf(guide).flatMap((name) => tokensOf(plainText(name)).map(({ stem }) => stem)));
  const seen = new Set<string>();
  return guide.synonyms.flatMap(({ data, file, line, field }) => {
    const unknown = tokensOf(data.means).filter(({ stem, word }) => !known.has(stem) && !isWeak(word));
    const problems: Problem[] = unknown.map(({ word }) => ({ file, line, field: `${field}.means`, message: `no heading, term or failure has the word “${word}”; write words that they have` }));
    for (const ask of data.ask) {
      const spelling = tokensOf(ask).map(({ stem }) => stem).join(' ');
      if (seen.has(spelling)) problems.push({ file, line, field: `${field}.ask`, message: `“${ask}” is explained twice (endings do not matter); keep one` });
      seen.add(spelling);
    }
    return problems;
  });
}

function namesOf({ chapters, terms, failures, myths, timeOuts, pages }: Guide): readonly string[] {
  return [
    ...chapters.flatMap(({ frontMatter, body }) => [frontMatter.title, frontMatter.short, ...body.headings.map(({ title }) => title)]),
    ...terms.flatMap(({ data }) => [data.term, ...(data.also ?? [])]),
    ...failures.flatMap(({ data }) => [data.symptom, ...(data.also ?? [])]),
    ...myths.map(({ data }) => data.statement),
    ...timeOuts.flatMap(({ data }) => [data.setting, data.who]),
    ...pages.map(({ name }) => name),
  ];
}
