import { findBrowser } from '../browser/find-browser.ts';
import { flakyTests, playwrightCounts, printedCounts, vitestCounts } from './counts.ts';
import { resultsFolder, type TestStep } from './test-step.ts';

const unitReport = `${resultsFolder}/unit.json`;
const browserReport = `${resultsFolder}/browser.json`;

/** The steps of `npm test`, in order: what is quick and explains most comes first. */
export const testSteps: readonly TestStep[] = [
  {
    id: 'types',
    heading: 'Types (astro check)',
    command: ['node_modules/astro/bin/astro.mjs', 'check', '--minimumSeverity', 'warning', '--minimumFailingSeverity', 'warning'],
  },
  {
    id: 'unit',
    heading: 'Unit tests',
    command: [
      ...['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts'],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    ],
    report: unitReport,
    count: ({ report }) => vitestCounts(report),
  },
  { id: 'content', heading: 'Content', command: ['src/content/check-content.ts'] },
  { id: 'drawings', heading: 'Drawings', command: ['src/diagrams/draw.ts', '--check'] },
  { id: 'build', heading: 'Build', command: ['src/tools/build.ts'] },
  { id: 'search', heading: 'Search: right answers', command: ['src/tools/search-score.ts'], after: ['build'] },
  {
    id: 'fuzz',
    heading: 'Broken content: 500 mistakes, 3 whole builds',
    command: ['tests/fuzz/fuzz.ts', '--builds', '3'],
    after: ['build'],
    count: ({ output }) => printedCounts(output),
  },
  {
    id: 'measure',
    heading: 'Sizes and times within their budgets',
    command: ['src/tools/measure.ts', '--no-build', '--until-met'],
    before: () => findBrowser(),
    after: ['build'],
  },
  {
    id: 'same-bytes',
    heading: 'Two builds, the same bytes',
    command: ['src/tools/compare-builds.ts', '--with', 'dist'],
    after: ['build'],
  },
  {
    id: 'browser',
    heading: 'Pages in a browser (Playwright)',
    command: [
      ...['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/playwright.config.ts'],
      ...['--reporter=list,json', '--output', `${resultsFolder}/playwright`],
    ],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
    before: () => findBrowser(),
    after: ['build'],
    report: browserReport,
    count: ({ report }) => playwrightCounts(report),
    remark: flakyTests,
  },
  {
    id: 'labs',
    heading: 'Labs',
    command: ['src/lab/test-labs.ts'],
    live: true,
    count: ({ output }) => printedCounts(output),
  },
  {
    id: 'models',
    heading: 'Models beside the real servers',
    command: ['src/lab/compare-models.ts'],
    live: true,
    count: ({ output }) => printedCounts(output),
  },
];
