import { nearestPath } from './model.ts';

/** Names the page whose address is most like the one asked for, from the links of the list below. Markup: 404.astro. */
export class MissingPageElement extends HTMLElement {
  connectedCallback(): void {
    const found = [...document.querySelectorAll<HTMLAnchorElement>('.all-pages a')];
    const path = nearestPath(decoded(location.pathname), found.map((link) => link.pathname));
    const page = found.find((link) => link.pathname === path);
    const link = this.querySelector('a');
    const line = this.querySelector('p');
    if (!page || !link || !line) return;
    link.href = page.href;
    link.textContent = page.textContent;
    line.hidden = false;
  }
}

/** A path as it reads; one whose bytes are no text stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

customElements.define('missing-page', MissingPageElement);
