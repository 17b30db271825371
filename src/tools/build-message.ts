/** What Astro and Vite add to an error. */
interface Located {
  readonly message: string;
  readonly hint?: string;
  readonly loc?: { readonly file?: string; readonly line?: number; readonly column?: number };
  readonly stack?: string;
}

/** Stands before the reason for which a step of the build stopped: what came before was written along the way. */
export const reasonMark = 'Why it stopped:\n';

/**
 * An error of the build as text: its message with file and line. A stack is only of use where an error
 * has no place and is not about the content, since it then comes from the code of this project.
 */
export function buildMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { name, message, hint, loc, stack }: Located & { name: string } = error;
  if (['ContentError', 'DiagramError', 'ExcerptError'].includes(name)) return message;
  const file = loc?.file?.replace(`${process.cwd()}/`, '');
  const known = file && !message.includes(file) ? `${file}:${loc?.line ?? 1}: ${message}` : message;
  if (file || /^(Astro|MDX|Yaml|User)/i.test(name)) return [known, hint].filter(Boolean).join('\n');
  return stack ?? message;
}
