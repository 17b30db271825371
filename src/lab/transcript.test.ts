import { expect, test } from 'vitest';
import { formatTranscript, parseTranscript } from './transcript.ts';

test('typed lines and printed lines are told apart', () => {
  const text = '$ getent ahosts shop.test\n127.0.0.20 STREAM\n\n127.0.0.20 DGRAM\n$ true\n$ echo end\nend\n';
  expect(parseTranscript(text)).toEqual([
    { typed: 'getent ahosts shop.test', printed: ['127.0.0.20 STREAM', '', '127.0.0.20 DGRAM'] },
    { typed: 'true', printed: [] },
    { typed: 'echo end', printed: ['end'] },
  ]);
});

test('a command of several lines continues after >', () => {
  expect(parseTranscript('$ cat <<END\n> one\n>\n> END\none\n\n')).toEqual([
    { typed: 'cat <<END\none\n\nEND', printed: ['one', ''] },
  ]);
});

test.each([
  ['a request shown by curl -v, first', ['> GET / HTTP/1.1', '> Host: shop.test', '>']],
  ['a request shown by curl -v, later', ['* Connected', '> GET / HTTP/1.1']],
  ['a prompt', ['$ ls', '$', '\\$ x', '\\\\$ x']],
  ['a backslash before >', ['\\> x', '\\> y']],
  ['money and backslashes', ['$5', '\\n', '>>> 1', '']],
  ['blank lines at the end', ['HTTP/1.1 200 OK', '', '']],
])('%s is read back as it was printed', (_what, printed) => {
  const commands = [{ typed: 'first', printed }, { typed: 'second', printed: ['end'] }];
  expect(parseTranscript(formatTranscript(commands))).toEqual(commands);
});

test('only a line that could be mistaken is changed in the file', () => {
  const text = formatTranscript([{ typed: 'curl -v x', printed: ['* Connected', '> GET / HTTP/1.1'] }]);
  expect(text).toBe('$ curl -v x\n* Connected\n> GET / HTTP/1.1\n');
});

test('a text that begins with output says what is missing', () => {
  expect(() => parseTranscript('output\n')).toThrow('line 1 of the transcript comes before any typed line; begin with `$ command`');
});
