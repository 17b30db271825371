import { afterEach, expect, test, vi } from 'vitest';
import { checkedMarkup, ownScript } from './trusted.ts';

afterEach(() => vi.unstubAllGlobals());

test.each([
  '<section class="q" id="exam-a" data-question="a/b" data-key="{&quot;kind&quot;:&quot;choice&quot;}"><h3 hidden>1 &lt; 2 &amp; 3 > 2</h3></section>',
  '<label class="l in" data-option="1"><input type="radio" name="n" value="1" disabled><code>&lt;script&gt;</code></label>',
  '<svg class="i" viewBox="0 0 20 20" aria-hidden="true"><use href="#dot"></use></svg><a href="/en/wsgi/#environ" aria-label="a < b">x</a><a href="/">y</a>',
])('markup of a question passes as it is: %s', (html) => {
  expect(checkedMarkup(html)).toBe(html);
});

test.each([
  '<script>a()</script>',
  '<p>1 < 2</p>',
  '<p onclick="a()">x</p>',
  '<p class="x"onclick="a()">x</p>',
  '<p ONCLICK="a()">x</p>',
  "<p class='x'>x</p>",
  '<p class=x>x</p>',
  '<p style="color:red">x</p>',
  '<table background="/a.png"></table>',
  '<p/onclick="a()">x</p>',
  '<img src="/a.png">',
  '<a href="javascript:a()">x</a>',
  '<a href="//elsewhere.test/">x</a>',
  '<a href="/\\elsewhere.test/">x</a>',
  '<a href="/\t/elsewhere.test/">x</a>',
  '<a HREF="https://elsewhere.test/">x</a>',
  '<a xlink:href="https://elsewhere.test/">x</a>',
  '<form action="https://elsewhere.test/"></form>',
  '<button formaction="https://elsewhere.test/">x</button>',
  '<use href="data:image/svg+xml,x"></use>',
  '<iframe srcdoc="x"></iframe>',
  '<!-- x --><p>x</p>',
  '<template><p>x</p></template>',
  '<p class="x',
])('other markup does not: %s', (html) => {
  expect(() => checkedMarkup(html)).toThrow(/^No question has markup like </);
});

test('a script comes from this site only', () => {
  vi.stubGlobal('location', new URL('https://guide.test/docs/en/'));
  expect(ownScript('/docs/sw.js')).toBe('https://guide.test/docs/sw.js');
  for (const other of ['https://elsewhere.test/a.js', '//elsewhere.test/a.js', 'data:text/javascript,a()', 'blob:null/1', 'javascript:a()', 'http://guide.test/a.js']) {
    expect(() => ownScript(other)).toThrow('is another site, and scripts come from this one only');
  }
});
