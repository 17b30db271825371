import { expect, test } from 'vitest';
import { plainSpaces, unbrokenTitles } from './pdf-titles.ts';
import { readPdf } from './read-pdf.ts';

/** A PDF of objects alone, with the table of their places. */
function pdf(root: string, ...others: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n';
  const places = [root, ...others].map((object, i) => {
    const place = text.length;
    text += `${i + 1} 0 obj\n<<${object}>>\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  return Buffer.from(`${text}xref\n0 ${places.length + 1}\n0000000000 65535 f \n${places.join('')}trailer\n<</Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`, 'latin1');
}

const hex = (title: string): string => `<FEFF${Buffer.from(title, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
const book = pdf(
  '/Outlines 2 0 R /Pages 6 0 R /StructTreeRoot 7 0 R /MarkInfo <</Marked true>> /Lang (en)',
  '/First 3 0 R /Last 3 0 R',
  '/Title (Request \\(Path\\)) /First 4 0 R',
  `/Title ${hex('1 Nginx\u00a0→ app')} /Next 5 0 R`,
  '/Title (2 Who asks?)',
  '/Count 390',
  '/K 1',
);

test('tags, language, pages and bookmarks are read', () => {
  expect(readPdf(book)).toEqual({
    isTagged: true,
    language: 'en',
    pages: 390,
    outline: [{ title: 'Request (Path)', level: 1 }, { title: '1 Nginx\u00a0→ app', level: 2 }, { title: '2 Who asks?', level: 2 }],
  });
});

test('a PDF without tags and bookmarks says so', () => {
  expect(readPdf(pdf('/Pages 2 0 R', '/Count 1'))).toEqual({ isTagged: false, language: undefined, pages: 1, outline: [] });
});

test('what has no table at its end is refused', () => {
  expect(() => readPdf(Buffer.from('%PDF-1.7\n'))).toThrow('no table of its objects');
});

test('spaces of headings survive a break of line, and become plain again in bookmarks', () => {
  expect(unbrokenTitles('<h2 id="a b"><span class="n">1</span> Who\n asks?</h2> <p>a b</p>')).toBe(
    '<h2 id="a b"><span class="n">1</span>&nbsp;Who&nbsp;<wbr>asks?</h2> <p>a b</p>',
  );
  expect(readPdf(plainSpaces(Uint8Array.from(book))).outline[1]?.title).toBe('1 Nginx → app');
});
