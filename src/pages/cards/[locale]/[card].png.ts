import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';
import { cardSvg, type Card } from '../../../cards/card.ts';
import { chaptersOf } from '../../../content/chapters.ts';
import { locales, localized } from '../../../i18n/locales.ts';
import { strings } from '../../../i18n/strings.ts';
import { plainText } from '../../../markdown/inline.ts';
import { site } from '../../../site.ts';

/** Pictures for links that are shared: one a chapter, and `guide` for all other pages. */
export const getStaticPaths = (() =>
  locales.flatMap((locale) => {
    const text = localized(strings, locale);
    const guide: Card = { title: text.home.h1, kicker: '', hop: 'all' };
    return [
      { params: { locale, card: 'guide' }, props: { card: guide } },
      ...chaptersOf(locale).map(({ slug, title, order, hop }) => ({
        params: { locale, card: slug },
        props: { card: { title: plainText(title), kicker: text.chapter.number(order), hop } },
      })),
    ];
  })) satisfies GetStaticPaths;

export const GET: APIRoute<{ card: Card }> = async ({ props }) => {
  const png = await sharp(Buffer.from(cardSvg(props.card, site.name))).png({ palette: true, colours: 128, effort: 10 }).toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
