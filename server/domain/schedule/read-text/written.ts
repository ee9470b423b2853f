import type { ScheduleText } from '../schedule.ts';
import { FREQUENCIES } from './columns.ts';
import { normaliseText } from './normalise.ts';

/** 「ほぼ毎日」 beside a column of weekdays says how often, not on which days. */
export const frequencyWords = ({ frequency, weekdays, days }: ScheduleText) =>
  /^(?:ほぼ)?毎日$/.test(normaliseText(frequency ?? '')) && !(isBlank(weekdays) && isBlank(days))
    ? null
    : frequency && normaliseText(frequency).replace(/^[月週年]に?[0-9]{1,2}(?: ?[~・-] ?[0-9]{1,2})?$/, '$&回');

export const joined = (note?: string | null, text?: string | null) =>
  [note, text].filter((part) => !isBlank(part)).join('\n');

export function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || /^(?:|-+|なし|無し|特になし|無)$/.test(normaliseText(text));
}

/** What stands in the cells, for people: hours together, and a frequency that is a bare code in the words of its format. */
export function verbatim(text: ScheduleText): string | null {
  const hours = isWritten(text.from) && isWritten(text.to) ? [`${text.from}〜${text.to}`] : [text.from, text.to];
  const code = /^[1-8]$/.exec(normaliseText(text.frequency ?? ''))?.[0];
  const frequency = code === undefined ? text.frequency : FREQUENCIES[Number(code) - 1];
  const written = [text.text, frequency, text.weekdays, text.days, ...hours, text.note].filter(isWritten);
  return written.length > 0 ? written.join(' / ') : null;
}

const isWritten = (part?: string | null) => part !== null && part !== undefined && part.trim() !== '';
