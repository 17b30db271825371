import { expect, test } from 'vitest';
import { readsLog } from './run-lab.ts';

test.each([
  ['grep Error minds.log | tail -n 1', true],
  ["cut -d' ' -f4- /var/log/nginx/access.log", true],
  ['cat hello.py', false],
  ['curl -s http://shop.test/ > out.log', false],
  ['until grep made stream.log; do sleep 0.1; done', false],
])('%s: %s', (command, expected) => {
  expect(readsLog(command)).toBe(expected);
});
