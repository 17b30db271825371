import { expect, test } from 'vitest';
import { outputLines } from './output.ts';

test('line ends of HTTP are those of a text file', () => {
  expect(outputLines('HTTP/1.1 200 OK\r\n\r\nhello', 'lab-x')).toEqual(['HTTP/1.1 200 OK', '', 'hello']);
});

test('no output is no line, a blank line is one', () => {
  expect(outputLines('', 'lab-x')).toEqual([]);
  expect(outputLines('\n', 'lab-x')).toEqual(['']);
});

test('the shell speaks as one at which somebody types', () => {
  const said = "lab-x: line 71: nosuch: command not found\nlab-x: eval: line 73: syntax error near unexpected token `)'\n";
  expect(outputLines(said, 'lab-x')).toEqual(['bash: nosuch: command not found', "bash: syntax error near unexpected token `)'"]);
});

test('without own mounts the folders have the names that they have with them', () => {
  expect(outputLines('/tmp/q/labs/hello/app.py\n', 'lab-x', [['/tmp/q/labs', '/srv']])).toEqual(['/srv/hello/app.py']);
});

test.each([
  ['50 %\r100 %\n', 'line 1 of the output holds the control character 0x0d'],
  ['a\n\x1b[31mred', 'line 2 of the output holds the control character 0x1b'],
  ['\ufffd', 'line 1 of the output holds bytes that are not UTF-8'],
])('%j is refused', (output, message) => {
  expect(() => outputLines(output, 'lab-x')).toThrow(message);
});
