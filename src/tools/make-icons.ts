/**
 * `node src/tools/make-icons.ts`: makes the icons of public/ from public/favicon.svg. Run it after a change of that
 * drawing and commit what it writes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';

/** Colour behind icons that must not be transparent: --paper of the light theme. */
const paper = '#fbfaf6';
const drawing = readFileSync('public/favicon.svg', 'utf8');

/** Draws the icon; `share` of the square is the drawing, the rest is paper. */
async function icon(size: number, share: number, background?: string): Promise<Buffer> {
  const inner = Math.round(size * share);
  const margin = Math.floor((size - inner) / 2);
  const picture = await sharp(Buffer.from(drawing), { density: (72 * inner) / 32 }).resize(inner, inner).png().toBuffer();
  return sharp({ create: { width: size, height: size, channels: 4, background: background ?? '#0000' } })
    .composite([{ input: picture, left: margin, top: margin }])
    .png({ compressionLevel: 9 })
    .toBuffer();
}

/** An .ico file that holds one PNG. */
function ico(png: Buffer, size: number): Buffer {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2); // an icon
  header.writeUInt16LE(1, 4); // one picture
  header.writeUInt8(size, 6);
  header.writeUInt8(size, 7);
  header.writeUInt16LE(1, 10); // planes
  header.writeUInt16LE(32, 12); // bits a pixel
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, png]);
}

const files: Readonly<Record<string, Buffer>> = {
  'favicon.ico': ico(await icon(32, 1), 32),
  'apple-touch-icon.png': await icon(180, 0.74, paper),
  'icon-192.png': await icon(192, 1),
  'icon-512.png': await icon(512, 1),
  'icon-maskable-512.png': await icon(512, 0.6, paper),
};
for (const [name, content] of Object.entries(files)) {
  writeFileSync(`public/${name}`, content);
  console.log(`public/${name} ${content.length} bytes`);
}
