/** `npm run book`: makes PDF and EPUB of the whole guide from its built page, into book/. With `--only pdf` one of them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { epubcheck } from '../book/epubcheck.ts';
import { epubOf, pdfOf, type BookSite } from '../book/make-book.ts';
import { locales } from '../i18n/locales.ts';
import { site } from '../site.ts';
import { buildIfChanged, builtBase, dist } from './build-record.ts';
import { root, runTool, ToolError } from './run-tool.ts';

await runTool(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const formats = ['pdf', 'epub'].filter((format) => values.only === undefined || values.only === format);
  if (formats.length === 0) throw new ToolError(`There is no format "${values.only}": write pdf or epub.`);
  if (await buildIfChanged()) console.log('Built dist/.');
  mkdirSync(join(root, 'book'), { recursive: true });
  let isSound = true;
  for (const locale of locales) {
    const built: BookSite = { folder: dist, base: builtBase(), url: site.url, locale, root };
    for (const format of formats) {
      const started = performance.now();
      const { bytes, says, problems } = await (format === 'pdf' ? pdfOf(built) : epubOf(built, new Date()));
      const file = join(root, 'book', `request-path.${locale}.${format}`);
      writeFileSync(file, bytes);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${relative(root, file)}: ${(bytes.length / 1e6).toFixed(1)} MB in ${seconds} s; ${says}`);
      const verdict = format === 'epub' ? await epubcheck(file) : undefined;
      if (verdict) console.log(verdict.says);
      for (const problem of problems) console.error(problem);
      if (problems.length > 0 || verdict?.isValid === false) isSound = false;
    }
  }
  return isSound ? 0 : 1;
});
