import { buildMessage } from '../tools/build-message.ts';
import { root } from '../tools/run-tool.ts';
import { compressSite } from './compress-site.ts';
import { compressedCache } from './compressed.ts';
import { writeHostFiles } from './write-host-files.ts';

/** `finish-site.ts <site>`: the last step of a build, when every page is written: files for hosts, compressed copies. */
const [site] = process.argv.slice(2);
if (!site) throw new Error('usage: finish-site.ts <site>');
try {
  writeHostFiles(site, root);
  await compressSite(site, compressedCache(root));
} catch (error) {
  console.error(buildMessage(error));
  process.exit(1);
}
