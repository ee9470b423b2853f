import type { Voice } from '../voice.ts';
import { civilOf, DAY_MS, epochDayAt, weekdayOf } from './calendar-day.ts';
import type { OpenSpan } from './schedule.ts';
import type { OpenState } from './state.ts';

const WEEKDAYS = {
  ja: ['月', '火', '水', '木', '金', '土', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;

/** The badge in words, at the instant `at` (ms since the epoch): short enough for a card, in Japan's time. */
export function stateText(state: OpenState, at: number, voice: Voice): string {
  const words = WORDS[voice];
  // An end that is more than a day away is no news: always open, or as good as.
  const until =
    state.until === null || state.until - at > DAY_MS ? null : clock(state.until).replace(/^0:00$/, '24:00');
  const next = state.next === null ? null : whenText(state.next, at, voice);
  switch (state.kind) {
    case 'OPEN':
      return until === null ? words.open : words.openUntil(until);
    case 'OPENS_LATER_TODAY':
      return state.next === null ? words.laterToday : words.opensAt(clock(state.next.start));
    case 'CLOSED':
      return next === null ? words.closed : words.closedNext(next);
    case 'ASK_TIME':
      return words.askTime;
    case 'MAYBE':
      return words.maybe;
    case 'TOO_LATE_TO_BOOK':
      return next === null ? words.tooLate : words.tooLateNext(next);
    case 'SUSPENDED':
      return words.suspended;
    case 'UNKNOWN':
      return words.unknown;
  }
}

const WORDS = {
  ja: {
    open: '開いています',
    openUntil: (time: string) => `開いています（${time}まで）`,
    laterToday: 'きょう、このあと開きます',
    opensAt: (time: string) => `きょう ${time}から`,
    closed: '閉まっています',
    closedNext: (when: string) => `閉まっています（次は ${when}）`,
    askTime: 'きょう開きます。時間は聞いてください',
    maybe: '開いているか、聞いてください',
    tooLate: '予約の受付は終わりました',
    tooLateNext: (when: string) => `予約の受付は終わりました（次は ${when}）`,
    suspended: 'いまは休止中です',
    unknown: '時間はわかりません',
  },
  'ja-easy': {
    open: 'あいています',
    openUntil: (time: string) => `あいています（${time}まで）`,
    laterToday: 'きょう、このあと あきます',
    opensAt: (time: string) => `きょう ${time}から`,
    closed: 'しまっています',
    closedNext: (when: string) => `しまっています（つぎは ${when}）`,
    askTime: 'きょう あきます。じかんは きいてね',
    maybe: 'あいているか、きいてね',
    tooLate: 'よやくは もう おわりました',
    tooLateNext: (when: string) => `よやくは もう おわりました（つぎは ${when}）`,
    suspended: 'いまは おやすみです',
    unknown: 'じかんは わかりません',
  },
  en: {
    open: 'Open',
    openUntil: (time: string) => `Open until ${time}`,
    laterToday: 'Opens later today',
    opensAt: (time: string) => `Opens today at ${time}`,
    closed: 'Closed',
    closedNext: (when: string) => `Closed (next: ${when})`,
    askTime: 'Open today, ask for the time',
    maybe: 'May be open: please ask',
    tooLate: 'Booking is closed',
    tooLateNext: (when: string) => `Booking is closed (next: ${when})`,
    suspended: 'Not held at present',
    unknown: 'Hours not known',
  },
} as const;

function whenText(span: OpenSpan, at: number, voice: Voice): string {
  const day = epochDayAt(span.start);
  const time = span.timeKnown ? ` ${clock(span.start)}` : '';
  const distance = day - epochDayAt(at);
  if (distance === 0) return { ja: `きょう${time}`, 'ja-easy': `きょう${time}`, en: `today${time}` }[voice];
  if (distance === 1) return { ja: `あした${time}`, 'ja-easy': `あした${time}`, en: `tomorrow${time}` }[voice];
  const { month, day: date } = civilOf(day);
  if (voice === 'en') return `${WEEKDAYS.en[weekdayOf(day) - 1]} ${date}/${month}${time}`;
  return `${month}月${date}日(${WEEKDAYS.ja[weekdayOf(day) - 1]})${time}`;
}

/** 24-hour clock in Japan, `9:05`. */
function clock(instant: number): string {
  const minutes = Math.floor(((((instant + 9 * 3_600_000) % 86_400_000) + 86_400_000) % 86_400_000) / 60_000);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
