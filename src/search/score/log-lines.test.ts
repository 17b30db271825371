import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readGuide } from '../../content/read-guide.ts';
import { root } from '../../tools/run-tool.ts';
import { asElsewhere, readSharedLines, recordedLines } from './log-lines.ts';

test.each([
  ['2026/11/21 11:04:33 [crit] 32262#32262: *29 connect() failed, client: 198.51.100.7, server: shop.test', '2024/03/05 17:41:08 [crit] 731#731: *88 connect() failed, client: 203.0.113.77, server: www.example.com'],
  ['[error] *45 user "ada": password mismatch', '[error] *88 user "ada": password mismatch'],
  ['[Sat Nov 21 10:44:07.743203 2026] [proxy:error] [pid 8558:tid 8564] AH00957', '[Tue Mar 05 17:41:08.119203 2024] [proxy:error] [pid 731:tid 731] AH00957'],
  ['[2026-11-21 11:00:52 +0000] [22426] [WARNING] Invalid request', '[2024-03-05 17:41:08 +0000] [731] [WARNING] Invalid request'],
  ['127.0.0.1 - - [21/Nov/2026:09:39:41 +0000] "GET /never HTTP/1.1" None', '127.0.0.1 - - [05/Mar/2024:17:41:08 +0000] "GET /never HTTP/1.1" None'],
  ['[CRITICAL] WORKER TIMEOUT (pid:30072)', '[CRITICAL] WORKER TIMEOUT (pid:731)'],
  ['id=3ad68a83 GET /invoices/7 -> 403', 'id=5be0c1d29f GET /invoices/7 -> 403'],
])('%s is another line on another machine', (line, other) => {
  expect(asElsewhere(line)).toBe(other);
});

const guide = readGuide(root, 'en');

test('failures with a recorded line are pasted, those without are not', () => {
  const lines = recordedLines(guide);
  expect(lines.length).toBe(guide.failures.filter(({ data }) => !('none' in data.log)).length);
  expect(lines.find(({ failure }) => failure === 'worker-timeout-500')?.line).toContain('WORKER TIMEOUT');
});

test('failures that share a line have it, each of them', () => {
  const recorded = new Map(recordedLines(guide).map(({ failure, line }) => [failure, line]));
  for (const { line, failures } of readSharedLines(parse(readFileSync(new URL('../../../tests/search/shared-lines.yaml', import.meta.url), 'utf8')))) {
    for (const id of failures) {
      const { also = [] } = guide.failures.find(({ data }) => data.id === id)?.data ?? {};
      expect([recorded.get(id) ?? '', ...also].some((text) => text.includes(line)), `${id} has “${line}”`).toBe(true);
    }
  }
});

test('a mistake in the list of shared lines is named', () => {
  expect(() => readSharedLines([{ line: 'x', failures: ['one'] }])).toThrow(/shared-lines\.yaml[\s\S]*\[0\]\.failures/);
});
