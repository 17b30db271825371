import type { Choice } from '../../search/find.ts';
import type { ResultKind } from '../../search/record.ts';
import type { SearchStrings } from './strings.ts';

/** What a reader narrows the results to; what is left out is not narrowed. */
export type Narrowed = Pick<Choice, 'kind' | 'part'>;

/** A list to choose from; `''` stands for all. */
export interface Filter {
  readonly name: keyof Narrowed;
  readonly label: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

/** The two lists, in the order in which they are shown: as options of a select on the search page and in the dialog. */
export function filtersOf({ kinds, filter }: SearchStrings): readonly Filter[] {
  const { kind, allKinds, chapters, part, allParts, partNumber } = filter;
  return [
    { name: 'kind', label: kind, options: [['', allKinds], ['chapter', chapters], ...Object.entries(kinds)] },
    { name: 'part', label: part, options: [['', allParts], ...([1, 2, 3] as const).map((number) => [String(number), partNumber(number)] as const)] },
  ];
}

/** The lists of a form or page. */
export function selectsIn(root: ParentNode): readonly HTMLSelectElement[] {
  return [...root.querySelectorAll<HTMLSelectElement>('select[name="kind"], select[name="part"]')];
}

/** What is chosen. */
export function narrowedBy(selects: readonly Pick<HTMLSelectElement, 'name' | 'value'>[]): Narrowed {
  const value = (name: keyof Narrowed): string => selects.find((select) => select.name === name)?.value ?? '';
  const [kind, part] = [value('kind'), value('part')];
  return { ...(kind && { kind: kind as ResultKind }), ...(part && { part: Number(part) }) };
}

/** The choice in words: `Failures, Part 3`; `''` when nothing is narrowed. */
export function narrowedInWords({ kind, part }: Narrowed, text: SearchStrings): string {
  const [kinds, parts] = filtersOf(text).map(({ options }) => new Map(options));
  return [kind && kinds?.get(kind), part && parts?.get(String(part))].filter(Boolean).join(', ');
}

/** The query and the choice as the end of the search page's address: `?q=502&kind=failure`; `''` for nothing. */
export function searchOf(query: string, narrowed: Narrowed): string {
  const search = new URLSearchParams(query ? { q: query } : {});
  for (const [name, value] of Object.entries(narrowed)) search.set(name, String(value));
  return search.size > 0 ? `?${search}` : '';
}
