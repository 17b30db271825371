import { pagePath, withBase } from '../../lib/paths.ts';
import { markOf, type Phase } from '../../lib/hops.ts';
import { localized, type Locale } from '../../i18n/locales.ts';
import type { Result } from '../../search/find.ts';
import type { Stretch } from '../../search/words.ts';
import { strings, type SearchStrings } from './strings.ts';

/** An element with text or other nodes in it. Text never becomes markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, properties: Partial<HTMLElementTagNameMap[Tag]> = {}, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** The texts of the page's edition. */
export function texts(): SearchStrings {
  return localized(strings, document.documentElement.lang);
}

/**
 * A result as an item with one link.
 * @param place says where it is: its chapter or its kind; left out under a heading that says so
 */
export function resultRow(result: Result, place = ''): HTMLLIElement {
  const { address, phase, title, chapter, kind, isWhole, text } = result;
  const isRepeated = place === '' && kind === 'chapter' && isWhole;
  const heading = make('b', {}, ...(isRepeated ? [texts().whole] : marked(title)));
  const where = place && !(isWhole && place === chapter) ? [make('span', { className: 'where' }, `${place}${/[.?!]$/.test(place) ? '' : ':'} `)] : [];
  const row = make('li', { className: phase }, make('a', { href: addressInSite(address) }, mark(phase), make('span', {}, heading, make('span', {}, ...where, ...marked(text), ...explainedIn(result)))));
  row.dataset['result'] = kind;
  return row;
}

/** Where a term is explained, after its definition. */
function explainedIn({ kind, chapter }: Result): readonly (Node | string)[] {
  return kind === 'glossary' && chapter ? [' ', make('span', { className: 'where' }, texts().readIn(chapter))] : [];
}

/** An address below the edition as a link of this page. */
export function addressInSite(address: string): string {
  return withBase(pagePath(document.documentElement.lang as Locale, '') + address, import.meta.env.BASE_URL);
}

/** Where a result is, for a list without headings. */
export function placeOf({ kind, chapter }: Result): string {
  return kind === 'chapter' ? (chapter ?? '') : texts().kinds[kind];
}

function marked(stretches: readonly Stretch[]): readonly (Node | string)[] {
  return stretches.map(({ text, isMarked }) => (isMarked ? make('mark', {}, text) : text));
}

/** A symbol of Sprite.astro, which every page holds. */
function mark(phase: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'mk s');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#${markOf(phase as Phase)}`);
  svg.append(use);
  return svg;
}
