import { missingFrom, type PageParts } from './model.ts';

/**
 * Takes an explorer from its own page, and puts it where the link to that page stands.
 * @param host the element in the chapter
 * @param page the explorer's page
 * @throws Error when one of its parts does not come
 */
export async function openExplorer(host: HTMLElement, page: Document): Promise<void> {
  const explorer = page.querySelector<HTMLElement>('[data-explorer]');
  if (!explorer) throw new Error(`${page.URL} holds no explorer`);
  const { styles, scripts } = missingFrom(partsOf(document), partsOf(page));
  // Before it can be seen it works: a press on a button without its script would be lost.
  await Promise.all([...styles.map(addStyle), ...scripts.map((url) => import(/* @vite-ignore */ url))]);
  explorer.removeAttribute('data-own-page');
  host.querySelector('[data-closed]')?.replaceWith(document.adoptNode(explorer));
  const heading = host.querySelector<HTMLElement>('h3');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}

function partsOf(page: Document): PageParts {
  const urls = (selector: string, name: string): string[] =>
    [...page.querySelectorAll(selector)].map((element) => new URL(element.getAttribute(name) ?? '', location.href).href);
  return { styles: urls('link[rel="stylesheet"]', 'href'), scripts: urls('script[type="module"][src]', 'src'), origin: location.origin };
}

function addStyle(href: string): Promise<void> {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  const loaded = new Promise<void>((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error(`${href} could not be loaded`)));
  });
  document.head.append(link);
  return loaded;
}
