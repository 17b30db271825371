/** `astro-build.ts <out> <cache>`: renders the pages. A process of its own, so that a failure leaves nothing behind. */
import { build } from 'astro';
import { buildMessage, reasonMark } from './build-message.ts';
import { root } from './run-tool.ts';

const [outDir, cacheDir] = process.argv.slice(2);
if (!outDir || !cacheDir) throw new Error('usage: astro-build.ts <out> <cache>');

try {
  await build({ root, outDir, cacheDir, logLevel: 'warn' });
} catch (error) {
  // Astro's own log has said it too, with the place in its bundle.
  console.error(`${reasonMark}${buildMessage(error)}`);
  process.exit(1);
}
