import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Unit tests stand beside what they test; content and build tests stand in tests/. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  cacheDir: '.cache/vitest',
  test: {
    include: ['src/**/*.test.ts', 'tests/content/**/*.test.ts', 'tests/grader/**/*.test.ts', 'tests/payloads/**/*.test.ts'],
    // Time enough for a busy machine.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: ['default'],
  },
});
