import type { Voice } from '../voice.ts';
import { writeDaysText } from './write-text-days.ts';
import { EVERY_DAY, type Closure, type HolidayPolicy, type Rule, type Schedule, type TimeSlot } from './schedule.ts';
import { segments, type Segment, verbatim } from './ruby.ts';

/** One line, for `<p>`: segments in order, those with `ruby` for `<ruby>text<rt>ruby</rt></ruby>`. */
export type Line = Segment[];

/**
 * A schedule in people's language: one line per rule, then closing days, extra dates and how sure it is. やさしいにほんご has
 * short words and a reading over every kanji of ours; text of the source (labels, reasons) stays as it is.
 */
export function describeSchedule(schedule: Schedule, voice: Voice): Line[] {
  return linesOf(schedule, voice).map((line) => segments(line, voice));
}

/** A line without its readings, for mails, calendars and APIs. */
export function plainText(line: Line): string {
  return line.map((segment) => segment.text).join('');
}

function linesOf(schedule: Schedule, voice: Voice): string[] {
  const words = WORDS[voice];
  if (schedule.certainty === 'UNKNOWN') return [words.unknown, ...extraLines(schedule, voice)];
  if (schedule.certainty === 'SUSPENDED') return [words.suspended, ...extraLines(schedule, voice)];
  const rules = groupByDays(schedule, voice);
  return [
    ...rules,
    ...schedule.closures.map((closure) => closureLine(closure, voice)),
    ...extraLines(schedule, voice),
    ...certaintyLines(schedule, voice),
  ];
}

function groupByDays(schedule: Schedule, voice: Voice): string[] {
  const rules = mergeHolidayRules(schedule);
  return rules.map(({ rule, withHolidays }) => ruleLine(rule, withHolidays, schedule, voice));
}

/** 「土日祝」 is one line, not two: a rule for holidays alone that has the hours of another is said with it. */
function mergeHolidayRules({ rules, holidays }: Schedule): { rule: Rule; withHolidays: boolean }[] {
  const policy = (rule: Rule) => rule.holidays ?? holidays;
  const only = rules.filter((rule) => policy(rule) === 'ONLY' && rule.weekdays.length === 0);
  const sameHours = (a: Rule, b: Rule) => JSON.stringify(a.slots) === JSON.stringify(b.slots);
  const partner = (rule: Rule) => policy(rule) !== 'ONLY' && only.some((other) => sameHours(rule, other));
  const merged = only.filter((rule) =>
    rules.some((other) => other !== rule && policy(other) !== 'ONLY' && sameHours(rule, other)),
  );
  return rules.filter((rule) => !merged.includes(rule)).map((rule) => ({ rule, withHolidays: partner(rule) }));
}

function ruleLine(rule: Rule, withHolidays: boolean, schedule: Schedule, voice: Voice): string {
  const words = WORDS[voice];
  const policy = rule.holidays ?? schedule.holidays;
  const irregular = rule.certainty === 'IRREGULAR';
  // A listed date, a day of the month and 「毎日」 are no days of which 「どこか」 could be said.
  const some = irregular && voice !== 'en' && rule.weekdays.length > 0;
  const days = writeDaysText(rule, voice, withHolidays ? 'WITH' : policy === 'ONLY' ? 'ONLY' : null, some);
  const hours = rule.slots.map((slot) => slotText(slot, voice)).join(words.comma);
  const holiday = withHolidays || policy === 'ONLY' ? '' : holidayText(policy, voice);
  const note = irregular && !some ? (rule.dates.length === 1 ? words.perhaps : words.someOfThem) : '';
  return words.rule(
    days,
    hours,
    [note, holiday].filter((text) => text !== ''),
  );
}

function holidayText(policy: HolidayPolicy, voice: Voice): string {
  const words = WORDS[voice];
  if (policy === 'CLOSED') return words.closedOnHolidays;
  if (policy === 'AS_USUAL') return words.openOnHolidays;
  return policy === 'OPEN_THEN_CLOSED' ? words.openThenClosed : '';
}

const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

function slotText({ start, end, label }: TimeSlot, voice: Voice): string {
  const words = WORDS[voice];
  const hours =
    start === 0 && end === 1440
      ? words.dayAndNight
      : start !== null && end !== null
        ? words.between(clock(start), clock(end))
        : start !== null
          ? words.from(clock(start))
          : end !== null
            ? words.until(clock(end))
            : '';
  return label ? words.labelled(hours, verbatim(label)) : hours;
}

function closureLine(closure: Closure, voice: Voice): string {
  const words = WORDS[voice];
  const days = closureDays(closure, voice);
  const hours = closure.slot ? words.between(clock(closure.slot.start), clock(closure.slot.end)) : '';
  const when = [days, hours].filter((text) => text !== '').join(' ');
  const reason = closure.reason ? words.because(verbatim(closure.reason)) : '';
  const perhaps = closure.days?.publicHolidays ? words.maybeClosedOn : words.maybeClosed;
  const line = closure.certain === false ? perhaps(when) : words.closed(when);
  return `${line}${closure.movesPastHoliday ? words.movesPastHoliday : ''}${reason}`;
}

function closureDays({ dates, annual, days }: Closure, voice: Voice): string {
  if (dates) return writeDaysText({ ...EVERY_DAY, validFrom: dates.from, validUntil: dates.to }, voice, null);
  if (annual) return writeDaysText({ ...EVERY_DAY, season: annual }, voice, null);
  return days ? writeDaysText(days, voice, null) : '';
}

function extraLines({ extraDates }: Schedule, voice: Voice): string[] {
  const words = WORDS[voice];
  return extraDates.map(({ date, slots, reason }) => {
    const day = writeDaysText({ ...EVERY_DAY, dates: [date] }, voice, null);
    return `${words.extra(day, slots.map((slot) => slotText(slot, voice)).join(words.comma))}${reason ? words.because(verbatim(reason)) : ''}`;
  });
}

function certaintyLines({ certainty, outside, rules }: Schedule, voice: Voice): string[] {
  const words = WORDS[voice];
  const lines: string[] = [];
  if (certainty === 'USUAL') lines.push(words.mayChange);
  if (certainty === 'IRREGULAR') lines.push(rules.length === 0 ? words.irregular : words.ask);
  if (outside === 'MAYBE') lines.push(words.alsoOtherwise);
  return lines;
}

const inBrackets = (open: string, texts: string[], close: string, comma: string) =>
  texts.length === 0 ? '' : `${open}${texts.join(comma)}${close}`;

const WORDS = {
  ja: {
    comma: '、',
    rule: (days: string, hours: string, notes: string[]) =>
      `${days}${hours === '' ? '' : ` ${hours}`}${inBrackets('（', hours === '' ? ['時間は未確認', ...notes] : notes, '）', '、')}`,
    dayAndNight: '24時間',
    between: (from: string, to: string) => `${from}〜${to}`,
    from: (time: string) => `${time}から`,
    until: (time: string) => `${time}まで`,
    labelled: (hours: string, label: string) => `${hours}（${label}）`,
    closedOnHolidays: '祝日は休み',
    openOnHolidays: '祝日も開く',
    openThenClosed: '祝日は開き、翌日が休み',
    someOfThem: 'このうちのどこか',
    perhaps: '未確認',
    closed: (when: string) => `休み: ${when}`,
    maybeClosed: (when: string) => `${when}ごろは休みかもしれません`,
    maybeClosedOn: (when: string) => `${when}は休みかもしれません`,
    movesPastHoliday: '（祝日なら開き、次の平日が休み）',
    because: (reason: string) => `（${reason}）`,
    extra: (day: string, hours: string) => `臨時に開く日: ${day}${hours === '' ? '' : ` ${hours}`}`,
    mayChange: '変わることがあります。行く前に確認してください。',
    irregular: '不定期です。行く前に確認してください。',
    ask: '日が決まっていません。行く前に確認してください。',
    alsoOtherwise: 'ほかの日にも開くことがあります。',
    unknown: '日時はわかりません。',
    suspended: 'いまは休止しています。',
  },
  'ja-easy': {
    comma: '、',
    rule: (days: string, hours: string, notes: string[]) =>
      `${days}${hours === '' ? '' : ` ${hours}`}${inBrackets('（', hours === '' ? ['時間は聞いてください', ...notes] : notes, '）', '、')}`,
    dayAndNight: '24時間',
    between: (from: string, to: string) => `${from}から ${to}まで`,
    from: (time: string) => `${time}から`,
    until: (time: string) => `${time}まで`,
    labelled: (hours: string, label: string) => `${hours}（${label}）`,
    closedOnHolidays: '祝日は休み',
    openOnHolidays: '祝日も開いています',
    openThenClosed: '祝日は開いています。次の日は休み',
    someOfThem: 'この中のどれか',
    perhaps: 'まだ決まっていません',
    closed: (when: string) => `休み: ${when}`,
    maybeClosed: (when: string) => `${when}のころは、休みかもしれません`,
    maybeClosedOn: (when: string) => `${when}は、休みかもしれません`,
    movesPastHoliday: '（祝日のときは開いています。次の日が休みです）',
    because: (reason: string) => `（${reason}）`,
    extra: (day: string, hours: string) => `特別に開く日: ${day}${hours === '' ? '' : ` ${hours}`}`,
    mayChange: '変わることがあります。行く前に聞いてください。',
    irregular: '開く日は決まっていません。行く前に聞いてください。',
    ask: '開く日は決まっていません。行く前に聞いてください。',
    alsoOtherwise: 'ほかの日も開くことがあります。',
    unknown: '開く日と時間はわかりません。',
    suspended: '今は休んでいます。',
  },
  en: {
    comma: ', ',
    rule: (days: string, hours: string, notes: string[]) =>
      [`${days}${hours === '' ? '' : ` ${hours}`}`, ...(hours === '' ? ['hours not known'] : []), ...notes].join(', '),
    dayAndNight: '24 hours',
    between: (from: string, to: string) => `${from}–${to}`,
    from: (time: string) => `from ${time}`,
    until: (time: string) => `until ${time}`,
    labelled: (hours: string, label: string) => `${hours} (${label})`,
    closedOnHolidays: 'closed on national holidays',
    openOnHolidays: 'open on national holidays too',
    openThenClosed: 'open on national holidays and closed on the day after',
    someOfThem: 'on some of these days',
    perhaps: 'not certain',
    closed: (when: string) => `Closed: ${when}`,
    maybeClosed: (when: string) => `May be closed around ${when}`,
    maybeClosedOn: (when: string) => `May be closed on ${when}`,
    movesPastHoliday: ' (if that is a national holiday, open, and closed on the next working day)',
    because: (reason: string) => ` (${reason})`,
    extra: (day: string, hours: string) => `Extra day: ${day}${hours === '' ? '' : ` ${hours}`}`,
    mayChange: 'This may change: please check before you go.',
    irregular: 'Held at irregular times: please ask before you go.',
    ask: 'The days are not fixed: please ask before you go.',
    alsoOtherwise: 'It may be open at other times too.',
    unknown: 'Days and hours are not known.',
    suspended: 'Not held at present.',
  },
} as const;
