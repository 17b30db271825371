/**
 * Splits a heading's text from the id that its author wrote behind it: `Four ways [#four-ways]`.
 * Ids are written, not derived, so that they are the same in every edition and survive a better title.
 */
export function headingWithId(text: string): { readonly text: string; readonly id: string | undefined } {
  const match = /^([\s\S]*?)\s*\[#([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\]\s*$/.exec(text);
  return match ? { text: match[1] ?? '', id: match[2] } : { text: text.trim(), id: undefined };
}
