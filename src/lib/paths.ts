import type { Locale } from '../i18n/locales.ts';

/**
 * Puts an address of the site under its base path.
 * @param path root-absolute path, such as `/en/wsgi/#rules`
 * @param base base path of the deployment: `/` or such as `/docs/` (with or without the last slash)
 */
export function withBase(path: string, base: string): string {
  const prefix = base.replace(/\/+$/, '');
  return `${prefix}${path.startsWith('/') ? path : `/${path}`}`;
}

/** Address of a chapter, before the base path; `fragment` names a heading. */
export function chapterPath(locale: Locale, slug: string, fragment?: string): string {
  return `/${locale}/${slug}/${fragment ? `#${fragment}` : ''}`;
}

/** Address of a page that is not a chapter, such as `glossary`, before the base path. */
export function pagePath(locale: Locale, name: string, fragment?: string): string {
  return `/${locale}/${name ? `${name}/` : ''}${fragment ? `#${fragment}` : ''}`;
}

/** Address of a file of a chapter as text, before the base path; `file` is its path in the chapter's folder. */
export function filePath(slug: string, file: string): string {
  return `/files/${slug}/${file}.txt`;
}

/** The reverse of {@link withBase}: an address of the deployment as the site writes it. */
export function withoutBase(path: string, base: string): string {
  const prefix = base.replace(/\/+$/, '');
  return prefix && (path === prefix || path.startsWith(`${prefix}/`)) ? path.slice(prefix.length) || '/' : path;
}
