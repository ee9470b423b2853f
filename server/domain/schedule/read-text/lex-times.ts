import type { LexRule } from './lex-rule.ts';

function time(
  hour: string,
  minute: string | undefined,
  half: 'AM' | 'PM' | null,
  evening: boolean,
): { minutes: number } | null {
  const [h, m] = [Number(hour), minute === undefined ? 0 : Number(minute)];
  if (m > 59 || h > 24 || (h === 24 && m > 0)) return null;
  // 午前12時 is noon, as the end of a morning
  // 午後13時: whether 13:00 or 1 pm was meant by a slip is not ours to say.
  if (half !== null && h > 12 && !evening) return null;
  return { minutes: (half === 'PM' && h < 12 ? h + 12 : h) * 60 + m };
}

const half = (text: string | undefined): 'AM' | 'PM' | null =>
  text === undefined ? null : /午前|AM|朝/i.test(text) ? 'AM' : /午後|PM|夕|夜|晩/i.test(text) ? 'PM' : null;

/** 昼12時, 昼の1時 */
const noonHalf = (text: string | undefined, hour: string | undefined) =>
  /昼/.test(text ?? '') && Number(hour) < 6 ? 'PM' : half(text);

/** 17:30, 17時30分, 午後5時半, 正午; 24:00 is the end of the day, and later than that cannot be read. */
export const TIME_RULES: LexRule[] = [
  {
    pattern:
      /(?:(午前|午後|[AaPp][Mm]|早?朝|お?昼(?:の)?|夕[方刻]?|夜|晩) ?)?([0-9]{1,2})(?: ?: ?([0-9]{2})(?![0-9])|時(?!間)(?:([0-9]{1,2})分?|(半))?)(?:頃|ごろ|くらい)?/y,
    read: (m) => {
      const read = time(m[2] ?? '', m[5] ? '30' : (m[3] ?? m[4]), noonHalf(m[1], m[2]), /夕|夜|晩/.test(m[1] ?? ''));
      return {
        kind: 'time',
        minutes: read?.minutes ?? null,
        half: noonHalf(m[1], m[2]),
        ...(read ? {} : { bad: true }),
      };
    },
  },
  // 7:00~翌日1:00, as an end alone
  {
    pattern:
      /(?<=(?:~|-|から) ?)翌日?の?(?:午前|朝)? ?([0-9]{1,2})(?: ?: ?([0-9]{2})(?![0-9])|時(?!間)(?:([0-9]{1,2})分?|(半))?)/y,
    read: (m) => {
      const read = time(m[1] ?? '', m[4] ? '30' : (m[2] ?? m[3]), 'AM', false);
      const minutes = read && read.minutes < 720 ? read.minutes + 1440 : null;
      return { kind: 'time', minutes, half: null, ...(minutes === null ? { bad: true } : {}) };
    },
  },
  // 午前9時~同11時: of the half of the day that was said before, which `lex` looks up
  {
    pattern: /同 ?([0-9]{1,2})(?: ?: ?([0-9]{2})(?![0-9])|時(?!間)(?:([0-9]{1,2})分?|(半))?)(?:頃|ごろ|くらい)?/y,
    read: (m) => {
      const read = time(m[1] ?? '', m[4] ? '30' : (m[2] ?? m[3]), null, false);
      return { kind: 'time', minutes: read?.minutes ?? null, half: null, same: true, ...(read ? {} : { bad: true }) };
    },
  },
  { pattern: /(?:お昼の|昼の)?正午|お昼(?=~|から)/y, read: () => ({ kind: 'time', minutes: 720, half: null }) },
  {
    pattern: /(?:学校)?放課後|下校(?:後|時[間刻]?)|(?:学校|授業)(?:終了時|(?:終了|の?後)後?)|学校が終わってから/y,
    read: () => ({ kind: 'time', minutes: null, half: null }),
  },
  // 月・水 10-15
  {
    pattern: /(?<=[月火水木金土日曜祝 、/(])[0-9]{1,2}(?= ?[~-] ?[0-9]{1,2}(?:[ 、/()。\n]|$))/y,
    read: (m) => (Number(m[0]) <= 24 ? { kind: 'number', value: Number(m[0]) } : null),
  },
  // 14~17時, 9:30~12: an hour that gets its sign from the other end
  {
    pattern:
      /[0-9]{1,2}(?= ?[~-] ?(?:午前|午後)?[0-9]{1,2}(?::|時(?!間)))|(?<=[:時0-9半分] ?[~-] ?)[0-9]{1,2}(?![0-9:時月日/回人名円歳])/y,
    read: (m) => (Number(m[0]) <= 24 ? { kind: 'number', value: Number(m[0]) } : null),
  },
  // 各45分
  {
    pattern: /各(?:回)?(?:約)? ?([0-9]{1,3})(分|時間)(半)?(?:間|ずつ|程度)?/y,
    read: (m) => ({ kind: 'duration', minutes: Number(m[1]) * (m[2] === '分' ? 1 : 60) + (m[3] ? 30 : 0) }),
  },
  // 各日16:00~19:00, 8月1日、5日の計2日。どの日も10時から
  {
    pattern: /各日(?!曜)(?:とも)?|どの日も|の?(?:合?計|全) ?[0-9]{1,2}日間?(?=$|[。、)\n ])/y,
    read: () => ({ kind: 'filler' }),
  },
  // 半日 has no Sunday in it
  { pattern: /半日/y, read: () => ({ kind: 'other', harmful: true }) },
  { pattern: /終日|24時間/y, read: () => ({ kind: 'all-day' }) },
];
