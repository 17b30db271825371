// @ts-check
/**
 * What each npm script runs, with the project's own Node. The first part is a file of the project;
 * options typed after the command are added at the end.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const commands = {
  start: ['src/tools/start.ts'],
  preview: ['src/tools/start.ts', '--no-build'],
  dev: ['src/tools/dev.ts'],
  build: ['src/tools/build.ts'],
  book: ['src/tools/book.ts'],
  test: ['src/tools/test.ts'],
  check: ['src/tools/test.ts', '--only', 'types,content,drawings'],
  'labs:record': ['src/lab/record-labs.ts'],
  'labs:test': ['src/lab/test-labs.ts'],
  'models:compare': ['src/lab/compare-models.ts'],
  'labs:needs': ['src/lab/install-needs.ts', '--run'],
  measure: ['src/tools/measure.ts'],
  'search:score': ['src/tools/search-score.ts'],
  'check:content': ['src/content/check-content.ts'],
  licences: ['src/tools/licences.ts'],
  'nginx:conf': ['src/tools/nginx-conf.ts'],
  'bench:build': ['src/tools/bench-build.ts'],
  'release:addresses': ['src/tools/release-addresses.ts'],
  'new:chapter': ['src/tools/new-chapter.ts'],
};
