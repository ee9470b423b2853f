import type { ScheduleText } from '../schedule.ts';
import { normaliseText } from './normalise.ts';

const YEAR = '(?:20[0-9]{2}|(?:令和|R) ?(?:[0-9]{1,2}|元))年';
const SINCE = '(?! ?(?:より|から|に|以降|まで|で|~|生まれ))';
/** 「令和8年度」, 「2026年」 at the head of other words; 「令和8年11月の日程」 */
const HEADING = new RegExp(
  `(?<![~0-9] ?)(?:${YEAR} ?[0-9]{1,2}月(?=分?の?(?:日程|予定|開催|開放|スケジュール|実施))|${YEAR}(?:度|(?![0-9度]| ?[0-9]{1,2}月))${SINCE})`,
);

/**
 * The dates in the column of days are of the year, or the month, that the note names: 「10月30日(金)」 beside 「令和8年 おはなし
 * 会」, 「12日(木)、18日(水)」 beside 「令和8年11月の日程」. The heading then stands before the days and no longer in the note.
 */
export function carryYear(text: ScheduleText): ScheduleText {
  const days = normaliseText(text.days ?? '');
  const isDated =
    /[0-9]{1,2}(?:月[0-9]{1,2}(?:日|\(|[・、])|\/[0-9])|[0-9]日\(/.test(days) &&
    !/[0-9]年|20[0-9]{2}|毎|第[1-5](?!回)/.test(days);
  const note = normaliseText(text.note ?? '');
  const heading = isDated ? HEADING.exec(note) : null;
  if (!heading || /月$/.test(heading[0]) === /[0-9](?:月|\/[0-9])/.test(days)) return text;
  const at = heading.index;
  return {
    ...text,
    days: `${heading[0]}${/月$/.test(heading[0]) ? 'の' : ' '}${days}`,
    note: `${note.slice(0, at)}${note.slice(at + heading[0].length)}`,
  };
}
