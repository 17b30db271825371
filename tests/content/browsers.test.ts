import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../site.ts';

/**
 * What some browser of the end of 2024 (Chrome 131, Firefox 133, Safari 18.1) lacks, as the data of the WebDX group tell it
 * (npm package web-features 3.40.0), and how it is recognised in code that runs in a page. CONTRIBUTING.md says of each one
 * that is used what happens where it is missing; another one is used only with such a line.
 */
const newer: Readonly<Record<string, RegExp>> = {
  '`text-wrap: pretty`': /text-wrap:\s*pretty/,
  '`::details-content`': /::details-content/,
  '`content-visibility`': /content-visibility/,
  '`scrollbar-width`': /scrollbar-width/,
  '`text-size-adjust`': /text-size-adjust/,
  '`popover`': /\bpopover\b/i,
  'Trusted Types': /trustedTypes/,
  'speculation rules': /type="speculationrules"|type=\{?['"]speculationrules/,
  'view transitions': /@view-transition|startViewTransition|view-transition-name/,
  'anchor positioning': /anchor-name|position-anchor|position-area|\banchor\(/,
  '`interpolate-size`': /interpolate-size|calc-size\(/,
  '`field-sizing`': /field-sizing/,
  '`@scope`': /@scope\b/,
  'scroll-driven animations': /animation-timeline|scroll-timeline|view-timeline/,
  '`attr()` with types, `if()` and `@function`': /attr\([\w-]+ type\(|:\s*if\(|@function\b/,
  '`contrast-color()`': /contrast-color\(/,
  '`text-box`': /text-box(-trim|-edge)?:/,
  '`sibling-index()`': /sibling-(index|count)\(/,
  '`appearance: base-select`': /base-select/,
  'command and interest invokers, `closedby`': /\b(commandfor|interestfor|closedby)\b/,
  'custom highlights': /CSS\.highlights|::highlight\(/,
  '`scrollbar-gutter`': /scrollbar-gutter/,
  'methods of iterators': /\.(values|keys|entries)\(\)\s*\.(map|filter|flatMap|some|every|find|reduce|take|drop|toArray|forEach)\(|\.matchAll\([^;]*?\)\.(map|filter|toArray)\(/,
  '`Promise.try`': /Promise\.try\(/,
  '`RegExp.escape`': /RegExp\.escape\(/,
  '`Uint8Array.fromBase64`': /\.fromBase64\(|\.toBase64\(|\.fromHex\(|\.toHex\(/,
  '`using`': /^\s*(await )?using \w+ =/m,
  'Temporal': /\bTemporal\./,
  '`URLPattern`': /new URLPattern\(/,
  'the sanitizer': /\.setHTML\(/,
  '`requestIdleCallback`': /requestIdleCallback/,
  '`scheduler`': /\bscheduler\.(yield|postTask)/,
  'the Navigation API': /\bnavigation\.(navigate|addEventListener)/,
};

/** Folders whose files reach a browser; a model does, too. */
const folders = ['styles', 'widgets', 'components', 'layouts', 'explorers', 'progress', 'search', 'offline', 'pages'];

const files = folders.flatMap((folder) =>
  readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(css|ts|astro)$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => join('src', folder, name)),
);
const used = Object.entries(newer).flatMap(([name, pattern]) => {
  const where = files.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')));
  return where.length > 0 ? [{ name, where }] : [];
});
const note = /^## Browsers$([\s\S]*?)^## /m.exec(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'))?.[1] ?? '';
const noted = [...note.matchAll(/^\| ([^|]+?) \|/gm)].map(([, name = '']) => name).filter((name) => name in newer);

test.each(used)('$name is newer than two years, and the note says what happens without it', ({ name, where }) => {
  expect(noted, where.join(', ')).toContain(name);
});

test('the note names nothing that is not used any more', () => {
  expect(noted.filter((name) => !used.some((one) => one.name === name))).toEqual([]);
});

test('the patterns recognise what they are for', () => {
  expect('p { text-wrap: pretty }').toMatch(newer['`text-wrap: pretty`'] ?? /^$/);
  expect('map.values().map((one) => one)').toMatch(newer['methods of iterators'] ?? /^$/);
  expect('[...map.values()].map((one) => one)').not.toMatch(newer['methods of iterators'] ?? /./);
});
