import { EVERY_DAY, type AnnualRange, type LocalDate, type Rule, type Schedule } from '../schedule/schedule.ts';
import { UNKNOWN_SCHEDULE } from '../schedule/schedule.ts';

/** A help line: a record like a place, with the same evaluator behind its badge. */
export interface HelpLineEntry {
  code: string;
  /** Six-digit code of the municipality or prefecture whose it is; for all of Japan unless said. */
  area?: string;
  name: string;
  number: string;
  about: { ja: string; easyJa: string; en: string };
  schedule: Schedule;
  /** When number and hours were last checked against the public page. */
  checkedAt: LocalDate;
}

const NEW_YEAR: AnnualRange = { from: { month: 12, day: 29 }, to: { month: 1, day: 3 } };

function hours(weekdays: Rule['weekdays'], start: number, end: number, extra: Partial<Schedule> = {}): Schedule {
  return {
    ...UNKNOWN_SCHEDULE,
    certainty: 'FIXED',
    rules: [
      {
        ...EVERY_DAY,
        weekdays,
        certainty: 'FIXED',
        holidays: null,
        slots: [{ start, end }],
      },
    ],
    holidays: 'AS_USUAL',
    ...extra,
  };
}

const ALWAYS = hours([], 0, 1440);

/** The lines that every page offers. Those of municipalities: help-lines/. */
export const HELP_LINES: HelpLineEntry[] = [
  {
    code: 'child-line',
    name: 'チャイルドライン',
    number: '0120-99-7777',
    about: {
      ja: '18歳まで。話したいことを何でも。チャットもある',
      easyJa: '18さいまで。なんでも はなして いい',
      en: 'Up to 18, about anything; chat too',
    },
    schedule: hours([], 16 * 60, 21 * 60, { closures: [{ annual: NEW_YEAR }] }),
    checkedAt: '2026-11-01',
  },
  {
    code: 'child-sos-24',
    name: '24時間子供SOSダイヤル',
    number: '0120-0-78310',
    about: { ja: 'いじめ、そのほか何でも', easyJa: 'いじめ、ほかの ことも', en: 'Bullying and anything else' },
    schedule: ALWAYS,
    checkedAt: '2026-11-01',
  },
  {
    code: 'child-abuse-189',
    name: '児童相談所虐待対応ダイヤル',
    number: '189',
    about: {
      ja: '子どもが心配なとき。子ども本人もかけてよい',
      easyJa: 'たたかれる、こわい、そんな とき',
      en: 'When you fear for a child; children may call too',
    },
    schedule: ALWAYS,
    checkedAt: '2026-11-01',
  },
  {
    code: 'child-rights-110',
    name: 'こどもの人権110番',
    number: '0120-007-110',
    about: {
      ja: '子ども、子どものことで話したい大人',
      easyJa: 'こどもの ための でんわ',
      en: 'For children, and adults on their behalf',
    },
    schedule: hours([1, 2, 3, 4, 5], 8 * 60 + 30, 17 * 60 + 15, {
      holidays: 'CLOSED',
      closures: [{ annual: NEW_YEAR }],
    }),
    checkedAt: '2026-11-01',
  },
  {
    code: 'yorisoi',
    name: 'よりそいホットライン',
    number: '0120-279-338',
    about: {
      ja: 'だれでも、外国語でも（岩手・宮城・福島は 0120-279-226）',
      easyJa: 'だれでも。がいこくごでも はなせる',
      en: 'Anyone, in many languages (Iwate, Miyagi, Fukushima: 0120-279-226)',
    },
    schedule: ALWAYS,
    checkedAt: '2026-11-01',
  },
  {
    code: 'police-110',
    name: '警察',
    number: '110',
    about: { ja: 'いま危ないとき', easyJa: 'いま あぶない とき', en: 'Danger now: police' },
    schedule: ALWAYS,
    checkedAt: '2026-11-01',
  },
  {
    code: 'ambulance-119',
    name: '救急・消防',
    number: '119',
    about: { ja: 'けが・急な病気・火事', easyJa: 'けが、きゅうな びょうき、かじ', en: 'Injury, sudden illness, fire' },
    schedule: ALWAYS,
    checkedAt: '2026-11-01',
  },
];
