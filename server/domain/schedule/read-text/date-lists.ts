import { yearOfEra } from '../../japanese-era.ts';
import { epochDayOf } from '../calendar-day.ts';

const LETTER = '[月火水木金土日]';
/** What stands for the weekday of a date, or beside it. */
export const HOLIDAY = '(?:祝日?|振休|振替(?:休日)?|休日)';
/** 「(土)」, 「(月・祝)」; 土曜日 without brackets only where the list goes on or ends, or the time follows. */
const WEEKDAY = `(?: ?\\((${LETTER}(?:曜日?)?(?:[・、/ ]?${HOLIDAY})?|${HOLIDAY})\\)| ?(${LETTER})曜日?(?= ?[、・/。\\n]? ?(?:$|[0-9(※~■●◆○◎★-]|から|まで|時間|午[前後]|正午|令和|平成|[HR][0-9])))?`;
/** ■4月, (4月) */
const MARK = '(?:[■●◆○◎★] ?|\\((?=[0-9]{1,2}月\\)))?';
const MONTH = '(1[0-2]|0?[1-9])';
const DAY = '(3[01]|[12][0-9]|0?[1-9])';
const AS_DAY = '日(?![間目曜本程]|時(?!間))';
/** A bare number is a day where nothing counts with it: not 3歳, 10:00, 12人. */
const AS_NUMBER = `(?= ?(?:$|[、・()。\\n]|/(?![0-9])|/(?=[0-9]{1,2}月)|まで)| [^ ]|時間)`;
/** 「4/5、7・8月は休み」 */
const NOT_OF_MONTHS = '(?!(?:[・、~-][0-9]{1,2}){1,5}月(?![0-9]))';
const sticky = (pattern: string) => new RegExp(pattern, 'y');

const YEAR = sticky(
  '(?:(20[0-9]{2})|((?:令和|R)(?= ?元)|(?:令和|R|平成|H)(?= ?[0-9])) ?(元|[0-9]{1,2}))(?:年 ?|[./-] ?(?=[0-9]{1,2}[月./-])| (?=[0-9]{1,2}[月/]))',
);
const MONTH_AND_DAY = sticky(`${MARK}${MONTH}月\\)? ?${DAY}${AS_DAY}${WEEKDAY}`);
const HEADED = sticky(`${MARK}${MONTH}月\\)?(?: ?(?:[:は/]|…+|・{2,}) ?| )?(?=${DAY}(?:${AS_DAY}|[、・。 (/]|時間|$))`);
const WITH_SIGN = sticky(`${MONTH}[/.]${DAY}(?![0-9:.%]|/[0-9]|時(?!間))(?:日(?![間目]))?${WEEKDAY}`);
const WITH_HYPHEN = sticky(`${MONTH}-${DAY}(?![0-9:/-])${WEEKDAY}`);
const DAY_ALONE = sticky(`${DAY}${AS_DAY}${WEEKDAY}`);
const NUMBER_ALONE = sticky(`${DAY}${NOT_OF_MONTHS}(?:${AS_NUMBER}|(?=\\(${LETTER}))${WEEKDAY}(?:(?<=\\)) ?日)?`);
/** The weekday of the end where the beginning has one, whatever follows. */
const WEEKDAY_OF_END = sticky(` ?(${LETTER})曜日?(?![・、~-]${LETTER})`);
const JOINT = sticky(' ?(?:[、・/。\\n]|と|及び|および|並びに)? ?');
const RANGE = sticky(' ?(?:[~〜∼−–—-]|から) ?');
const UNTIL = sticky('まで');
/** 「12月14日(図書館まつり)」 */
const ASIDE = sticky(' ?\\((?![^()]*[0-9月火水木金土日休])[^()]{1,20}\\)');
/** 「…、25日の水曜日」, 「いずれも土曜日」 */
const OF_ALL = sticky(` ?(?:の|、?(?:いずれも|すべて|全て|各))(${LETTER})曜日?| ?\\(いずれも(${LETTER})\\)`);

interface Day {
  year: number | null;
  month: number;
  day: number;
  /** 土, 月・祝; empty where none is written. */
  weekday: string;
}
interface Item extends Day {
  aside: string;
  to: Day | null;
}

const STARTS =
  /(?<![0-9/第年-]|[0-9][.:])(?:(?:20[0-9]{2}|(?:令和|R|平成|H) ?(?:元|[0-9]{1,2}))(?:年 ?|[./-]| ) ?)?(?:[■●◆○◎★] ?|\((?=[0-9]{1,2}月\)))?(?:1[0-2]|0?[1-9])(?:月|[/.-][0-9])/g;
/** 「4月~6月は5日」, 「毎年4月」: the month is one of several, or of every year. */
const OF_SEVERAL = /(?:月 ?(?:[~・、と-]|から) ?|毎年 ?|翌年?の?)$/;
/** 「5月23日(木) - 6月11日(火) - 7月4日(木)」: three of them are a list. */
const IN_BRACKETS = `(?:20[0-9]{2}年 ?|(?:令和|R) ?[0-9]{1,2}年 ?)?[0-9]{1,2}月 ?[0-9]{1,2}日\\(${LETTER}(?:曜日?)?\\)`;
const HYPHENED = new RegExp(`${IN_BRACKETS}(?: - ${IN_BRACKETS}){2,}`, 'g');
/** How many letters before or behind a date can tell what it is. */
const MOST_BESIDE = 16;
/** 「休館日 5月3日。5月4日…」: what comes after is no closing day. */
const CLOSES = /[休閉][^。\n]{0,12}$/;

/**
 * Lists of dates in one spelling, each with its month, its weekday in brackets: 「6月 7・21日 7月5日」 is
 * 「6月7日、6月21日、7月5日」, 「8/18~23」 is 「8月18日~8月23日」. What is no such list stays as it stands; years stand where
 * they are written.
 */
export function spellDates(written: string): string {
  const text = written.replace(HYPHENED, (dates) => dates.replace(/(?<=\)) - /g, '、'));
  let spelt = '';
  let done = 0;
  for (const { index } of text.matchAll(STARTS)) {
    const before = text.slice(Math.max(0, index - MOST_BESIDE), index);
    if (index < done || OF_SEVERAL.test(before)) continue;
    const run = runAt(text, index, CLOSES.test(before));
    if (!run) continue;
    spelt += text.slice(done, index) + listed(run.items);
    done = run.end;
  }
  return spelt + text.slice(done);
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

interface Found {
  day: Day;
  end: number;
  /** Bare numbers may follow: 「6月 7 21」, 「8/17、18」. */
  numbers: boolean;
  /** Where a weekday without brackets begins. */
  bareEnd: number;
  /** 「12月は24日」, 「12月 24」, 「1/2」: no date if it stands alone. */
  loose: boolean;
}

/** The date at a place of the text; `last`: the one before it, of whose month a day alone is. */
function dayAt(text: string, from: number, last: Found | null): Found | null {
  const era = match(YEAR, text, from);
  const year = era ? yearOf(era) : null;
  const at = era ? from + era[0].length : from;
  const found = (m: RegExpExecArray, month: number, day: number, rest: Partial<Found>): Found => {
    const [bracket, letter] = m.slice(-2);
    return {
      day: { year, month, day, weekday: (bracket ?? letter ?? '').replace(/曜日?/, '') },
      end: m.index + m[0].length,
      numbers: false,
      bareEnd: m.index + m[0].length - (letter === undefined ? 0 : (/ ?.曜日?$/.exec(m[0])?.[0].length ?? 0)),
      loose: false,
      ...rest,
    };
  };
  const whole = match(MONTH_AND_DAY, text, at);
  if (whole) return found(whole, Number(whole[1]), Number(whole[2]), { numbers: last?.numbers === true });
  const signed = match(WITH_SIGN, text, at) ?? (era ? match(WITH_HYPHEN, text, at) : null);
  if (signed && (era !== null || signed[0].includes('/') || /[月火水木金土日]/.test(signed[0])))
    return found(signed, Number(signed[1]), Number(signed[2]), {
      numbers: true,
      loose: !era && !/[月火水木金土日祝]/.test(signed[0]),
    });
  const headed = match(HEADED, text, at);
  if (headed) {
    const next = at + headed[0].length;
    const first = match(DAY_ALONE, text, next) ?? match(NUMBER_ALONE, text, next);
    if (!first) return null;
    const day = found(first, Number(headed[1]), Number(first[1]), { numbers: true });
    return { ...day, loose: headed[0].includes('は') || !/[日)]/.test(first[0]) };
  }
  if (era || !last) return null;
  const alone = match(DAY_ALONE, text, at) ?? (last.numbers ? match(NUMBER_ALONE, text, at) : null);
  if (!alone || Number(alone[1]) <= last.day.day) return null;
  return found(alone, last.day.month, Number(alone[1]), { numbers: last.numbers });
}

/** 「7月21日~8月28日 火曜日」: the Tuesdays of these weeks. */
function endOf(text: string, from: Found, to: Found | null): Found | null {
  if (to === null) return null;
  if (from.day.weekday === '')
    return to.end === to.bareEnd ? to : { ...to, day: { ...to.day, weekday: '' }, end: to.bareEnd };
  const letter = to.day.weekday === '' ? match(WEEKDAY_OF_END, text, to.end) : null;
  return letter ? { ...to, day: { ...to.day, weekday: letter[1] ?? '' }, end: to.end + letter[0].length } : to;
}

const yearOf = ([, common, era = '', year = '']: RegExpExecArray): number =>
  common === undefined ? yearOfEra(era, year) : Number(common);

/** What is said of one date behind others. */
const OF_ITS_OWN = /^[^0-9、。\n]{0,4}[はもに休閉]/;

function runAt(text: string, start: number, closes: boolean): { items: Item[]; end: number } | null {
  const items: Item[] = [];
  let last: Found | null = null;
  let [loose, parted] = [false, false];
  let [at, end] = [start, start];
  for (;;) {
    const found = dayAt(text, at, parted && last ? { ...last, numbers: false } : last);
    // 「1月4日。3月31日は休み」
    if (!found || (parted && OF_ITS_OWN.test(text.slice(found.end, found.end + MOST_BESIDE)))) break;
    const range = match(RANGE, text, found.end);
    const to: Found | null = range ? endOf(text, found, dayAt(text, found.end + range[0].length, found)) : null;
    last = to ?? found;
    loose ||= found.loose;
    end = last.end;
    if (to) end += match(UNTIL, text, end)?.[0].length ?? 0;
    const aside = to ? '' : (match(ASIDE, text, end)?.[0] ?? '');
    end += aside.length;
    items.push({ ...found.day, aside, to: to?.day ?? null });
    const joint: string = match(JOINT, text, end)?.[0] ?? '';
    parted = /[。\n]/.test(joint);
    if (joint === '' || (closes && (parted || joint.includes('/')))) break;
    at = end + joint.length;
  }
  carryYearBack(items);
  const [first] = items;
  if (!first || (items.length === 1 && first.to === null && loose)) return null;
  const all = match(OF_ALL, text, end);
  if (all && items.length > 1 && onOneWeekday(items)) {
    for (const item of items) item.weekday = all[1] ?? all[2] ?? '';
    end += all[0].length;
  }
  return { items, end };
}

/** A date before one that tells its year may be of every year; several are of one list. */
const FEWEST = 3;

/** 「11月15日 12月20日 令和8年1月17日」: those before are of the year before. Changes the items. */
function carryYearBack(items: Item[]): void {
  if (items.length < FEWEST || items.some(({ to }) => to !== null)) return;
  for (let at = items.length - 1; at > 0; at--) {
    const [day, next] = [items[at - 1], items[at]];
    if (day && next?.year != null && day.year === null) day.year = next.year - (day.month > next.month ? 1 : 0);
  }
}

const listed = (items: Item[]): string =>
  items.map((item) => (item.to ? `${dateIn(item)}~${dateIn(item.to)}` : `${dateIn(item)}${item.aside}`)).join('、');

const dateIn = ({ year, month, day, weekday }: Day) =>
  `${year === null ? '' : `${String(year)}年`}${String(month)}月${String(day)}日${weekday === '' ? '' : `(${weekday})`}`;

/** Whether dates, of one year and the next, all fall on one weekday. */
function onOneWeekday(items: Item[]): boolean {
  let year = COMMON;
  const days = items.map((item, i) => {
    year = item.year ?? year + (item.month < (items[i - 1]?.month ?? 0) ? 1 : 0);
    return epochDayOf(year, item.month, item.day);
  });
  return (
    items.every(({ weekday, to }) => weekday === '' && to === null) &&
    days.every((day) => (day - (days[0] ?? 0)) % LETTERS.length === 0)
  );
}

const LETTERS = [...'月火水木金土日'];
/** A year without a 29 February, for dates that name none. */
const COMMON = 2026;
