import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { fileURLToPath } from 'node:url';
import { defaultLocale, locales } from './src/i18n/locales.ts';
import { guideContent } from './src/integrations/guide-content.ts';
import { chapterPlugin } from './src/markdown/chapter-plugin.ts';
import { site } from './src/site.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  site: site.url,
  base: site.base,
  trailingSlash: 'always',
  devToolbar: { enabled: false },
  cacheDir: './.cache/astro',
  // Inlined styles would need a hash each in the Content Security Policy; one cached file serves all pages.
  build: { inlineStylesheets: 'never' },
  vite: {
    build: { assetsInlineLimit: 0 },
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              codeSplitting: {
                groups: [
                  // What the scripts of pages and chapters share, in one file instead of one for each module.
                  { name: 'shared', test: /src\/(?:progress\/(?:browser|store|model|parse)|widgets\/(?:shared\/format|figure-frame\/element))\.ts|vite\/preload-helper/ },
                  // What the parts share that come when the reader turns to them.
                  { name: 'parts', test: /src\/widgets\/shared\/(?:dom|load-sheet|verdict-line)\.ts/ },
                ],
              },
            },
          },
        },
      },
    },
  },
  i18n: { locales: [...locales], defaultLocale, routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false } },
  markdown: {
    syntaxHighlight: false,
    processor: satteri({
      mdastPlugins: [chapterPlugin({ root, base: site.base })],
      features: { smartPunctuation: true },
    }),
  },
  integrations: [
    guideContent(),
    mdx(),
    sitemap({ filter: (page) => !/\/(?:404|search|progress|review|print)\/$/.test(page) && new URL(page).pathname !== site.base }),
  ],
});
