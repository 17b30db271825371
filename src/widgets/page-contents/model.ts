/**
 * Which section is being read.
 * @param tops distance of each heading from the top of the window, in the order of the page
 * @param line distance at which a section counts as reached
 * @returns index of the section, or 0 before the first one
 */
export function sectionAt(tops: readonly number[], line: number): number {
  return Math.max(0, tops.findLastIndex((top) => top <= line));
}
