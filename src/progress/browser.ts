import { progressStore, storageKey, type ProgressStore } from './store.ts';

const changed = 'progress-changed';
const store = progressStore(() => localStorage);

// Before all listeners, which then read what is whole.
addEventListener('storage', ({ key }) => key === storageKey && store.settle());

/** The reader's progress in this browser. Each change is told to {@link onProgress}. */
export const progress: ProgressStore = {
  read: () => store.read(),
  update(change) {
    const next = store.update(change);
    dispatchEvent(new Event(changed));
    return next;
  },
  settle: () => store.settle(),
  clear() {
    store.clear();
    dispatchEvent(new Event(changed));
  },
  get problem() {
    return store.problem;
  },
};

/** Calls `listener` when progress changes here or in another tab, until `signal` says stop. */
export function onProgress(listener: () => void, signal: AbortSignal): void {
  addEventListener(changed, listener, { signal });
  addEventListener('storage', ({ key }) => (key === storageKey || key === null) && listener(), { signal });
  // A page that comes back from the browser's cache has missed what happened meanwhile.
  addEventListener('pageshow', ({ persisted }) => persisted && listener(), { signal });
}
