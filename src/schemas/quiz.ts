import { z } from 'zod';
import { normalise } from '../widgets/chapter-quiz/answer.ts';
import { idSchema, slugSchema, textSchema } from './common.ts';

/** One answer that can be chosen. */
export const optionSchema = z.strictObject({
  /** Inline Markdown. Short, and not longer than the others when it is right. */
  text: textSchema,
  /** Marks a right answer. */
  correct: z.literal(true).optional(),
  /** Why it tempts and what it mistakes, or why it is right. Inline Markdown. */
  why: textSchema,
});

const linesSchema = z.union([z.string(), z.int().min(1).transform(String)]);

const common = {
  /** The same in every edition: saved answers refer to it. */
  id: idSchema,
  /** Raised when its meaning changes, or options, items, pairs or lines move: answers to an older revision are dropped. */
  rev: z.int({ error: 'write a whole number, beginning with 1' }).min(1),
  level: z.enum(['recall', 'understand', 'apply'], { error: 'write recall, understand or apply' }),
  /** Id of the chapter's objective that it tests. */
  objective: idSchema,
  /** Id of the heading that settles it; `quiz` and `sources` are the layout's. */
  see: idSchema,
  /** The situation and the question. Markdown. */
  prompt: textSchema,
  /** A file of the chapter, or a region of it, shown under the prompt. */
  listing: z
    .strictObject({ src: textSchema, region: idSchema.optional(), lang: textSchema, lines: linesSchema.optional() })
    .optional(),
  /** A recorded run, or lines of it, shown under the prompt. */
  transcript: z.strictObject({ lab: idSchema, run: idSchema, lines: linesSchema.optional() }).optional(),
};

const rightOnes = (options: readonly { correct?: true | undefined }[]): number =>
  options.filter(({ correct }) => correct).length;

/** True when no text stands twice; readers could not tell them apart. */
const differ = (texts: readonly string[]): boolean => new Set(texts.map(normalise)).size === texts.length;
const textsDiffer = (all: readonly { text: string }[]): boolean => differ(all.map(({ text }) => text));

const oneRight = z
  .array(optionSchema)
  .min(2, { error: 'write at least two options' })
  .refine((options) => rightOnes(options) === 1, { error: 'mark exactly one option `correct: true`' })
  .refine(textsDiffer, { error: 'two options have the same text; make them different' });

/** One of several options is right. */
const choice = z.strictObject({ ...common, kind: z.literal('choice'), options: oneRight });

/** All right options are to be chosen, and no others. */
const several = z.strictObject({
  ...common,
  kind: z.literal('several'),
  options: z
    .array(optionSchema)
    .min(3, { error: 'write at least three options' })
    .refine((options) => rightOnes(options) >= 1 && rightOnes(options) < options.length, {
      error: 'mark at least one option `correct: true`, and leave at least one unmarked',
    })
    .refine(textsDiffer, { error: 'two options have the same text; make them different' }),
});

/** Steps to be put in order; they stand in the right one here. */
const order = z.strictObject({
  ...common,
  kind: z.literal('order'),
  items: z
    .array(z.strictObject({ text: textSchema, /** Why it stands at this place. */ why: textSchema }))
    .min(3, { error: 'write 3 to 7 items in the right order' })
    .max(7, { error: 'write 3 to 7 items in the right order' })
    .refine(textsDiffer, { error: 'two items have the same text; make them different' }),
});

/** Each left side has one right side. */
const match = z
  .strictObject({
    ...common,
    kind: z.literal('match'),
    pairs: z
      .array(z.strictObject({ left: textSchema, right: textSchema, why: textSchema }))
      .min(3, { error: 'write 3 to 6 pairs' })
      .max(6, { error: 'write 3 to 6 pairs' })
      .refine((pairs) => differ(pairs.map(({ right }) => right)), {
        error: 'each right side belongs to one left side; make them different',
      })
      .refine((pairs) => differ(pairs.map(({ left }) => left)), { error: 'two left sides are the same; make them different' }),
    /** Right sides that belong to nobody. */
    extra: z.array(z.strictObject({ text: textSchema, why: textSchema })).optional(),
  })
  .refine(({ pairs, extra = [] }) => differ([...pairs.map(({ right }) => right), ...extra.map(({ text }) => text)]), {
    path: ['extra'],
    error: 'an extra right side belongs to nobody; make it different from the others',
  });

/** A word or two to be typed. */
const short = z
  .strictObject({
    ...common,
    kind: z.literal('short'),
    /** Accepted answers, compared without case, outer and repeated spaces; the first one is shown. Plain text. */
    accept: z.array(textSchema).min(1, { error: 'write at least one accepted answer' }),
    /** Wrong answers that are foreseen. */
    wrong: z
      .array(z.strictObject({ answer: textSchema, why: textSchema }))
      .min(2, { error: 'foresee at least two wrong answers' }),
    /** Why the accepted answer is right. */
    why: textSchema,
    /** Said to any other answer. */
    otherwise: textSchema,
  })
  .refine(({ accept, wrong }) => !wrong.some(({ answer }) => accept.map(normalise).includes(normalise(answer))), {
    path: ['wrong'],
    error: 'an answer stands under both `accept` and `wrong` (case and spaces do not count); remove one',
  })
  .refine(({ wrong }) => differ(wrong.map(({ answer }) => answer)), { path: ['wrong'], error: 'a wrong answer stands twice; remove one' });

/** A line of the listing or transcript to be pointed at. */
const point = z
  .strictObject({
    ...common,
    kind: z.literal('point'),
    /** Lines counted as shown; others get `otherwise`. */
    lines: z
      .array(z.strictObject({ line: z.int().min(1), correct: z.literal(true).optional(), why: textSchema }))
      .min(2, { error: 'explain at least two lines' })
      .refine((lines) => rightOnes(lines) === 1, { error: 'mark exactly one line `correct: true`' })
      .refine((lines) => new Set(lines.map(({ line }) => line)).size === lines.length, { error: 'a line stands twice; explain each once' }),
    otherwise: textSchema,
  });

/** What a program prints; the right option equals a recorded line. */
const output = z.strictObject({
  ...common,
  kind: z.literal('output'),
  options: oneRight,
  /** The recorded line, counted from 1 in its transcript. */
  expect: z.strictObject({ lab: idSchema, run: idSchema, line: z.int().min(1) }),
});

/** A question; each kind takes exactly its own fields. */
export const questionSchema = z.discriminatedUnion('kind', [choice, several, order, match, short, point, output], {
  error: 'write `kind:` choice, several, order, match, short, point or output',
});

/** The questions of a chapter. */
export const quizSchema = z.strictObject({
  /** Slug of the chapter. */
  chapter: slugSchema,
  questions: z.array(questionSchema).superRefine((questions, context) => {
    for (const [i, { id }] of questions.entries()) {
      if (questions.findIndex((question) => question.id === id) < i) {
        context.addIssue({ code: 'custom', path: [i, 'id'], message: `the id \`${id}\` is used twice; ids are unique in a quiz` });
      }
    }
  }),
});

export type Option = z.infer<typeof optionSchema>;
export type Question = z.infer<typeof questionSchema>;
export type Quiz = z.infer<typeof quizSchema>;
export type QuestionKind = Question['kind'];

/** What is out of balance in a quiz: kinds and levels. Each sentence says what to change. */
export function quizProblems({ questions }: Quiz): readonly string[] {
  const problems: string[] = [];
  const count = (level: Question['level']): number => questions.filter((question) => question.level === level).length;
  const kinds = new Set(questions.map(({ kind }) => kind));
  if (kinds.size < 4) problems.push(`uses ${kinds.size} kinds of question; use at least 4`);
  if (count('apply') * 2 < questions.length) {
    problems.push(`${count('apply')} of ${questions.length} questions have \`level: apply\`; at least half should`);
  }
  if (count('recall') * 4 > questions.length) {
    problems.push(`${count('recall')} of ${questions.length} questions have \`level: recall\`; at most a quarter should`);
  }
  return problems;
}
