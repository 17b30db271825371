import { expect, test } from 'vitest';
import { byInitial } from './by-initial.ts';

test('terms stand as in a dictionary: case and punctuation do not count, figures come first', () => {
  const groups = byInitial(['WSGI', 'web server', '404', 'Accept-Ranges', 'accept', '/etc/hosts'], (name) => name, 'en');

  expect(groups).toEqual([
    { initial: '#', id: 'letter-other', items: ['404'] },
    { initial: 'A', id: 'letter-a', items: ['accept', 'Accept-Ranges'] },
    { initial: 'E', id: 'letter-e', items: ['/etc/hosts'] },
    { initial: 'W', id: 'letter-w', items: ['web server', 'WSGI'] },
  ]);
});
