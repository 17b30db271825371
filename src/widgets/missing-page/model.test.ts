import { expect, test } from 'vitest';
import { nearestPath } from './model.ts';

const paths = ['/en/the-whole-trip/', '/en/names-to-addresses/', '/en/wsgi/', '/en/', '/en/glossary/', '/en/failures/'];

test.each<[string, string | undefined, string]>([
  ['/en/wsgl', '/en/wsgi/', 'a slip of the finger'],
  ['/en/WSGI.html', '/en/wsgi/', 'another form of the address'],
  ['/docs/names-to-adresses/', '/en/names-to-addresses/', 'a letter missing, another folder'],
  ['/en/addresses-names', '/en/names-to-addresses/', 'words in another order'],
  ['/en/whole-trip', '/en/the-whole-trip/', 'an article forgotten'],
  ['/en/glosary/', '/en/glossary/', 'a reference page'],
  ['/wp-login.php', undefined, 'nothing like it'],
  ['/', undefined, 'no word at all'],
])('%s → %s: %s', (path, expected, _why) => {
  expect(nearestPath(path, paths)).toBe(expected);
});
