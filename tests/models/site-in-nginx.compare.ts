import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nginxConf } from '../../src/hosting/nginx-conf.ts';
import { readRedirects, type Redirect } from '../../src/hosting/redirects.ts';
import { servedFiles } from '../../src/hosting/site-list.ts';
import { serve } from '../../src/server/serve.ts';
import { dist } from '../site.ts';
import { writeFixture } from './site-in-nginx/fixture.ts';
import { ask, askRaw, load, type Answer } from './site-in-nginx/http.ts';
import { pathTricks } from './site-in-nginx/path-tricks.ts';
import type { Comparison } from '../../src/lab/comparison.ts';
import type { NeedName } from '../../src/lab/needs.ts';

export const needs: readonly NeedName[] = ['namespace', 'nginx'];

/** A site behind both servers: Nginx with the configuration that `npm run nginx:conf` writes, and the guide's own. */
interface Place {
  readonly name: string;
  readonly site: string;
  readonly root: string;
  readonly base: string;
  readonly redirects: readonly Redirect[];
  readonly nginx: number;
  readonly own: number;
}

const load10000 = { count: 10_000, clients: 50 } as const;

/** What must be the same in both answers; entity tags and dates are each server's own. */
const fields = ['location', 'content-type', 'content-encoding', 'content-length', 'cache-control', 'content-security-policy', 'x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy', 'permissions-policy'] as const;

/** Serves the built guide, or without one a small site of the same kind, and that site under a base path, by Nginx; compares with the guide's own server. */
export async function compare(): Promise<Comparison> {
  const work = process.cwd();
  writeFileSync(join(work, 'secret.txt'), 'SECRET');
  const moved = (base: string): readonly Redirect[] => [{ from: base, to: `${base}en/`, status: 302 }, { from: `${base}en/old/`, to: `${base}en/wsgi/#environ`, status: 301 }];
  await writeFixture(join(work, 'site'), '/', moved('/'));
  await writeFixture(join(work, 'under/docs'), '/docs/', moved('/docs/'));
  const places: Place[] = [
    { name: 'small site', site: join(work, 'site'), root: join(work, 'site'), base: '/', redirects: moved('/'), nginx: 8001, own: 9001 },
    { name: 'under /docs/', site: join(work, 'under/docs'), root: join(work, 'under'), base: '/docs/', redirects: moved('/docs/'), nginx: 8002, own: 9002 },
  ];
  const list = join(dist, '_redirects');
  // A build for another base path would answer elsewhere.
  const built = existsSync(list) ? readRedirects(readFileSync(list, 'utf8')) : [];
  if (built.some(({ from }) => from === '/')) places.push({ name: 'dist', site: dist, root: dist, base: '/', redirects: built, nginx: 8003, own: 9003 });

  const main = writeConfig(work, places);
  const tested = spawnSync('nginx', ['-t', '-c', main, '-e', 'stderr'], { encoding: 'utf8' });
  if (tested.status !== 0 || /\[warn\]/.test(tested.stderr)) return { cases: 1, differences: [`nginx -t: ${tested.stderr}`] };
  const nginx = spawn('nginx', ['-c', main, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'inherit'] });
  const own = await Promise.all(places.map(({ site, base, own: port }) => serve({ folder: site, base, port, host: '127.0.0.1' })));
  const differences: string[] = [];
  let cases = 1;
  try {
    await answers(places[0]?.nginx ?? 0);
    for (const place of places) {
      for (const target of targetsOf(place)) {
        for (const accept of ['identity', 'gzip']) {
          cases += 1;
          const wrong = differs(await ask(place.nginx, target, { 'accept-encoding': accept }), await ask(place.own, target, { 'accept-encoding': accept }));
          if (wrong) differences.push(`${place.name}, ${target} (${accept}): ${wrong}`);
        }
      }
      for (const target of pathTricks) {
        cases += 1;
        const wrong = unsafe(await askRaw(place.nginx, target), place);
        if (wrong) differences.push(`${place.name}, ${JSON.stringify(target.slice(0, 100))}: ${wrong}`);
      }
      cases += 2;
      const { headers } = await ask(place.nginx, `${place.base}en/`);
      const again = await ask(place.nginx, `${place.base}en/`, { 'if-none-match': String(headers.etag) });
      if (again.status !== 304 || again.headers['content-security-policy'] !== headers['content-security-policy']) differences.push(`${place.name}: a page that the client holds is answered by ${String(again.status)}`);
      const { status } = await ask(place.nginx, `${place.base}en/`, {}, { method: 'POST' });
      if (status !== 405) differences.push(`${place.name}: POST is answered by ${String(status)}`);
    }
    const loaded = places.at(-1);
    const pages = loaded ? servedFiles(loaded.site).filter((path) => path.startsWith('/en/')).map((path) => loaded.base + encodeURI(path.slice(1).replace(/index\.html$/, ''))) : [];
    const started = performance.now();
    const faults = await load(loaded?.nginx ?? 0, pages, load10000);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    cases += 1;
    if (faults.length > 0) differences.push(`${String(faults.length)} of ${String(load10000.count)} requests: ${faults.slice(0, 5).join('; ')}`);
    const notes = [`${String(load10000.count)} requests by ${String(load10000.clients)} clients for ${String(pages.length)} addresses of ${loaded?.name ?? ''} in ${seconds} s, ${String(faults.length)} errors`];
    return { cases, differences, notes };
  } finally {
    nginx.kill('SIGKILL');
    await Promise.all(own.map((server) => server.stop()));
  }
}

function writeConfig(work: string, places: readonly Place[]): string {
  for (const { site, root, base, redirects, nginx } of places) {
    // Variables of maps are known in all of `http`.
    const text = nginxConf(site, redirects, { listen: `127.0.0.1:${String(nginx)}`, serverName: '_', root, base });
    writeFileSync(join(work, `${String(nginx)}.conf`), text.replaceAll('$guide_', `$guide_${String(nginx)}_`));
  }
  const main = join(work, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${work}/temp;`).join('\n');
  const includes = places.map(({ nginx }) => `include ${work}/${String(nginx)}.conf;`).join('\n');
  writeFileSync(main, `user root;\ndaemon off;\nmaster_process off;\npid ${work}/nginx.pid;\nevents { worker_connections 512; }\nhttp {\naccess_log off;\n${temporary}\n${includes}\n}\n`);
  return main;
}

async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await ask(port, '/').catch(() => undefined)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Nginx did not answer within five seconds.');
}

/** Every page, the first files of each type, and addresses that are mended or not there. */
function targetsOf({ site, base, redirects }: Place): readonly string[] {
  const seen = new Map<string, number>();
  const some = servedFiles(site).filter((path) => {
    const kind = path.endsWith('.html') ? path : `${path.split('/')[1] ?? ''} ${/[^.]*$/.exec(path)?.[0] ?? ''}`;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return (seen.get(kind) ?? 0) <= 2 && !path.startsWith('/.') && path !== '/index.html';
  });
  const paths = some.map((path) => path.replace(/index\.html$/, ''));
  const others = ['/en', '/en/wsgi', '/en/wsgi?a=1&b', '/en/wsgi/index.html', '/en/wsgi/index.html?a=1', '/nothing/', '/en/nothing', '/_astro/gone.Dk3fZ1aB.js', '/_headers', '/.hidden', '/en/wsgi.md.gz', '//en/wsgi/'];
  const targets = [...paths.map(encodeURI), ...others].map((path) => base + path.slice(1));
  return [...targets, ...redirects.flatMap(({ from }) => [from, `${from}?q=1`])];
}

function differs(real: Answer, ours: Answer): string | undefined {
  if (real.status !== ours.status) return `Nginx says ${String(real.status)}, our server ${String(ours.status)}`;
  for (const name of fields) {
    // Texts that a server says itself are each server's own.
    if (ours.status !== 200 && ours.status !== 404 && /^(?:content|permissions)-/.test(name)) continue;
    // Nothing is gained by a copy that is larger.
    if (real.headers[name] !== ours.headers[name] && !(name.startsWith('content-') && isTooSmall(real, ours))) {
      return `${name}: Nginx ${String(real.headers[name])}, our server ${String(ours.headers[name])}`;
    }
  }
  const isVaried = (answer: Answer): boolean => /accept-encoding/i.test(String(answer.headers['vary']));
  if (real.headers['content-encoding'] !== undefined && !isVaried(real)) return 'Nginx does not tell caches that the answer depends on Accept-Encoding';
  const isBodyOurs = ours.status === 200 || ours.status === 404;
  return isBodyOurs && !isTooSmall(real, ours) && !real.body.equals(ours.body) ? 'the bodies differ' : undefined;
}

/** Nginx sends the file itself where the build made no copy. */
function isTooSmall(real: Answer, ours: Answer): boolean {
  return real.headers['content-encoding'] === undefined && ours.headers['content-encoding'] !== undefined && real.body.length <= ours.body.length;
}

/** What is unsafe in an answer to a trick: a secret, a redirect to elsewhere, a field that was slipped in, a failure of the server. */
function unsafe(answer: string, { site, base }: Place): string | undefined {
  // HTTP/0.9 style answers have no head.
  const end = answer.indexOf('\r\n\r\n');
  const [head, body] = [answer.slice(0, end < 0 ? undefined : end), end < 0 ? '' : answer.slice(end + 4)];
  if (answer === '') return undefined;
  const status = Number(/^HTTP\/1\.[01] (\d+)/.exec(head)?.[1] ?? NaN);
  if (![200, 301, 302, 400, 404, 405, 414].includes(status)) return `status ${String(status)}: ${head.slice(0, 80)}`;
  if (/SECRET|root:x:0/.test(answer)) return 'a file outside of the site, or hidden in it, was sent';
  if (/^(?:x-evil|set-cookie):/im.test(head)) return 'a field was slipped in';
  const location = /^location: (.*)$/im.exec(head)?.[1];
  if (location !== undefined && !/^\/(?![/\\])/.test(location)) return `sends to ${location}`;
  if (location !== undefined && !location.startsWith(base)) return `leaves the base path: ${location}`;
  if (status === 200 && !servedFiles(site).some((path) => readFileSync(join(site, path)).equals(Buffer.from(body, 'latin1')))) return 'something was sent that is no file of the site';
  if (!/^x-content-type-options: nosniff\r?$/im.test(head) || !/^content-security-policy: /im.test(head)) return 'the headers of every answer are missing';
  return undefined;
}
