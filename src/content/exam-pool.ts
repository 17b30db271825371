import type { ExamQuestion } from '../widgets/final-exam/model.ts';
import type { Guide } from './read-guide.ts';

/** All questions of an edition, in reading order, as the final exam draws them. */
export function examPool({ chapters }: Pick<Guide, 'chapters'>): readonly ExamQuestion[] {
  return chapters.flatMap(({ slug, quiz }) =>
    (quiz?.data.questions ?? []).map(({ id, kind, level, objective }) => ({ key: `${slug}/${id}`, chapter: slug, kind, level, objective })),
  );
}
