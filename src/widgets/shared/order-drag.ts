import { exchange, stepsOf } from './order-buttons.ts';

/**
 * Lets a mouse or a pen drag a step of a list by its own ground, such as its number: texts can still be selected,
 * and a finger scrolls. An extra beside the buttons of `order-buttons.ts`, never the only way.
 * @param moved called after a drag that has changed the order
 */
export function addOrderDrag(list: HTMLElement, moved: (step: HTMLElement) => void, signal: AbortSignal): void {
  let step: HTMLElement | undefined;
  let isMoved = false;

  list.addEventListener('pointerdown', (event) => {
    const pressed = stepsOf(list).find((candidate) => candidate === event.target);
    if (!pressed || event.button !== 0 || event.pointerType === 'touch') return;
    event.preventDefault();
    step = pressed;
    isMoved = false;
    step.dataset['dragged'] = '';
    list.setPointerCapture(event.pointerId);
  }, { signal });

  list.addEventListener('pointermove', ({ clientY }) => {
    if (!step) return;
    // A neighbour gives way when the pointer is past its middle, so that two of different heights do not flicker.
    for (;;) {
      const all: readonly HTMLElement[] = stepsOf(list);
      const at = all.indexOf(step);
      const [above, below] = [all[at - 1], all[at + 1]];
      const other = above && clientY < middle(above) ? above : below && clientY > middle(below) ? below : undefined;
      if (!other) return;
      exchange(step, other);
      isMoved = true;
    }
  }, { signal });

  const end = (): void => {
    if (!step) return;
    const dropped = step;
    step = undefined;
    delete dropped.dataset['dragged'];
    if (isMoved) moved(dropped);
  };
  for (const name of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) list.addEventListener(name, end, { signal });
}

function middle(element: HTMLElement): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
