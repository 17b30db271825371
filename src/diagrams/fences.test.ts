import { expect, test } from 'vitest';
import { diagramsIn } from './fences.ts';

test('every mermaid fence is found with the line of its opening', () => {
  const text = '# Title\n\n```mermaid id=a caption="A"\nflowchart TB\n```\n\n<Row>\n\n  ```mermaid id=b\n  graph LR\n  ```\n</Row>\n';
  expect(diagramsIn(text, 'x.mdx')).toEqual([
    { source: 'flowchart TB', file: 'x.mdx', line: 3 },
    { source: '  graph LR', file: 'x.mdx', line: 9 },
  ]);
});

test('a fence inside a longer fence is an example, and other languages are left alone', () => {
  const text = '````md\n```mermaid\nflowchart TB\n```\n````\n\n```python\nprint()\n```\n';
  expect(diagramsIn(text, 'x.mdx')).toEqual([]);
});
