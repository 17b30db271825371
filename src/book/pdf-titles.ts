/**
 * Chromium leaves the space at the end of a line out of the bookmark that it makes of a heading. So headings get spaces
 * that do not vanish, each with a place to break after it, but for one that begins a text: alone it would not be drawn,
 * and vanish, too. {@link plainSpaces} turns them back in the bookmarks.
 * @param html of a page as Astro writes it
 */
export function unbrokenTitles(html: string): string {
  return html.replace(/<(h[2-6])(?=[\s>])[\s\S]*?<\/\1>/g, (heading) =>
    heading.replace(/(>)([^<]+)/g, (_, end: string, text: string) => end + text.replace(/^[ \n]+/, '&nbsp;').replace(/[ \n]+/g, '&nbsp;<wbr>')),
  );
}

/** Writes plain spaces into the bookmarks of a PDF of Chromium's, which has them as hexadecimal UTF-16; no byte moves. */
export function plainSpaces(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const start = '/Title <FEFF';
  for (let at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + 1)) {
    const from = at + start.length;
    const title = bytes.toString('latin1', from, bytes.indexOf('>', from));
    bytes.write(title.replace(/[\dA-Fa-f]{4}/g, (unit) => (unit.toUpperCase() === '00A0' ? '0020' : unit)), from, 'latin1');
  }
  return pdf;
}
