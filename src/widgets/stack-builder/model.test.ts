import { validate } from 'dockerfile-utils';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { allChoices } from './all-choices.ts';
import { versions } from './files/app.ts';
import { recommend, type Choices, type Recommendation } from './model.ts';
import { first, readChoices } from './settings.ts';
import { strings } from './strings.ts';

const all = allChoices();
const stacks = all.map(recommend);

function textOf({ files }: Recommendation, path: string): string {
  return files.find((file) => file.path === path)?.text ?? '';
}

test('every combination is built as it was asked for', () => {
  expect(all.length).toBe(960);
  expect(stacks.filter(({ corrected }) => corrected.length > 0)).toEqual([]);
});

test.each<[string, Partial<Choices>, (keyof Choices)[]]>([
  ['Flask knows no ASGI', { framework: 'flask' }, ['interface', 'server']],
  ['FastAPI knows no WSGI', { interface: 'wsgi' }, ['interface']],
  ['WSGI knows no WebSocket', { framework: 'falcon', interface: 'wsgi', hasWebSocket: true }, ['server', 'hasWebSocket']],
  ['no balancer ends TLS that is not there', { tls: 'balancer' }, ['tls']],
  ['a machine has at least one core', { cores: 0 }, ['cores']],
])('%s', (_, choices, corrected) => {
  const stack = recommend({ ...first, ...choices });
  expect(stack.corrected).toEqual(corrected);
  expect(recommend(stack.choices).corrected).toEqual([]);
});

test('only a container behind a balancer that ends TLS does without Nginx', () => {
  for (const { choices, hasNginx, files } of stacks) {
    const alone = choices.place === 'container' && choices.isBehindBalancer && choices.tls !== 'nginx' && choices.staticFiles !== 'nginx';
    expect(hasNginx).toBe(!alone);
    expect(files.some(({ path }) => path === 'nginx.conf')).toBe(hasNginx);
  }
});

test('every Containerfile is without a finding of the linter', () => {
  const texts = new Set(stacks.map((stack) => textOf(stack, 'Containerfile')).filter(Boolean));
  expect(texts.size).toBeGreaterThan(5);
  for (const text of texts) expect(validate(text).map(({ message }) => `${message}\n${text}`)).toEqual([]);
  expect(validate('FROM python\nCOPIE a b\n').length).toBeGreaterThan(0);
});

test('every compose.yaml names files that are in the archive, and services that are there', () => {
  for (const stack of stacks.filter(({ choices }) => choices.place === 'container')) {
    const { services } = parse(textOf(stack, 'compose.yaml')) as { services: Record<string, { volumes?: string[]; depends_on?: string[]; build?: string; image?: string }> };
    const mounted = Object.values(services).flatMap(({ volumes = [] }) => volumes.map((volume) => volume.split(':')[0]?.replace('./', '') ?? ''));
    // The certificate is the reader's own.
    for (const path of mounted.filter((name) => name !== 'tls')) expect(stack.files.some((file) => file.path === path || file.path.startsWith(`${path}/`)), path).toBe(true);
    for (const { depends_on = [], build, image } of Object.values(services)) {
      for (const name of depends_on) expect(Object.keys(services)).toContain(name);
      expect(Boolean(build) !== Boolean(image)).toBe(true);
    }
  }
});

test('the Containerfile copies only what is there', () => {
  for (const stack of stacks) {
    for (const [, sources = ''] of textOf(stack, 'Containerfile').matchAll(/^COPY (.*) \S+$/gm)) {
      for (const path of sources.split(' ')) expect(stack.files.some((file) => file.path === path || file.path.startsWith(`${path}/`)), path).toBe(true);
    }
  }
});

test('what the visitor claims about itself reaches no app', () => {
  for (const text of new Set(stacks.map((stack) => textOf(stack, 'nginx.conf')).filter(Boolean))) {
    expect(text).toContain('proxy_set_header X-Forwarded-For $remote_addr;');
    expect(text).not.toContain('$proxy_add_x_forwarded_for');
    expect(text).toMatch(/proxy_set_header X-Forwarded-Proto \$(?:scheme|outer_scheme);/);
  }
});

test('versions are those that the labs run', () => {
  const lock = readFileSync(new URL('../../lab/requirements.lock', import.meta.url), 'utf8');
  for (const [name, version] of Object.entries(versions)) expect(lock).toContain(`${name}==${version} `);
});

test('every point has words, and no file is empty', () => {
  for (const { reasons, prices, files } of stacks) {
    for (const point of [...reasons, ...prices]) expect(strings.en.points[point]).toBeTruthy();
    for (const { text, path } of files) expect(text.endsWith('\n') && text.length > 10, path).toBe(true);
  }
});

test('a link holds choices, whole or not at all', () => {
  for (const choices of all.slice(0, 50)) expect(readChoices(JSON.parse(JSON.stringify(choices)))).toEqual(choices);
  for (const broken of [null, 'x', {}, { ...first, server: 'bjoern' }, { ...first, cores: 1e9 }, { ...first, hasWebSocket: 'yes' }]) expect(readChoices(broken)).toBeUndefined();
});
