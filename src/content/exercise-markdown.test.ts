import { expect, test } from 'vitest';
import { exerciseMarkdown } from './exercise-markdown.ts';
import type { ExerciseFile } from './read-exercises.ts';

const exercise = {
  starter: 'pass\n',
  solution: 'print("hello")\n',
  data: {
    title: 'A greeting',
    task: 'See [there](#there).\n',
    hints: ['First.', 'Then.'],
    explain: 'So it is.',
    requests: [{ title: '`GET /`' }],
    wrong: [{ why: 'It says bye.' }],
  },
} as unknown as ExerciseFile;

test('task, start, hints, solution and near misses are there, and links are written out', () => {
  const text = exerciseMarkdown(exercise, (markdown) => markdown.replace('#there', 'https://guide.test/en/cgi/#there'));
  expect(text).toContain('#### Exercise: A greeting\n\nSee [there](https://guide.test/en/cgi/#there).\n\nTested with these requests:\n\n- `GET /`');
  expect(text).toContain('Where you start:\n\n```python\npass\n```');
  expect(text).toContain('1. First.\n2. Then.');
  expect(text).toMatch(/A worked solution:\n\n```python\nprint\("hello"\)\n```\n\nSo it is\.\n\nNear misses:\n\n- It says bye\.$/);
});
