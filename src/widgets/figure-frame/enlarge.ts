import { enlargement } from './model.ts';

/**
 * Opens a drawing over the whole window.
 * @param frame holds the dialog
 * @param button the one of the drawing's figure; the focus returns to it
 */
export function enlarge(frame: HTMLElement, button: HTMLButtonElement): void {
  const dialog = frame.querySelector('dialog');
  const place = dialog?.querySelector('div');
  const figure = button.closest('figure');
  const drawing = figure?.querySelector<SVGSVGElement>('.drawing svg');
  const caption = dialog?.querySelector('p');
  if (!dialog || !place || !caption || !figure || !drawing) return;

  const label = figure.querySelector('figcaption b')?.textContent ?? '';
  caption.textContent = `${label} ${figure.querySelector('figcaption span')?.textContent ?? ''}`;
  // Moved, not copied: a copy would repeat the drawing's ids.
  const home = drawing.parentElement;
  const { width, height } = drawing.getBoundingClientRect();
  home?.style.setProperty('min-block-size', `${home.offsetHeight}px`);
  place.replaceChildren(drawing);
  dialog.addEventListener(
    'close',
    () => {
      home?.append(drawing);
      drawing.style.removeProperty('inline-size');
      drawing.style.removeProperty('block-size');
      home?.style.removeProperty('min-block-size');
      button.focus();
    },
    { once: true },
  );
  dialog.showModal();
  const { paddingLeft, paddingTop } = getComputedStyle(place);
  const room = { width: place.clientWidth - 2 * parseFloat(paddingLeft), height: place.clientHeight - 2 * parseFloat(paddingTop) };
  const factor = enlargement({ width, height }, room);
  drawing.style.inlineSize = `${Math.floor(width * factor)}px`;
  drawing.style.blockSize = `${Math.floor(height * factor)}px`;
}
