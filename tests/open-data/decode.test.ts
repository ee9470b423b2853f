import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decode, UnreadableFileError } from '../../server/open-data/decode.ts';

const HEADER = '全国地方公共団体コード,ID';
const BOM = [0xef, 0xbb, 0xbf];
const utf8 = (...marks: number[]): Uint8Array => Buffer.concat([Buffer.from(marks), Buffer.from(HEADER)]);

describe('decode', () => {
  test.each([
    ['UTF-8 without a BOM', utf8()],
    ['with a BOM', utf8(...BOM)],
    ['with two BOMs', utf8(...BOM, ...BOM)],
    ['with a BOM and a question mark', utf8(...BOM, 0x3f)],
  ])('%s', (_, bytes) => {
    expect(decode(bytes)).toEqual({ text: HEADER, encoding: 'utf-8' });
  });

  test('a question mark without a BOM is kept: it is content', () => {
    expect(decode(Buffer.from('?a')).text).toBe('?a');
  });

  test('cp932 with its own signs', () => {
    expect(decode(iconv.encode('髙橋㈱①ﾊﾁ～', 'cp932'))).toEqual({ text: '髙橋㈱①ﾊﾁ～', encoding: 'cp932' });
  });

  test('UTF-16 as Excel writes "Unicode text"', () => {
    expect(decode(iconv.encode('名称\tID', 'utf-16le', { addBOM: true }))).toEqual({
      text: '名称\tID',
      encoding: 'utf-16le',
    });
  });

  test.each([
    ['a spreadsheet', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]), /CSV UTF-8/],
    ['an old spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), /CSV UTF-8/],
    ['a PDF', Buffer.from('%PDF-1.7'), /PDF/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), /文字のファイルではありません/],
    ['nothing', Buffer.from([]), /空/],
  ])('%s is refused with what to do', (_, bytes, message) => {
    expect(() => decode(bytes)).toThrow(UnreadableFileError);
    expect(() => decode(bytes)).toThrow(message);
  });
});
