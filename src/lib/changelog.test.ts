import { expect, test } from 'vitest';
import { readChangelog } from './changelog.ts';

test('releases are read with their day and their changes; what has no day is left out', () => {
  const text = `# Changes

Said before.

## Next

- Not out yet.

## 0.2.0 · 2026-12-01

- A chapter about
  ports.
- A fix.

## 0.1.0 (2026-11-21)

- The beginning.
`;
  expect(readChangelog(text)).toEqual([
    { version: '0.2.0', date: '2026-12-01', changes: ['A chapter about ports.', 'A fix.'] },
    { version: '0.1.0', date: '2026-11-21', changes: ['The beginning.'] },
  ]);
});
