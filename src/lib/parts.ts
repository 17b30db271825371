/** A part of the guide and its chapters. */
export interface Part<T> {
  readonly part: 1 | 2 | 3;
  readonly chapters: readonly T[];
}

/** Groups chapters by part, in reading order; a part without chapters is left out. */
export function parts<T extends { readonly part: 1 | 2 | 3; readonly order: number }>(chapters: readonly T[]): readonly Part<T>[] {
  return ([1, 2, 3] as const).flatMap((part) => {
    const own = chapters.filter((chapter) => chapter.part === part).sort((a, b) => a.order - b.order);
    return own.length ? [{ part, chapters: own }] : [];
  });
}
