import { expect, test } from 'vitest';
import { highlightLines } from './highlight.ts';

test('python is coloured by classes, line by line', async () => {
  const lines = await highlightLines('import socket\nname = "a<b"  # why', 'python');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toBe('<span class="c-k">import</span> socket');
  expect(lines[1]).toBe(
    'name = <span class="c-s">&quot;a&lt;b&quot;  </span><span class="c-c"># why</span>',
  );
});

test('a string over two lines stays a string', async () => {
  const lines = await highlightLines('a = """b\nc"""', 'python');
  expect(lines[1]).toBe('<span class="c-s">c&quot;&quot;&quot;</span>');
});

test('text is only escaped', async () => {
  expect(await highlightLines('a & b', 'text')).toEqual(['a &amp; b']);
});

test('an unknown language is named', async () => {
  await expect(highlightLines('x', 'cobol')).rejects.toThrow('the language `cobol` is unknown');
});
