import { encode } from 'uqr';

/** A QR code as the outline of an SVG: a square of `size` units with its quiet zone. */
export interface QrPath {
  size: number;
  path: string;
}

/** The quiet zone that ISO/IEC 18004 asks for, in modules. */
const QUIET_ZONE = 4;

/** The QR code of a text, of medium error correction: it is printed, and paper gets dirty. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const rows = data.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join(''));
  return { size, path: rows.join('') };
}
