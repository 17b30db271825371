import { expect, test } from 'vitest';
import { variantsIn } from './wording.ts';

test.each([
  ['The backend runs nginx.', ['backend', 'nginx']],
  ['The upstream runs Nginx.', []],
  ['Type `nginx -t`; see [the docs](source:nginx-docs).', []],
  ['People say "backend" for it.', []],
  ['A lookup of the hostname.', ['hostname', 'lookup']],
  ['A look-up of the host name.', []],
])('%s', (text, found) => {
  expect(variantsIn(text).map(([word]) => word).sort()).toEqual([...found].sort());
});
