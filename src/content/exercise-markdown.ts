import type { ExerciseFile } from './read-exercises.ts';

/**
 * An exercise as plain Markdown: task, what is tested, start, hints, worked solution.
 * @param links writes the links of a text out
 */
export function exerciseMarkdown({ data, starter, solution }: ExerciseFile, links: (text: string) => string): string {
  const code = (source: string): string => `\`\`\`python\n${source.trimEnd()}\n\`\`\``;
  const list = (texts: readonly string[]): string => texts.map((text) => `- ${links(text.trim())}`).join('\n');
  return [
    `#### Exercise: ${links(data.title)}`,
    links(data.task.trim()),
    `Tested with these requests:\n\n${list(data.requests.map(({ title }) => title))}`,
    `Where you start:\n\n${code(starter)}`,
    `Hints:\n\n${data.hints.map((hint, i) => `${i + 1}. ${links(hint.trim())}`).join('\n')}`,
    `A worked solution:\n\n${code(solution)}`,
    links(data.explain.trim()),
    `Near misses:\n\n${list(data.wrong.map(({ why }) => why))}`,
  ].join('\n\n');
}
