/** What a page tells of its own loading; milliseconds from the beginning of the navigation. */
export interface Observed {
  /** First time that anything was painted. */
  readonly painted: number;
  /** Largest contentful paint so far. */
  readonly largest: number;
  /** Sum of all layout shifts that no input of the reader's explains. */
  readonly shift: number;
  /** Total blocking time: what tasks that ended after the first paint took beyond 50 ms each. */
  readonly blocking: number;
  /** The first drawing stood whole in the page and was laid out, and a frame has been drawn since; absent where there is none. */
  readonly drawing?: number;
  /** Number of elements. */
  readonly elements: number;
  /** Since the click that led here; absent on a page that was opened otherwise. */
  readonly sinceClick?: number;
}

/** What the browser keeps for {@link readObserved}. */
declare global {
  interface Window {
    __observed?: { largest: number; shift: number; drawing?: number; readonly tasks: { readonly end: number; readonly over: number }[] };
  }
}

/** Runs in the page before anything else of it; must not refer to anything outside of itself. */
export function observe(): void {
  const seen: NonNullable<Window['__observed']> = { largest: 0, shift: 0, tasks: [] };
  window.__observed = seen;
  const watch = (type: string, each: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  watch('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime));
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean };
    if (!hadRecentInput) seen.shift += value;
  });
  watch('longtask', ({ startTime, duration }) => seen.tasks.push({ end: startTime + duration, over: duration - 50 }));
  addEventListener('click', ({ timeStamp }) => sessionStorage.setItem('measure:click', String(performance.timeOrigin + timeStamp)), { capture: true });

  const isWhole = (drawing: Element): boolean => {
    for (let part: Element | null = drawing; part; part = part.parentElement) if (part.nextSibling) return true;
    return document.readyState !== 'loading';
  };
  const look = (): void => {
    const drawing = document.querySelector('main .drawing svg, main .map');
    if (!drawing || !isWhole(drawing)) return;
    parser.disconnect();
    // A frame is not begun before the stylesheets above have come; what a task after it sees has been drawn. What the page
    // puts off, with all that is far down, is not there yet.
    const drawn = (): number => requestAnimationFrame(() => setTimeout(() => (drawing.checkVisibility({ contentVisibilityAuto: true }) ? (seen.drawing = performance.now()) : drawn())));
    drawn();
  };
  const parser = new MutationObserver(look);
  parser.observe(document, { childList: true, subtree: true });
  document.addEventListener('DOMContentLoaded', look);
}

/** Runs in the page when it has come to rest. */
export function readObserved(): Observed {
  const seen = window.__observed;
  if (!seen) throw new Error('The page was not observed from its beginning.');
  const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity;
  const clicked = Number(sessionStorage.getItem('measure:click') ?? NaN);
  return {
    painted,
    largest: Math.max(seen.largest, painted),
    shift: seen.shift,
    blocking: seen.tasks.filter(({ end }) => end > painted).reduce((sum, { over }) => sum + over, 0),
    ...(seen.drawing !== undefined && { drawing: seen.drawing }),
    elements: document.getElementsByTagName('*').length,
    ...(!Number.isNaN(clicked) && { sinceClick: performance.timeOrigin + painted - clicked }),
  };
}
