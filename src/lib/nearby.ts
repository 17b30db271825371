/**
 * At most `most` items of a list: those around one of them, or the first ones.
 * @param at index of the item in the middle; -1 for none
 */
export function nearby<T>(items: readonly T[], at: number, most: number): readonly T[] {
  const start = Math.max(0, Math.min(at - Math.floor(most / 2), items.length - most));
  return items.slice(start, start + most);
}
