/** What chapter.css puts off while the page has the attribute: pieces that are costly to lay out. */
const pieces = '.sec :is(.plate, .exercise, .tbl, .predict), .q';

/**
 * Lays out what chapter.css has put off, in the time that the browser has to spare: the first drawing, then all from top
 * to bottom. The first paint does not wait for what is far down, and soon the page is as if all had been laid out at once.
 */
export function layOutRest(): void {
  const { dataset } = document.documentElement;
  if (dataset['top'] === undefined) return;
  const drawing = document.querySelector<HTMLElement>('.sec .figure');
  const all = new Set([...(drawing ? [drawing] : []), ...document.querySelectorAll<HTMLElement>(pieces)]);
  const rest = all.values();
  const some = (deadline?: IdleDeadline): void => {
    for (const piece of rest) {
      piece.style.contentVisibility = 'visible';
      // Asking for its height has it laid out now, while there is time.
      void piece.offsetHeight;
      if (!deadline || deadline.timeRemaining() < 10) return whenIdle(some);
    }
    delete dataset['top'];
    for (const piece of all) piece.style.removeProperty('content-visibility');
  };
  whenIdle(some);
}

/** Safari has no idle callbacks: there each piece has a turn of its own. */
function whenIdle(work: (deadline?: IdleDeadline) => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work);
  else setTimeout(work);
}
