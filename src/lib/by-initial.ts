/** Entries under one letter. */
export interface InitialGroup<T> {
  /** The letter, or `#` for what begins otherwise. */
  readonly initial: string;
  /** Id of its heading. */
  readonly id: string;
  readonly items: readonly T[];
}

/** Sorts entries as a dictionary of the language does, and groups them by their first letter. */
export function byInitial<T>(items: readonly T[], name: (item: T) => string, locale: string): readonly InitialGroup<T>[] {
  const collator = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  const bare = (item: T): string => name(item).replace(/[^\p{L}\p{N}]/gu, '');
  const groups = new Map<string, T[]>();
  for (const item of [...items].sort((a, b) => collator.compare(bare(a), bare(b)) || collator.compare(name(a), name(b)))) {
    const first = bare(item).charAt(0).toLocaleUpperCase(locale);
    const initial = /\p{L}/u.test(first) ? first : '#';
    groups.set(initial, [...(groups.get(initial) ?? []), item]);
  }
  return [...groups].map(([initial, own]) => ({ initial, id: `letter-${initial === '#' ? 'other' : initial.toLocaleLowerCase(locale)}`, items: own }));
}
