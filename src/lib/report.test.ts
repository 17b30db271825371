import { expect, test } from 'vitest';
import { reportAddress } from './report.ts';

test('a report knows its page and the version, whatever the title holds', () => {
  const address = reportAddress('https://code.example/guide/', { title: 'What does :443 mean & who is listening?', address: 'https://guide.example/en/wsgi/', version: '1.2.3' });
  const url = new URL(address);
  expect(url.origin + url.pathname).toBe('https://code.example/guide/issues/new');
  expect(url.searchParams.get('title')).toBe('What does :443 mean & who is listening?: ');
  expect(url.searchParams.get('body')).toBe('Page: https://guide.example/en/wsgi/\nVersion: 1.2.3\n\n');
});
