import { fileURLToPath, pathToFileURL } from 'node:url';
import { mdxToJs } from 'satteri';
import { expect, test } from 'vitest';
import { chapterPlugin } from './chapter-plugin.ts';

const root = fileURLToPath(new URL('../../tests/fixtures/guide/', import.meta.url));
const fileURL = pathToFileURL(`${root}content/chapters/10-hello/chapter.en.mdx`);

async function compile(mdx: string): Promise<string> {
  const { code } = await mdxToJs(mdx, { mdastPlugins: [chapterPlugin({ root, base: '/docs/' })], fileURL });
  return code;
}

test('a heading keeps the id that its author wrote, and begins a section', async () => {
  const code = await compile('## One word [#one-word]\n\nText.\n\n### Deeper [#deeper]\n');
  expect(code).toContain('"aria-labelledby": "one-word"');
  expect(code).toMatch(/id: "one-word",\s*children: "One word"/);
  expect(code).toMatch(/id: "deeper",\s*children: "Deeper"/);
  expect(code.match(/_components\.section,/g)).toHaveLength(1);
});

test('links of content become addresses under the base path', async () => {
  const code = await compile('[a](term:server) [b](chapter:wsgi#rules) [c](source:rfc9110#section-3.3)');
  expect(code).toContain('href: "/docs/en/glossary/#server"');
  expect(code).toContain('"data-term": "server"');
  expect(code).toContain('href: "/docs/en/wsgi/#rules"');
  expect(code).toContain('href: "https://www.rfc-editor.org/rfc/rfc9110#section-3.3"');
});

test('fences become plates with one run of numbers, in the order of the page', async () => {
  const code = await compile(
    [
      '```python src=labs/echo/hello.py region=greet caption="A greeting"',
      '2: Why.',
      '```',
      '',
      '<Table caption="T">',
      '',
      '| a |',
      '|---|',
      '| b |',
      '',
      '</Table>',
      '',
      '```console lab=echo run=echo lines=9-10 caption="It answers"',
      '```',
    ].join('\n'),
  );
  expect([...code.matchAll(/"number":\s?(\d)/g)].map(([, number]) => number)).toEqual(['1', '2', '3']);
  expect(code).toContain('def greet(name):');
  expect(code).toMatch(/"prompts":\s?\[\s*"\$",\s*""\s*\]/);
});

test('a mistake names the author’s file and line', async () => {
  const wrong = compile('Text.\n\n```python src=labs/echo/none.py caption="x"\n```\n');
  await expect(wrong).rejects.toThrow('content/chapters/10-hello/chapter.en.mdx:3: there is no file `labs/echo/none.py`');
});

test('pages that are no chapters get plates and links, and may link other sites', async () => {
  const page = pathToFileURL(`${root}content/pages/patience.en.mdx`);
  const mdx = '# About\n\n## Plain\n\n[a](time-out:no-patience) [b](time-out:) [c](https://site.example/)\n\n## Cut [#cut]\n\n<Table caption="T">\n\n| a |\n|---|\n| b |\n\n</Table>\n';
  const { code } = await mdxToJs(mdx, { mdastPlugins: [chapterPlugin({ root, base: '/docs/' })], fileURL: page });
  expect(code).toContain('href: "/docs/en/time-outs/#no-patience"');
  expect(code).toContain('href: "/docs/en/time-outs/"');
  expect(code).toContain('href: "https://site.example/"');
  expect(code.match(/_components\.section,/g)).toHaveLength(1);
  expect(code).toContain('"aria-labelledby": "cut"');
  expect(code).toMatch(/"number":\s?1/);
  expect(code).not.toMatch(/"chapter":/);
});

test('files that are no chapters are left alone', async () => {
  const { code } = await mdxToJs('## A [#b]', { mdastPlugins: [chapterPlugin({ root, base: '/' })] });
  expect(code).toContain('A [#b]');
});
