import { expect, test } from 'vitest';
import { toXhtml } from './xhtml.ts';

test.each([
  ['an element without content', '<p>a<br>b</p>', '<p>a<br/>b</p>'],
  ['an attribute without value', '<ol reversed><li>a</li></ol>', '<ol reversed="reversed"><li>a</li></ol>'],
  ['values in other quotes, or in none', `<a href=/x title='a "b"'>c</a>`, '<a href="/x" title="a &quot;b&quot;">c</a>'],
  ['an angle bracket in a value', '<i title="a < b > c">d</i>', '<i title="a &lt; b > c">d</i>'],
  ['what only the site needs', '<td data-h="Who">a<!-- b --></td>', '<td>a</td>'],
  ['a drawing', '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>'],
  ['references', '<p>a&nbsp;b &amp;amp; c &#38; d & e?f&g=h</p>', '<p>a\u00a0b &amp;amp; c &#38; d &amp; e?f&amp;g=h</p>'],
])('%s is written as XML', (_, html, xhtml) => {
  expect(toXhtml(html)).toBe(xhtml);
});

test.each([
  ['an element that stays open', '<p>a<b>b</p>', '</p> closes <b>'],
  ['an end without start', '<p>a</p></div>', '</div> closes <nothing>'],
  ['two that stay open', '<div><p>a', '<div>, <p> is not closed'],
  ['a reference of HTML alone', '<p>&copy;</p>', '&copy;'],
])('%s is told', (_, html, message) => {
  expect(() => toXhtml(html)).toThrow(message);
});
