/** ① … ⑳; NFKC would turn ①17:00 into 117:00. */
const CIRCLED = /[\u2460-\u2473]/g;
/** What people type for a wave dash or an en dash. */
const WAVES = /[〜~∼⁓→⇒]/g;
const HYPHENS = /[−–—―‐‑]/g;
const BRACKETS = /[【】〔〕[\]「」『』<>〈〉《》]/g;

/**
 * One spelling for everything the grammar knows: half-width digits and signs, `~` for ranges, `(1)` for ①, brackets
 * of emphasis as spaces, 「ー」 between numbers or weekdays as a range.
 */
export function normaliseText(text: string): string {
  return text
    .replace(/\r\n?|\\n|<br\s*\/?>/gi, '\n')
    .replace(CIRCLED, (sign) => `(${sign.charCodeAt(0) - 0x245f})`)
    .normalize('NFKC')
    .replace(WAVES, '~')
    .replace(HYPHENS, '-')
    .replace(/([0-9時分半月火水木金土日曜週])\s*ー\s*(?=[0-9月火水木金土日第])/g, '$1~')
    .replace(/･/g, '・')
    .replace(/(第[0-9一二三四五])[.．](?=第?[0-9一二三四五](?:[^0-9]|$))/g, '$1・')
    .replace(/[;,，]/g, '、')
    .replace(BRACKETS, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
}
