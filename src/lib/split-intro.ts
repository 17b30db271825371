/** HTML of a chapter: what stands before its first section, and the sections. */
export function splitIntro(html: string): { readonly intro: string; readonly body: string } {
  const at = html.indexOf('<section class="sec');
  return at < 0 ? { intro: html, body: '' } : { intro: html.slice(0, at), body: html.slice(at) };
}
