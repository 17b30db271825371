import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeReady, isBound, isListeningSocket, isReady } from './ready.ts';

const tcp = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 1400007F:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0 100 0 0 10 0
   1: 00000000:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 2 1 0 100 0 0 10 0
   2: 0100007F:0016 0100007F:D431 01 00000000:00000000 00:00000000 00000000     0        0 3 1 0 20 4 30 10 -1
`;
const tcp6 = '   0: 00000000000000000000000000000000:1F91 00000000000000000000000000000000:0000 0A 00000000:00000000 00:0\n';

test.each([
  ['a port', 80, undefined, true],
  ['a port at its address', 80, '127.0.0.20', true],
  ['a port at another address', 80, '127.0.0.10', false],
  ['a port at every address', 8080, '127.0.0.10', true],
  ['a port at every address of IPv6', 8081, '127.0.0.10', true],
  ['a port of a connection', 22, undefined, false],
  ['a port of nobody', 81, undefined, false],
])('%s', (_what, port, address, bound) => {
  expect(isBound(tcp + tcp6, port, '0A', address)).toBe(bound);
});

test('a Unix socket that accepts is told from one that is connected', () => {
  const line = (flags: string, path: string): string => `0000000000000000: 00000002 00000000 ${flags} 0001 01 1234 ${path}`;
  expect(isListeningSocket(line('00010000', '/srv/x/app.sock'), 'app.sock')).toBe(true);
  expect(isListeningSocket(line('00000000', '/srv/x/app.sock'), 'app.sock')).toBe(false);
  expect(isListeningSocket(line('00010000', '/srv/x/other.sock'), 'app.sock')).toBe(false);
});

test('what was waited for is said in words', () => {
  expect(describeReady({ udp: 53, address: '127.1.0.1' })).toBe('UDP port 53 at 127.1.0.1');
  expect(describeReady({ log: 'ready' })).toBe('log line with "ready"');
  expect(describeReady({ file: 'error.log', log: 'ready' })).toBe('error.log line with "ready"');
});

test('words in a file are waited for, the file alone is not enough', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ready-'));
  const inside = { pid: process.pid, folder };
  const ready = { file: 'error.log', log: 'startup complete' };
  expect(isReady(ready, 'server.log', inside)).toBe(false);
  writeFileSync(join(folder, 'error.log'), 'Started server process\n');
  expect(isReady(ready, 'server.log', inside)).toBe(false);
  expect(isReady({ file: 'error.log' }, 'server.log', inside)).toBe(true);
  writeFileSync(join(folder, 'error.log'), 'Started server process\nApplication startup complete.\n');
  expect(isReady(ready, 'server.log', inside)).toBe(true);
  rmSync(folder, { recursive: true });
});
