/**
 * How Pagefind orders what it finds. Titles decide. Long sections have no advantage over a term's definition.
 */
export const ranking = {
  metaWeights: { title: 5, myth: 2, source: 1, chapter: 0.5 },
  pageLength: 0.4,
  termFrequency: 0.6,
} as const;
