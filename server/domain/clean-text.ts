/**
 * Marks that turn the direction of what follows, letters without width, and control characters but tab and line feed:
 * they deceive, and show nothing. U+200D joins emoji and is looked at apart.
 */
const UNSEEN =
  /(?![\t\n\u200d])[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
/** A joiner is kept inside an emoji alone (a family of three). */
const LOOSE_JOINER =
  /(?<!\p{Extended_Pictographic}|\ufe0f|\p{Emoji_Modifier})\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

/** Text of one line as it is kept: NFC, without unseen signs, its spaces made one. Emoji and variants of kanji stay. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ');
}

/** Text of several lines as it is kept: as {@link cleanLine}, at most one empty line in a row. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(UNSEEN, '')
    .replace(LOOSE_JOINER, '')
    .replace(/[^\S\n]+/gu, (spaces) => (spaces.includes('\u3000') ? '\u3000' : ' '))
    .replace(/ *\n */gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** Characters as a reader counts them (code points). */
export function lengthOf(text: string): number {
  return [...text].length;
}
