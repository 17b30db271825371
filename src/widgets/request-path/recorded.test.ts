import { describe, expect, test } from 'vitest';
import { clockOf, shotOf, type Transcripts } from './recorded.ts';

const transcripts: Transcripts = {
  flask: [
    { typed: 'curl -v https://shop.test/', printed: ['* Connected', '> GET / HTTP/1.1', '< HTTP/1.1 200 OK'] },
    { typed: 'cat asgi.txt', printed: ['first'] },
    { typed: 'cat asgi.txt', printed: ['second'] },
    { typed: 'cat wire.log', printed: ['0.0000 visitor > nginx:443 TCP SYN', '0.0104 nginx > gunicorn:8000 TCP 20 bytes', '      GET / HTTP/1.1', '', '0.0200 app > postgres:5432 TCP SYN'] },
  ],
};

describe('a citation', () => {
  test('shows a whole output, or the lines that it asks for', () => {
    expect(shotOf(transcripts, { run: 'flask', typed: 'curl' })).toMatchObject({ lines: { length: 3 }, isPart: false });
    expect(shotOf(transcripts, { run: 'flask', typed: 'curl', only: '^>' })).toEqual({ typed: 'curl -v https://shop.test/', lines: ['> GET / HTTP/1.1'], isPart: true });
  });
  test('takes a packet with its bytes', () => {
    expect(shotOf(transcripts, { run: 'flask', typed: 'wire.log', only: 'gunicorn' }).lines).toEqual(['0.0104 nginx > gunicorn:8000 TCP 20 bytes', '      GET / HTTP/1.1']);
  });
  test('takes the first of several', () => {
    expect(shotOf(transcripts, { run: 'flask', typed: 'wire.log', only: '.', count: 1 }).lines).toEqual(['0.0000 visitor > nginx:443 TCP SYN']);
  });
  test('says which of several commands', () => {
    expect(shotOf(transcripts, { run: 'flask', typed: 'asgi.txt', turn: 2 }).lines).toEqual(['second']);
  });
  test.each([
    ['a run that was not recorded', { run: 'django', typed: 'curl' }, 'no transcript `django`'],
    ['a command that was not typed', { run: 'flask', typed: 'strace' }, '0 commands hold `strace`'],
    ['two commands at once', { run: 'flask', typed: 'asgi.txt' }, '2 commands hold `asgi.txt`'],
    ['a line that was not printed', { run: 'flask', typed: 'curl', only: '^< HTTP/1.1 500' }, 'matches ^< HTTP/1.1 500'],
  ])('is refused for %s', (_, cite, message) => {
    expect(() => shotOf(transcripts, cite)).toThrow(message);
  });
});

test('the clock is that of the first packet', () => {
  expect(clockOf(['0.0104 nginx > gunicorn:8000 TCP 20 bytes', '0.0200 app'])).toBe(10.4);
  expect(clockOf(['> GET / HTTP/1.1'])).toBeUndefined();
});
