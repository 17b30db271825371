/** `build-index.ts <site>`: writes the search index of a built site into its folder pagefind/. */
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { formatProblem } from '../content/problem.ts';
import { readGuide } from '../content/read-guide.ts';
import { locales } from '../i18n/locales.ts';
import { root, runTool, ToolError } from '../tools/run-tool.ts';
import { indexFiles } from './index-files.ts';
import { indexChapters, lostAnchors, siteRecords } from './site-records.ts';

await runTool(async () => {
  const site = process.argv[2];
  if (!site || !existsSync(site)) throw new ToolError('Name the folder of a built site: node src/search/build-index.ts dist');

  const editions = await Promise.all(
    locales.map(async (locale) => {
      const guide = readGuide(root, locale);
      if (guide.problems.length > 0) throw new ToolError(guide.problems.map(formatProblem).join('\n'));
      const synonyms = guide.synonyms.flatMap(({ data }) => data.ask.map((ask) => [ask, data.means] as const));
      return { locale, records: await siteRecords(site, guide), chapters: indexChapters(guide), synonyms };
    }),
  );
  const records = editions.flatMap((edition) => edition.records);
  const lost = lostAnchors(site, records);
  if (lost.length > 0) throw new ToolError(`The search would lead to ids that are not on their page: ${lost.join(', ')}. Give the entry that id, or correct its heading.`);

  const folder = join(site, 'pagefind');
  await rm(folder, { recursive: true, force: true });
  const files = await indexFiles(editions);
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  console.log(`Indexed ${records.length} sections and entries for the search.`);
  return 0;
});
