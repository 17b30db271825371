import type { AnswerRecord } from '../../progress/model.ts';

/** A question as the result sees it. */
export interface Asked {
  readonly id: string;
  /** Number on the page. */
  readonly number: number;
  /** Heading that settles it. */
  readonly see: string;
  readonly record: AnswerRecord | undefined;
}

/** Why a section is worth reading again, the strongest reason first. */
export type Reason = 'sure-and-wrong' | 'wrong' | 'right-but-unsure';

/** A section to read again, with the questions that say so. */
export interface ReadAgain {
  readonly see: string;
  readonly reason: Reason;
  readonly numbers: readonly number[];
}

export interface QuizResult {
  readonly of: number;
  readonly answered: number;
  /** Right at the first answer. */
  readonly firstRight: number;
  /** Right by now. */
  readonly right: number;
  readonly readAgain: readonly ReadAgain[];
  /** Ids of the questions whose first answer was wrong and that were not repeated rightly. */
  readonly toRepeat: readonly string[];
}

const reasons: readonly Reason[] = ['sure-and-wrong', 'wrong', 'right-but-unsure'];

export function quizResult(questions: readonly Asked[]): QuizResult {
  const records = questions.flatMap(({ record }) => (record ? [record] : []));
  const sections = new Map<string, ReadAgain>();
  for (const { see, number, record } of questions) {
    const reason = record && reasonFor(record);
    if (!reason) continue;
    const same = sections.get(see);
    const stronger = same && reasons.indexOf(same.reason) < reasons.indexOf(reason) ? same.reason : reason;
    sections.set(see, { see, reason: stronger, numbers: [...(same?.numbers ?? []), number] });
  }
  return {
    of: questions.length,
    answered: records.length,
    firstRight: records.filter(({ firstRight }) => firstRight).length,
    right: records.filter(({ right }) => right).length,
    readAgain: [...sections.values()].sort((a, b) => reasons.indexOf(a.reason) - reasons.indexOf(b.reason)),
    toRepeat: questions.filter(({ record }) => record && needsRepeat(record)).map(({ id }) => id),
  };
}

function reasonFor({ firstRight, sure }: AnswerRecord): Reason | undefined {
  if (!firstRight) return sure ? 'sure-and-wrong' : 'wrong';
  return sure === false ? 'right-but-unsure' : undefined;
}

/** A second try saw an explanation; only an answer that is right at once in a later round repairs the first. */
function needsRepeat({ firstRight, repaired }: AnswerRecord): boolean {
  return !firstRight && !repaired;
}
