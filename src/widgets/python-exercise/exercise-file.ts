import type { ExerciseData, ExerciseFileData } from './exercise-data.ts';

let file: Promise<ExerciseFileData> | undefined;

/**
 * What scripts know of an exercise of this page. One file beside the page holds it of all its exercises; it is fetched once.
 * @throws Error when it does not come; the next call tries again
 */
export async function dataOf(exercise: string): Promise<ExerciseData> {
  file ??= fetchFile();
  const { exercises } = await file.catch((error: unknown) => {
    file = undefined;
    throw error;
  });
  const data = exercises.find(({ id }) => id === exercise);
  if (!data) throw new Error(`exercises.json has no exercise ${exercise}.`);
  return data;
}

/** The address is that of the page, which ends with a slash, and the name. */
async function fetchFile(): Promise<ExerciseFileData> {
  const response = await fetch('exercises.json');
  if (!response.ok) throw new Error(`exercises.json answered ${response.status}`);
  return (await response.json()) as ExerciseFileData;
}
