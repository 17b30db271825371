import { expect, test } from 'vitest';
import { columns } from './columns.ts';

test('columns are as wide as their widest cell; words stand to the left where that is asked', () => {
  expect(columns(['page', 'kB', 'ms'], [['/en/', '9.0', '750'], ['/en/asgi/', '80.1', '']], [0])).toBe(['page         kB   ms', '/en/        9.0  750', '/en/asgi/  80.1'].join('\n'));
});

test('a table without rows is its head', () => {
  expect(columns(['chapters', 's'], [])).toBe('chapters  s');
});
