import iconv from 'iconv-lite';

export type Encoding = 'utf-8' | 'cp932' | 'utf-16le';

export interface Decoded {
  text: string;
  encoding: Encoding;
}

/** A file that cannot be read as text; the message says what to do. */
export class UnreadableFileError extends Error {
  override name = 'UnreadableFileError';
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const PDF = [0x25, 0x50, 0x44, 0x46];

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function refuseOtherFormats(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new UnreadableFileError('ファイルが空です。');
  if (beginsWith(bytes, ZIP) || beginsWith(bytes, OLE))
    throw new UnreadableFileError('Excelなどのファイルです。表計算ソフトで「CSV UTF-8」として保存し直してください。');
  if (beginsWith(bytes, PDF)) throw new UnreadableFileError('PDFは読めません。CSVのファイルを指定してください。');
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * One or two BOMs, and the literal `?` that a conversion made of a second one (目黒区, 昭島市). A `?` counts only after
 * a BOM: no header begins with it.
 */
function withoutMarks(text: string): string {
  const plain = text.replace(/^\uFEFF+/, '');
  return plain.length < text.length ? plain.replace(/^\?+/, '') : plain;
}

/**
 * The text of a file in UTF-8 (without, with one or with two BOMs, or with a BOM and `?`), UTF-16 with a BOM, or cp932,
 * told apart by validity: Japanese cp932 is never valid UTF-8.
 * @throws UnreadableFileError for what is no text, with what to do instead
 */
export function decode(bytes: Uint8Array): Decoded {
  refuseOtherFormats(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: withoutMarks(iconv.decode(bytes, 'utf-16le', { stripBOM: false })), encoding: 'utf-16le' };
  if (bytes.includes(0))
    throw new UnreadableFileError('文字のファイルではありません。CSVのファイルを指定してください。');
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) return { text: withoutMarks(utf8), encoding: 'utf-8' };
  const cp932 = iconv.decode(bytes, 'cp932');
  if (cp932.includes('\uFFFD'))
    throw new UnreadableFileError('文字コードがわかりません。UTF-8 か Shift_JIS のCSVとして保存し直してください。');
  return { text: cp932, encoding: 'cp932' };
}
