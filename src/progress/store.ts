import { changes, emptyProgress, merge, overlay, type Progress } from './model.ts';
import { parseProgressText } from './parse.ts';

/** Where progress is kept. */
export const storageKey = 'request-path:progress';
/** Where data that could not be read is put aside. */
export const damagedKey = `${storageKey}:damaged`;

/**
 * Why something is not, or may not be, kept:
 * `forbidden` no storage here; `full` no room; `newer` data of a newer site, left alone;
 * `damaged` what was stored could not be read, was put aside, and storing began anew.
 */
export type StoreProblem = 'forbidden' | 'full' | 'newer' | 'damaged';

/** The part of Web Storage that is used. */
export type KeyValue = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface ProgressStore {
  /** What is known now. Never throws. */
  read(): Progress;
  /**
   * Reads what is stored now (another tab may have written), changes it and writes it back.
   * What cannot be written is kept in memory and tried again with the next change.
   */
  update(change: (progress: Progress) => Progress): Progress;
  /**
   * To be called when another tab has written. Browsers tell tabs of each other's writing a moment later, so two that
   * write at once may each do so without having seen the other: what this tab wrote just now is put back if it is gone.
   */
  settle(): void;
  /** Forgets everything, also what was put aside. */
  clear(): void;
  /** What stands in the way, as of the last read or write. */
  readonly problem: StoreProblem | undefined;
}

/** Milliseconds for which what was written is watched: a browser tells other tabs within a few of them. */
const watchFor = 5000;

/**
 * A store over local storage.
 * @param storage asked each time, since a browser may refuse it by throwing
 * @param clock milliseconds from any beginning, which no change of the date moves
 */
export function progressStore(storage: () => KeyValue, clock: () => number = () => performance.now()): ProgressStore {
  /** What was written just now, and until when that is. */
  let recent = { written: emptyProgress, until: 0 };
  /** What could not be written. */
  let pending: Progress | undefined;
  let problem: StoreProblem | undefined;

  const stored = (): Progress => {
    let text: string | null;
    try {
      text = storage().getItem(storageKey);
    } catch {
      problem = 'forbidden';
      return emptyProgress;
    }
    if (problem === 'forbidden' || problem === 'newer') problem = undefined;
    if (text === null) return emptyProgress;
    const parsed = parseProgressText(text);
    if (parsed.kind === 'newer') {
      problem = 'newer';
      return emptyProgress;
    }
    if (parsed.kind === 'rubbish' || parsed.dropped.length > 0) putAside(text, parsed.kind === 'progress' ? parsed.progress : undefined);
    return parsed.kind === 'progress' ? parsed.progress : emptyProgress;
  };

  /** Keeps the damaged text for whoever wants to repair it, and what is readable of it in its place. */
  const putAside = (text: string, readable: Progress | undefined): void => {
    problem = 'damaged';
    try {
      storage().removeItem(storageKey);
      storage().setItem(damagedKey, text);
      if (readable) storage().setItem(storageKey, JSON.stringify(readable));
    } catch {
      pending = readable;
    }
  };

  const read = (): Progress => {
    const progress = stored();
    return pending ? merge(progress, pending) : progress;
  };

  return {
    read,
    update(change) {
      const before = read();
      const next = change(before);
      const now = clock();
      const earlier = recent.until > now ? recent.written : emptyProgress;
      recent = { written: overlay(earlier, changes(before, next)), until: now + watchFor };
      pending = next;
      if (problem === 'newer' || problem === 'forbidden') return next;
      try {
        storage().setItem(storageKey, JSON.stringify(next));
        pending = undefined;
        if (problem === 'full') problem = undefined;
      } catch (error) {
        problem = error instanceof Error && /quota/i.test(error.name) ? 'full' : 'forbidden';
      }
      return next;
    },
    settle() {
      if (recent.until <= clock() || pending) return;
      const there = stored();
      if (problem === 'newer' || problem === 'forbidden') return;
      const both = merge(there, recent.written);
      try {
        // Another tab has cleared: that is for all of them.
        if (storage().getItem(storageKey) === null) recent.until = 0;
        else if (JSON.stringify(both) !== JSON.stringify(there)) storage().setItem(storageKey, JSON.stringify(both));
      } catch {
        pending = both;
      }
    },
    clear() {
      recent.until = 0;
      pending = undefined;
      problem = undefined;
      try {
        storage().removeItem(storageKey);
        storage().removeItem(damagedKey);
      } catch {
        problem = 'forbidden';
      }
    },
    get problem() {
      return problem;
    },
  };
}
