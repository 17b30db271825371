import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { readRedirects } from '../hosting/redirects.ts';
import { readAddress, toTarget } from './address.ts';
import { headersFor } from './headers.ts';
import { holds, pickCoding } from './negotiate.ts';
import { policyFor } from './policy.ts';
import { SiteFiles, type SiteFile } from './site-files.ts';

/** Files that configure a host, and copies that are only sent in place of another file. */
const notPages = /^\/_(headers|redirects)$|\.(br|gz)$/;

/**
 * Answers requests from a built site, as a good static host would.
 * @param folder the built site
 * @param base base path with both slashes, such as `/docs/`
 */
export function siteHandler(folder: string, base: string): RequestListener {
  const files = new SiteFiles(folder);
  return (request, response) => {
    answer(files, base, request, response).catch((error: unknown) => {
      console.error(error);
      if (response.headersSent) response.destroy();
      else say(response, 500, 'The server failed to read a file of the site.');
    });
  };
}

async function answer(files: SiteFiles, base: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return say(response, 405, 'Only GET and HEAD are answered here.', { Allow: 'GET, HEAD' });
  }

  const address = readAddress(request.url ?? '', base);
  if (address.kind === 'malformed') return say(response, 400, 'This address cannot be read.');
  if (address.kind === 'redirect') return redirect(response, address.to);
  if (address.kind === 'path' && !notPages.test(address.path)) {
    const { path, query } = address;
    const list = await (await files.find('/_redirects'))?.body('identity');
    const known = list && readRedirects(list.bytes.toString()).find(({ from }) => from === toTarget(path, base));
    if (known) return redirect(response, known.to.replace(/(?=#|$)/, query), known.status);
    if (path.endsWith('/index.html')) return redirect(response, toTarget(path.slice(0, -'index.html'.length), base) + query);

    const file = await files.find(path.endsWith('/') ? `${path}index.html` : path);
    if (file) return send(file, 200, request, response);
    if (!path.endsWith('/') && (await files.find(`${path}/index.html`))) {
      return redirect(response, toTarget(`${path}/`, base) + query);
    }
  }

  const page = await files.find('/404.html');
  if (page) return send(page, 404, request, response);
  say(response, 404, 'There is no such page.');
}

async function send(file: SiteFile, status: number, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { bytes, coding, etag } = await file.body(pickCoding(request.headers['accept-encoding']));
  const headers = { ...file.headers, ...(status === 200 ? { ETag: etag } : {}) };
  if (status === 200 && holds(request.headers['if-none-match'], etag)) {
    response.writeHead(304, headers).end();
    return;
  }

  response.writeHead(status, {
    ...headers,
    'Content-Length': bytes.length,
    ...(coding === 'identity' ? {} : { 'Content-Encoding': coding }),
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function redirect(response: ServerResponse, to: string, status: 301 | 302 = 301): void {
  say(response, status, `The page is at ${to}`, { Location: to });
}

function say(response: ServerResponse, status: number, sentence: string, extra: Record<string, string> = {}): void {
  const text = `${sentence}\n`;
  response.writeHead(status, { ...headersFor('/answer.txt', policyFor('/answer.txt')), 'Content-Length': Buffer.byteLength(text), ...extra });
  response.end(response.req.method === 'HEAD' ? undefined : text);
}
