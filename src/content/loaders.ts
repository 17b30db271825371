import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Loader } from 'astro/loaders';
import { parse } from 'yaml';
import { z } from 'zod';
import { locales } from '../i18n/locales.ts';

/** Edition of an entry; the loader fills it in from the file's name. */
export const localeField = { locale: z.enum(locales) } as const;

/** `40-names-to-addresses/chapter.en.mdx` → `en/names-to-addresses`. */
export function chapterId(path: string): string {
  const match = /^\d+-([a-z0-9-]+)\/[a-z]+\.([a-zA-Z-]+)\.[a-z]+$/.exec(path);
  if (!match) throw new Error(`content/chapters/${path}: name it such as 40-names-to-addresses/chapter.en.mdx`);
  return `${match[2]}/${match[1]}`;
}

/**
 * Loads content/<folder>/*.yaml: each file is a list of entries with an `id`. A name such as `wsgi.en.yaml` gives its
 * entries the locale `en` and ids such as `en/environ`; a name without a locale is shared by all editions.
 */
export function listLoader(folder: string): Loader {
  return {
    name: `list-${folder}`,
    load: async ({ store, parseData, config, watcher, generateDigest }) => {
      const root = join(config.root.pathname, 'content', folder);
      const load = async (): Promise<void> => {
        store.clear();
        for (const name of readdirSync(root).filter((file) => file.endsWith('.yaml')).sort()) {
          const locale = /\.([a-zA-Z-]+)\.yaml$/.exec(name)?.[1];
          const entries = (parse(readFileSync(join(root, name), 'utf8')) ?? []) as { id: string }[];
          for (const entry of entries) {
            const id = locale ? `${locale}/${entry.id}` : entry.id;
            const raw = locale ? { ...entry, locale } : entry;
            const data = await parseData({ id, data: raw, filePath: `content/${folder}/${name}` });
            store.set({ id, data, digest: generateDigest(data) });
          }
        }
      };
      await load();
      watcher?.add(root);
      watcher?.on('change', (path) => path.startsWith(root) && void load());
    },
  };
}
