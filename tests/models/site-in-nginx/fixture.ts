import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { headersFile } from '../../../src/hosting/headers-file.ts';
import { compressSite } from '../../../src/hosting/compress-site.ts';
import { redirectsText, type Redirect } from '../../../src/hosting/redirects.ts';

const page = (title: string): string => `<!doctype html><title>${title}</title><script>theme()</script>${`<p>${title}</p>`.repeat(60)}`;

/** A small site with a file of each kind, finished as a build finishes it. */
export async function writeFixture(site: string, base: string, redirects: readonly Redirect[]): Promise<void> {
  const files: Readonly<Record<string, string | Buffer>> = {
    'index.html': '<title>Home</title>',
    '404.html': page('No such page'),
    'en/index.html': page('The guide'),
    'en/wsgi/index.html': page('WSGI'),
    'en/wsgi.md': '# WSGI\n'.repeat(60),
    'en/я.md': 'A name that is not ASCII.\n',
    '_astro/page.Dk3fZ1aB.css': 'p { color: red }\n'.repeat(60),
    '_astro/python-worker-Dk3fZ1aB.js': 'work()\n'.repeat(60),
    'pagefind/pagefind-worker.js': 'work()\n'.repeat(60),
    'pagefind/pagefind.en_f1d3d79b75.pf_meta': Buffer.alloc(300, 7),
    'python/0123456789abcdef/pyodide.asm.wasm': Buffer.alloc(3000, 1),
    'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"><style>.a{fill:red}</style></svg>',
    'card.png': Buffer.alloc(2000, 3),
    'robots.txt': 'User-agent: *\n',
    '.hidden': 'SECRET',
    '_redirects': redirectsText(redirects),
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), content);
  }
  writeFileSync(join(site, '_headers'), headersFile(site, base));
  await compressSite(site, join(site, '../compressed'));
}
