/** A line of a plate as it stands on the page. */
export interface PlateLine {
  readonly text: string;
  /** True when a person typed it; false for what a program printed. */
  readonly isTyped: boolean;
}

/** What the copy button of a plate copies: all of a listing, of a transcript only what is typed. */
export function textToCopy(kind: string, lines: readonly PlateLine[]): string {
  const wanted = kind === 'transcript' ? lines.filter(({ isTyped }) => isTyped) : lines;
  return `${wanted.map(({ text }) => text.replace(/\n$/, '')).join('\n')}\n`;
}
