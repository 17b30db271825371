/**
 * Does something once, when the reader comes within a window's height of an element or focus goes into it: fetches a script
 * that nobody needs before. If that does not come, the element stays as readable as it is without scripts.
 */
export function whenNear(element: Element | null, load: () => Promise<unknown>): void {
  if (!element) return;
  const once = (): void => {
    near.disconnect();
    element.removeEventListener('focusin', once);
    // The browser has told of the failure; nothing is lost but what the script adds.
    load().catch(() => undefined);
  };
  const near = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && once(), { rootMargin: '100% 0px' });
  near.observe(element);
  element.addEventListener('focusin', once);
}
