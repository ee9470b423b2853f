import type { ScheduleText } from '../schedule.ts';
import { CLOCK } from './clock.ts';
import { columnHours, isUnclear } from './columns.ts';
import { withDaysInTimes } from './days-in-times.ts';
import { normaliseText } from './normalise.ts';
import { isBlank, joined } from './written.ts';

/** A longer cell is looked at once, as it stands. */
const MOST_LETTERS = 300;
const ASIDE = /^([^()※]+?) ?(?:\(([^()]+)\)|※ ?(.+))$/;
/** 12~13は閉室 */
const BARE_SPAN = /(?<![0-9:時])([0-9]{1,2}) ?[~-] ?([0-9]{1,2})(?=は|の?間)/;
const LONE_CLOCK = new RegExp(`(?<![~-] ?|から)${CLOCK}$`);

/**
 * What stands in the cells of times and is more than times is a sentence of the note: days, 「18:00(11月~2月は17:00まで)」, and a
 * cell that holds the whole, 「食堂12:00~14:00 / パントリー14:30~15:30」.
 */
export function withTimesSpelt(text: ScheduleText): ScheduleText {
  const written = withDaysInTimes(text);
  if ((text.from?.length ?? 0) + (text.to?.length ?? 0) > MOST_LETTERS) return written;
  if (!isUnclear(columnHours(written.from, written.to))) return written;
  // 「9:00~15:00」 and 「※12時~13時は閉室」
  if (isBesideSpan(written)) return { ...written, to: null, note: joined(written.to, written.note) };
  const [from, opening] = apart(written.from, 'から');
  const [to, closing] = apart(written.to, 'まで');
  const said = joined(opening, closing);
  if (said !== '' && columnHours(from, to).unread.length === 0)
    return { ...written, from, to, note: joined(said, written.note) };
  if (!isBlank(written.from) && !isBlank(written.to)) return written;
  const cell = normaliseText(joined(written.from, written.to)).replace(/ [/] /g, '、');
  return { ...written, from: null, to: null, note: joined(cell, written.note) };
}

const isBesideSpan = ({ from, to }: ScheduleText): boolean =>
  /^[※(]/.test(normaliseText(to ?? '')) &&
  columnHours(from, null).hours?.every(({ start, end }) => start !== null && end !== null) === true;

/** A cell and what stands behind its time; `joint` is what a time alone means there. */
function apart(text: string | null | undefined, joint: string): [cell: string | null, aside: string | null] {
  const [, cell, bracketed, noted] = ASIDE.exec(normaliseText(text ?? '')) ?? [];
  if (cell === undefined) return [text ?? null, null];
  return [cell, (bracketed ?? noted ?? '').replace(LONE_CLOCK, `$&${joint}`).replace(BARE_SPAN, '$1時~$2時')];
}
