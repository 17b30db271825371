/** Words that stand for places of this machine, and what a transcript says instead. */
export type Places = readonly (readonly [from: string, to: string])[];

/** Thrown when output cannot be shown on a page; the message says what to do. */
export class OutputError extends Error {}

/**
 * Turns what a command printed into lines of a transcript: line ends are `\n`, a temporary folder has its
 * lasting name, and the shell speaks as an interactive one (`bash: x: command not found`, no line number).
 * @param shellName name under which the shell was started
 * @throws OutputError for colours, progress bars and other control characters
 */
export function outputLines(output: string, shellName: string, places: Places = []): readonly string[] {
  let text = output
    .replaceAll('\r\n', '\n')
    .replaceAll(new RegExp(`${shellName}: (?:eval: )?(?:line \\d+: )?`, 'g'), 'bash: ')
    .replaceAll(shellName, 'bash');
  for (const [from, to] of places) text = text.replaceAll(from, to);

  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const [index, line] of lines.entries()) {
    const control = /[\x00-\x08\x0b-\x1f\x7f\ufffd]/.exec(line)?.[0];
    if (control === undefined) continue;
    const code = control.charCodeAt(0).toString(16).padStart(2, '0');
    const what = control === '\ufffd' ? 'bytes that are not UTF-8' : `the control character 0x${code}`;
    throw new OutputError(
      `line ${index + 1} of the output holds ${what}: ${JSON.stringify(line)}; switch off colours and progress (curl -s), or pipe it through \`cat -v\` or \`xxd\``,
    );
  }
  return lines;
}
