/** What chapter.css puts off while the page has the attribute: pieces that are costly to lay out. */
const pieces = '.sec :is(.plate, .exercise, .tbl, .predict), chapter-quiz .q';

/**
 * Lays out what chapter.css has put off, in the time that the browser has to spare: the first drawing, then all from top
 * to bottom. The first paint does not wait for what is far down, and soon the page is as if all had been laid out at once.
 * A reader who goes further meanwhile than that has come, by a link or a key, has the rest at once.
 */
export function layOutRest(): void {
  const { dataset } = document.documentElement;
  if (dataset['top'] === undefined) return;
  const drawing = document.querySelector<HTMLElement>('.sec .figure');
  const all = new Set([...(drawing ? [drawing] : []), ...document.querySelectorAll<HTMLElement>(pieces)]);
  const rest = [...all];
  const going = new AbortController();
  const finish = (): void => {
    going.abort();
    delete dataset['top'];
    for (const piece of all) withoutStyle(piece, 'content-visibility');
  };
  /** Whether what stands above the reader, or before their eyes, is still to come; then the rest comes now. */
  const isOvertaken = (): boolean => {
    const isIt = scrollY > 0 && (rest[0]?.getBoundingClientRect().top ?? Infinity) < innerHeight;
    if (isIt) keepPlace(finish);
    return isIt;
  };
  const some = (deadline?: IdleDeadline): void => {
    if (going.signal.aborted) return;
    for (let piece = rest[0]; piece; piece = rest[0]) {
      if (isOvertaken()) return;
      piece.style.contentVisibility = 'visible';
      // Asking for its height has it laid out now, while there is time.
      void piece.offsetHeight;
      rest.shift();
      if (!deadline || deadline.timeRemaining() < 10) return whenIdle(some);
    }
    finish();
  };
  addEventListener('scroll', isOvertaken, { passive: true, signal: going.signal });
  whenIdle(some);
}

/** Safari has no idle callbacks: there each piece has a turn of its own. */
function whenIdle(work: (deadline?: IdleDeadline) => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work);
  else setTimeout(work);
}

/** Changes what may stand above, and leaves the reader where they are: browsers do not hold a place while this is laid out. */
function keepPlace(change: () => void): void {
  const root = document.documentElement;
  const header = document.querySelector<HTMLElement>('.top')?.offsetHeight ?? 0;
  const topOf = (part: Element): number => part.getBoundingClientRect().top;
  const read = [...document.querySelectorAll('.sec > *')].find((part) => part.getBoundingClientRect().bottom > header);
  const before = read ? topOf(read) : 0;
  root.style.overflowAnchor = 'none';
  change();
  if (read) scrollBy({ top: topOf(read) - before, behavior: 'instant' });
  requestAnimationFrame(() => withoutStyle(root, 'overflow-anchor'));
}

function withoutStyle(part: HTMLElement, property: string): void {
  part.style.removeProperty(property);
  if (!part.getAttribute('style')) part.removeAttribute('style');
}
