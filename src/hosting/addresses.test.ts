import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addressesOf, lostAddresses, readReleased, releasedText } from './addresses.ts';
import { readMoved } from './moved.ts';
import { nginxConf } from './nginx-conf.ts';
import { readRedirects } from './redirects.ts';
import { writeHostFiles } from './write-host-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'addresses-'));
  write('site/index.html', '<meta http-equiv="refresh" content="0; url=/en/">');
  write('site/404.html', '<h2 id="lost">Lost</h2>');
  write('site/en/index.html', '<a href="/en/wsgi/#rule-one">a rule</a>');
  write('site/en/wsgi/index.html', '<h2 id="call">Call</h2><article id="box"><h3 id="box-t">Box</h3></article><p id="rule-one"></p><p id="inner"></p>');
  write('site/en/print/index.html', '<h2 id="wsgi--call">Call</h2>');
  write('site/en/feed.xml', '<feed/>');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const site = (): string => join(folder, 'site');
const lost = (released: readonly string[]): readonly string[] => lostAddresses(released, site(), readMoved(folder));

test('addresses are those of pages, feeds, headings, and what is linked', () => {
  expect(addressesOf(site(), '/')).toEqual(['/en/', '/en/feed.xml', '/en/print/', '/en/wsgi/', '/en/wsgi/#call', '/en/wsgi/#rule-one']);
});

test('the list is read as it was written', () => {
  expect(readReleased(releasedText(['/en/', '/en/wsgi/#call'], '1.0.0'))).toEqual(['/en/', '/en/wsgi/#call']);
});

test('what is still there is not lost, under a base path as well', () => {
  expect(lost(addressesOf(site(), '/'))).toEqual([]);
  write('site/en/index.html', '<a href="/docs/en/wsgi/#rule-one">a rule</a>');
  expect(addressesOf(site(), '/docs/')).toContain('/en/wsgi/#rule-one');
});

test.each([
  ['/en/old/', '/en/old/ was released and leads nowhere: write where it is now, in content/moved.yaml: - { from: /en/old/, to: /…/ }'],
  ['/en/wsgi/#gone', '/en/wsgi/#gone was released, but nothing on that page has this id: give the heading its id back, or write where it is told now, in content/moved.yaml: - { from: "/en/wsgi/#gone", to: "/en/wsgi/#…" }'],
  ['/en/news.xml', '/en/news.xml was released and is gone: programs ask for it by this name, so let the build write it again.'],
])('%s is lost, and the message says what to write where', (address, sentence) => {
  expect(lost([address])).toEqual([sentence]);
});

test('a page that moved is found by every kind of host, with its parts', () => {
  write('content/moved.yaml', '- { from: /en/old/, to: /en/wsgi/ }\n- { from: /en/older/, to: /en/wsgi/#call }\n- { from: "/en/wsgi/#gone", to: "/en/wsgi/#call" }\n');
  writeHostFiles(site(), folder);
  expect(lost(['/en/old/', '/en/old/#call', '/en/older/#anything', '/en/wsgi/#gone'])).toEqual([]);
  expect(lost(['/en/old/#nowhere'])).toEqual(['/en/old/#nowhere is sent on to /en/wsgi/#nowhere, but nothing there has this id: give a heading of it this id, or name a part in `to` in content/moved.yaml.']);

  const redirects = readRedirects(readFileSync(join(site(), '_redirects'), 'utf8'));
  expect(redirects).toContainEqual({ from: '/en/old/', to: '/en/wsgi/', status: 301 });
  expect(redirects.some(({ from }) => from.includes('#'))).toBe(false);
  const conf = nginxConf(site(), redirects, { listen: '80', serverName: '_', root: '/srv', base: '/' });
  expect(conf).toContain('location = /en/old/ { return 301 /en/wsgi/$is_args$args; }');
  expect(readFileSync(join(site(), 'en/older/index.html'), 'utf8')).toContain('content="0; url=/en/wsgi/#call"');
});

test('a redirect to a page that is gone itself is told', () => {
  write('content/moved.yaml', '- { from: /en/old/, to: /en/cgi/ }\n');
  expect(lost(['/en/old/'])).toEqual(['/en/old/ is sent on to /en/cgi/, where there is no page: correct `to` in content/moved.yaml.']);
});

test('a part cannot be sent to another page', () => {
  write('content/moved.yaml', '- { from: "/en/wsgi/#gone", to: /en/cgi/ }\n');
  expect(() => readMoved(folder)).toThrow('0.to: /en/wsgi/#gone is a part of a page, and browsers stay on that page: write an address on it, and leave a link there');
});
