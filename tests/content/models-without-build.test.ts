import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Models and helpers that other programs call: Node must take them as they are, with its own type stripping. */
const modules = [
  ...readdirSync(join(root, 'src/widgets'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:^|\/)model\.ts$/.test(name))
    .map((name) => `src/widgets/${name}`),
  'src/content/check-guide.ts',
  'src/content/excerpt.ts',
  'src/diagrams/source.ts',
  'src/lab/transcript.ts',
  'src/markdown/inline.ts',
  'src/progress/model.ts',
  'src/schemas/quiz.ts',
  'src/server/headers.ts',
];

test('models run under plain Node, without a build and without a page', () => {
  expect(modules.filter((name) => name.includes('widgets')).length).toBeGreaterThan(2);
  const program = modules.map((name) => `await import(${JSON.stringify(join(root, name))});`).join('\n');
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});
