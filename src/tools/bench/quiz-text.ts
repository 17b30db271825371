import { sentence, words } from './words.ts';

/** A quiz of eight questions: choices, several, order, match, short. */
export function quizText(slug: string, random: () => number): string {
  const objectives = ['first-objective', 'second-objective', 'third-objective'];
  const question = (i: number, kind: string, level: string, rest: string): string =>
    `  - id: question-${i}\n    rev: 1\n    kind: ${kind}\n    level: ${level}\n    objective: ${objectives[i % 3]}\n    see: part-${1 + (i % 8)}\n    prompt: ${sentence(random)} What then?\n${rest}`;
  const option = (isRight: boolean): string => `      - { text: "${words(random, 6)}.", ${isRight ? 'correct: true, ' : ''}why: "${sentence(random)}" }\n`;
  const options = (...right: readonly boolean[]): string => `    options:\n${right.map(option).join('')}`;
  const three = (line: () => string): string => [1, 2, 3].map(line).join('');

  return `chapter: ${slug}\nquestions:\n${[
    question(0, 'choice', 'apply', options(true, false, false, false)),
    question(1, 'choice', 'apply', options(false, true, false, false)),
    question(2, 'several', 'apply', options(true, true, false, false)),
    question(3, 'order', 'understand', `    items:\n${three(() => `      - { text: "${words(random, 5)}.", why: "${sentence(random)}" }\n`)}`),
    question(4, 'match', 'recall', `    pairs:\n${three(() => `      - { left: "${words(random, 3)}.", right: "${words(random, 5)}.", why: "${sentence(random)}" }\n`)}`),
    question(5, 'short', 'apply', `    accept: ["${words(random, 1)} five"]\n    wrong:\n${[1, 2].map((n) => `      - { answer: "${words(random, 1)} ${n}", why: "${sentence(random)}" }\n`).join('')}    why: ${sentence(random)}\n    otherwise: ${sentence(random)}\n`),
    question(6, 'choice', 'understand', options(false, false, true)),
    question(7, 'choice', 'apply', options(false, false, false, true)),
  ].join('')}`;
}
