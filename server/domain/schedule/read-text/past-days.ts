import type { Entry } from './entry.ts';
import { isSingleDay } from './reading.ts';

/** 「2月19日に開催しました」, but not 「2月19日に決まりました」 */
const HELD =
  /[0-9]日(?![^。\n]*(?:変更|変わ|決ま|なり|延期|移))[^。\n]*(?:ました|でした|[っいしれけえべ]た)(?=[。!\n]|$)/;
/** 「18日は中止とし、2月1日に延期」: which of the days is meant is not worked out. */
const POSTPONED =
  /[0-9]日(?![^。\n]*(?:雨|雪|荒天|天候|場合|とき|時は|警報))[^。\n]*(?:中止|延期|順延|振替)(?:と|に)?(?:し|させ|いた|なり|、|・|(?=。)|$)/;

/** Whether all days are days of some year of which the text tells what was, or that they are put off: not when it is held. */
export const isReport = (text: string, entries: Entry[]): boolean =>
  entries.length > 0 &&
  entries.every(({ phrase }) => isSingleDay(phrase) || phrase.dates !== null) &&
  (HELD.test(text) || (entries.length > 1 && POSTPONED.test(text)));
