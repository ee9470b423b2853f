const DIGITS: Record<string, number> = { 〇: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const KANJI_NUMBER = /[〇一二三四五六七八九十百千]+/g;

function kanjiToNumber(kanji: string): number {
  if (!/[十百千]/.test(kanji)) return Number([...kanji].map((sign) => DIGITS[sign]).join(''));
  let total = 0;
  let pending = 0;
  for (const sign of kanji) {
    const unit = UNITS[sign];
    if (unit === undefined) pending = pending * 10 + (DIGITS[sign] ?? 0);
    else {
      total += (pending || 1) * unit;
      pending = 0;
    }
  }
  return total + pending;
}

/**
 * Kanji numbers as Arabic digits: 四丁目 → 4丁目, 北二十四条 → 北24条. Names are changed as well (八王子 → 8王子), so
 * the result is for comparing with text folded in the same way, never for showing.
 */
export function foldNumerals(text: string): string {
  return text.replace(KANJI_NUMBER, (kanji) => String(kanjiToNumber(kanji)));
}
