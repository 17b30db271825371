/** The words after a fence's language: flags (`sketch`) and values (`src=app.py`, `caption="The callable"`). */
export interface FenceMeta {
  readonly flags: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Parses a fence's meta text.
 * @throws Error when a quotation mark is not closed or a word is not `name`, `name=value` or `name="value"`
 */
export function parseFenceMeta(meta: string | null | undefined): FenceMeta {
  const flags: string[] = [];
  const values: Record<string, string> = {};
  let rest = (meta ?? '').trim();
  while (rest) {
    const match = /^([a-z][a-zA-Z0-9-]*)(?:=(?:"([^"]*)"|([^\s"]+)))?(?:\s+|$)/.exec(rest);
    if (!match) {
      throw new Error(`cannot read \`${rest.slice(0, 60)}\` after the fence's language; write name=value or name="two words"`);
    }
    const [whole, name = '', quoted, bare] = match;
    const value = quoted ?? bare;
    if (value === undefined) flags.push(name);
    else values[name] = value;
    rest = rest.slice(whole.length);
  }
  return { flags, values };
}

/**
 * Parses a list of lines such as `3-5,9` into `[3, 4, 5, 9]`.
 * @throws Error when it is not of that form
 */
export function parseLines(text: string | undefined): readonly number[] {
  if (!text) return [];
  return text.split(',').flatMap((part) => {
    const match = /^(\d+)(?:-(\d+))?$/.exec(part.trim());
    const first = Number(match?.[1]);
    const last = Number(match?.[2] ?? match?.[1]);
    if (!match || first < 1 || last < first) throw new Error(`\`${text}\` is not a list of lines; write such as 3-5,9`);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
}

/** A note on one line of a listing. */
export interface LineNote {
  /** Line as shown, counted from 1. */
  readonly line: number;
  /** Inline Markdown. */
  readonly text: string;
}

/**
 * Parses a fence's body: one note a line, `2: text`; a note goes on where a line begins with a space.
 * @throws Error for a line that is not a note (code comes from its file, never from the fence)
 */
export function parseNotes(body: string): readonly LineNote[] {
  const notes: { line: number; text: string }[] = [];
  for (const row of body.split('\n')) {
    if (!row.trim()) continue;
    const match = /^(\d+): (.+)$/.exec(row);
    const last = notes.at(-1);
    if (match) notes.push({ line: Number(match[1]), text: (match[2] ?? '').trim() });
    else if (last && /^\s/.test(row)) last.text += ` ${row.trim()}`;
    else {
      throw new Error(
        `\`${row.slice(0, 60)}\` is not a note; the fence's body holds notes only, such as \`2: text\`, and the code comes from its file`,
      );
    }
  }
  return notes;
}
