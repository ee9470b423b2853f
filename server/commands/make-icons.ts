/**
 * Makes the PNG icons of `web/static/` from `icon.svg` there: two sizes as it is, and two on the ground of the pages, the
 * mark inside the middle 80 % that a system's mask leaves (W3C Web Application Manifest, “Icon masks and safe zone”).
 *
 *     node server/commands/make-icons.ts
 */
import path from 'node:path';
import sharp from 'sharp';

const STATIC = path.resolve(import.meta.dirname, '../../web/static');
const GROUND = '#fff7ea';
const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 };

/** Draws the icon `share` of `size` pixels high, in the middle of a square. */
async function draw(name: string, size: number, share: number, background: string | typeof CLEAR): Promise<void> {
  const inner = Math.round(size * share);
  const mark = await sharp(path.join(STATIC, 'icon.svg'), { density: 1200 })
    .resize(inner, inner, { fit: 'contain', background: CLEAR })
    .png()
    .toBuffer();
  await sharp({ create: { width: size, height: size, channels: 4, background } })
    .composite([{ input: mark }])
    .png({ palette: true })
    .toFile(path.join(STATIC, name));
}

await draw('icon-192.png', 192, 1, CLEAR);
await draw('icon-512.png', 512, 1, CLEAR);
await draw('icon-maskable.png', 512, 0.6, GROUND);
await draw('icon-touch.png', 180, 0.75, GROUND);
