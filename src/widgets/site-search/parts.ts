import { make } from './result-row.ts';

/** Says a sentence to screen readers once, when the reader has stopped typing. */
export class Announcer {
  readonly element = make('p', { className: 'vh' });
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.element.setAttribute('role', 'status');
  }

  /** @param sentence `''` takes back what was not said yet */
  say(sentence: string): void {
    clearTimeout(this.#timer);
    if (!sentence) this.element.textContent = '';
    else this.#timer = setTimeout(() => (this.element.textContent = sentence), 600);
  }
}

/** The magnifying glass. */
export function searchIcon(): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const shape = (name: string, attributes: Readonly<Record<string, string>>): SVGElement => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  svg.setAttribute('class', 'i');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(shape('circle', { cx: '8.5', cy: '8.5', r: '5.5' }), shape('path', { d: 'm12.7 12.7 5 5' }));
  return svg;
}
