import { splitLink } from '../content/checks/links.ts';
import type { Locale } from '../i18n/locales.ts';
import { chapterPath, pagePath, withBase } from '../lib/paths.ts';

/** What a link of content needs to become an address. */
export interface LinkContext {
  readonly locale: Locale;
  /** Base path of the deployment. */
  readonly base: string;
  /** Address of the page that `#heading` means, when the text is shown on another one. */
  readonly home?: string;
  /** Address of a source, without fragment. */
  sourceUrl(id: string): string | undefined;
}

/** Address and attributes of a link on the page. */
export interface ResolvedLink {
  readonly href: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Turns `term:`, `chapter:`, `source:`, `failure:`, `myth:`, `time-out:`, `explore:` and `#heading` links into addresses.
 * @throws Error for any other link and for an unknown source
 */
export function resolveLink(url: string, context: LinkContext): ResolvedLink {
  const { scheme, id, fragment } = splitLink(url);
  const { locale, base } = context;
  const page = (name: string, entry: string | undefined = id): ResolvedLink => ({ href: withBase(pagePath(locale, name, entry), base), attributes: {} });
  switch (scheme) {
    case '#':
      return { href: `${context.home ?? ''}${url}`, attributes: {} };
    case 'chapter':
      return { href: withBase(chapterPath(locale, id, fragment), base), attributes: {} };
    case 'term':
      return { ...page('glossary'), attributes: { class: 'term', 'data-term': id } };
    case 'failure':
      return page('failures');
    case 'myth':
      return page('myths');
    case 'explore':
      return page(`explore/${id}`, '');
    case 'time-out':
      return page('time-outs');
    case 'source': {
      const address = context.sourceUrl(id);
      if (!address) throw new Error(`link \`${url}\`: there is no source \`${id}\` in content/sources`);
      return { href: fragment ? `${address}#${fragment}` : address, attributes: { class: 'source' } };
    }
    default:
      throw new Error(`link \`${url}\`: write term:, chapter:, source:, failure:, myth:, time-out:, explore: or #heading`);
  }
}

/**
 * True for what Markdown takes for a link because it looks like an address, such as `www.shop.test` in running text.
 * The guide's example names are not places to go: they stay text.
 */
export function isBareAddress(url: string, text: string): boolean {
  return [text, `http://${text}`, `mailto:${text}`].includes(url);
}
