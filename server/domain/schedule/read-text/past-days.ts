import type { Entry } from './entry.ts';
import { isSingleDay } from './reading.ts';

/** 「2月19日に開催しました」, but not 「2月19日に決まりました」 */
const HELD =
  /[0-9]日(?![^。\n]*(?:変更|変わ|決ま|なり|延期|移))[^。\n]*(?:ました|でした|[っいしれけえべ]た)(?=[。!\n]|$)/;

/** Whether all days are days of some year of which the text tells what was: a report, not when it is held. */
export const isReport = (text: string, entries: Entry[]): boolean =>
  entries.length > 0 && entries.every(({ phrase }) => isSingleDay(phrase)) && HELD.test(text);
