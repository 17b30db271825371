import { expect, test } from 'vitest';
import { splitIntro } from './split-intro.ts';

test('what stands before the first section is the introduction', () => {
  const html = '<p>Guess.</p>\n<section class="sec prose"><h2>A</h2></section><section class="sec prose"></section>';
  expect(splitIntro(html)).toEqual({
    intro: '<p>Guess.</p>\n',
    body: '<section class="sec prose"><h2>A</h2></section><section class="sec prose"></section>',
  });
});

test('a chapter without sections is all introduction', () => {
  expect(splitIntro('<p>Only this.</p>')).toEqual({ intro: '<p>Only this.</p>', body: '' });
});
