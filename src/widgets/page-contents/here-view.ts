/** Says where in the way of a request the reader is: the strip of stops, and a line in the header. */
export class HereView {
  readonly #line = document.querySelector<HTMLElement>('[data-here]');
  readonly #stops: readonly HTMLElement[];
  /** Section → stop, where a section is about another one than its chapter. */
  readonly #named: Readonly<Record<string, string>>;
  /** The stop that the whole chapter is about. */
  readonly #own: HTMLElement | undefined;

  /** Looks the page over once; what it finds stays for as long as the page does. */
  constructor() {
    const strip = document.querySelector<HTMLElement>('.strip');
    this.#stops = [...(strip?.querySelectorAll<HTMLElement>('[data-stop-id]') ?? [])];
    this.#named = JSON.parse(strip?.dataset['stops'] ?? '{}') as Record<string, string>;
    this.#own = this.#stops.find((stop) => stop.ariaCurrent !== null);
  }

  /**
   * Lights the stop that a section is about, and names stop and section in the header.
   * @param link the section's link in the contents
   * @param isBelowStrip false as long as the strip itself is in view: it says enough then
   */
  show(link: HTMLAnchorElement | undefined, isBelowStrip: boolean): void {
    const id = isBelowStrip ? this.#named[decodeURIComponent(link?.hash.slice(1) ?? '')] : undefined;
    const lit = id === undefined ? this.#own : this.#stops.find((stop) => stop.dataset['stopId'] === id);
    for (const stop of this.#stops) stop.ariaCurrent = stop === lit ? 'step' : null;
    const names = [lit?.textContent.trim().replaceAll('\u00ad', ''), link?.textContent.trim()];
    if (this.#line) this.#line.textContent = isBelowStrip ? names.filter(Boolean).join(' · ') : '';
  }
}
