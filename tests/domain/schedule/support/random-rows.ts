import fc from 'fast-check';
import type { Written } from './reads-exactly.ts';

const LETTERS = '月火水木金土日';
const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const MONTHS = ['', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number) => String(n).padStart(2, '0');
const wide = (text: string) => text.replace(/[0-9:]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

type Span = [number, number];
const osmClock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const osmSpan = ([from, to]: Span) => `${osmClock(from)}-${osmClock(to)}`;

/** What is said beside the days and hours, and says nothing of them. */
const BESIDE = [
  '要予約',
  '予約不要',
  '定員20名',
  '先着30食',
  '参加費無料',
  '雨天決行',
  '詳細はお問い合わせください',
  'お弁当の配布',
  '大人300円',
  'なくなり次第終了',
  '申込はLINEから',
  '会場は2階和室',
  'アレルギー対応なし',
  '前日までにお電話ください',
  '開催日の3日前までに予約',
  '食事の提供は月に1回',
  '受付は終了30分前まで',
];
/** Lines of a page of a facility that are of something else. */
const LINES = [
  '対象|0歳～18歳未満の児童と保護者',
  '料金|無料',
  '電話|0123-45-6789',
  '駐車場|10台',
  '定員|20組',
  '交通|バス停から徒歩3分',
];

/** Picks for one text; fast-check shrinks what it picks. */
function picker(g: fc.GeneratorValue) {
  const pick = <T>(...list: T[]): T => g(fc.constantFrom<T[]>, ...list);
  const int = (min: number, max: number): number => g(fc.integer, { min, max });
  const some = (of: number[], least: number, most: number): number[] =>
    [...g(() => fc.subarray(of, { minLength: least, maxLength: most }))].sort((a, b) => a - b);
  return { pick, int, some, chance: (inTen: number) => int(0, 9) < inTen };
}
type Picker = ReturnType<typeof picker>;

function clock(minutes: number, style: string): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  if (style === 'colon') return `${hour}:${two(minute)}`;
  if (style === 'wide') return wide(`${hour}:${two(minute)}`);
  const rest = minute === 0 ? '' : style === 'half' ? '半' : `${minute}分`;
  if (style === 'hour' || style === 'half') return `${hour}時${rest}`;
  return minutes === 720 ? '正午' : `${hour < 12 ? '午前' : '午後'}${hour > 12 ? hour - 12 : hour}時${rest}`;
}

const span = ({ pick }: Picker, [from, to]: Span, style: string) =>
  `${clock(from, style)}${pick('～', '~', '〜', '-', '－', '→', ' ～ ', 'から')}${clock(to, style)}`;

const aSpan = ({ int }: Picker): Span => {
  const start = int(18, 34);
  return [start * 30, (start + int(2, 7)) * 30];
};

interface Days {
  text: string;
  osm: string;
}

/** 「第2・4土曜」, 「毎週火曜と第3日曜」, 「奇数月の第1金曜」 */
function someDays(p: Picker): Days {
  const { pick, some } = p;
  const end = pick('曜日', '曜');
  const [a, b] = pick<[number, number]>([0, 2], [1, 5], [2, 6], [3, 4], [5, 6]);
  const letter = LETTERS[a] ?? '';
  const weeks = some([1, 2, 3, 4], 1, 3);
  const number = (week: number) => pick(String(week), wide(String(week)), ' 一二三四'[week] ?? '');
  switch (pick('nth', 'nth', 'nth', 'weekly', 'range', 'both', 'last', 'parity')) {
    case 'weekly':
      return {
        text: pick(`毎週${letter}・${LETTERS[b] ?? ''}${end}`, `毎週${letter}${end}、${LETTERS[b] ?? ''}${end}`),
        osm: `${DAYS[a] ?? ''},${DAYS[b] ?? ''}`,
      };
    case 'range':
      return { text: `${letter}${pick('～', 'から', '-', '〜')}${LETTERS[6] ?? ''}${end}`, osm: `${DAYS[a] ?? ''}-Su` };
    case 'both':
      return {
        text: `毎週${letter}${end}${pick('、', 'と', '・', '及び')}第${weeks[0] ?? 1}${LETTERS[b] ?? ''}${end}`,
        osm: `${DAYS[a] ?? ''},${DAYS[b] ?? ''}[${weeks[0] ?? 1}]`,
      };
    case 'last':
      return {
        text: `${pick('毎月', '')}${pick('最終', '最後の', '最終週の')}${letter}${end}`,
        osm: `${DAYS[a] ?? ''}[-1]`,
      };
    case 'parity': {
      const odd = pick(true, false);
      const months = MONTHS.filter((_, i) => i > 0 && (i % 2 === 1) === odd).join(',');
      return {
        text: `${odd ? '奇数' : '偶数'}月${pick('の', '')}第1${letter}${end}`,
        osm: `${months} ${DAYS[a] ?? ''}[1]`,
      };
    }
    default: {
      const joint = pick('・', '、', ',', '，', '・第', '、第', 'と第', '＆第', '／');
      const list = pick(
        `第${weeks.map(number).join(joint)}${letter}${end}`,
        weeks.map((week) => `第${number(week)}${letter}${end}`).join(pick('、', '・', 'と', ' ')),
      );
      return { text: pick('', '毎月') + list, osm: `${DAYS[a] ?? ''}[${weeks.join(',')}]` };
    }
  }
}

/** 「祝日は休み」, 「8月を除く」 and the like, each with what it takes out. */
function exceptions({ pick, chance }: Picker, year: boolean): { said: string[]; off: string[]; usual: boolean } {
  const said: string[] = [];
  const off: string[] = [];
  if (chance(3)) {
    said.push(pick('祝日を除く', '祝日は休み', '祝日はお休み', '祝日の場合は休み', '祝日休み'));
    off.push('PH off');
  }
  if (year && chance(2)) {
    said.push(pick('8月は休み', '8月を除く', '8月はお休みです', '8月は開催しません', '8月は開催なし'));
    off.push('Aug off');
  }
  if (chance(2)) {
    said.push(pick('年末年始（12/29～1/3）を除く', '12月29日から1月3日はお休み', '年末年始(12月29日～1月3日)は休み'));
    off.push('Dec 29-Jan 03 off');
  }
  const usual = chance(2);
  if (usual)
    said.push(pick('変更の場合あり', '変更になることがあります', '変動あり', '都合により変更することがあります'));
  return { said, off, usual };
}

/** The row of an event in a list: its days, hours and remarks in one of many distributions over the columns. */
export const aHeldRow: fc.Arbitrary<Written> = fc.gen().map((g): Written => {
  const p = picker(g);
  const { pick, chance, int } = p;
  const days = someDays(p);
  const hours = aSpan(p);
  const cells = { frequency: '', weekdays: '', days: days.text, from: '', to: '', note: '' };
  const { said, off, usual } = exceptions(p, !days.osm.includes(' '));
  const style = pick('colon', 'wide', 'hour', 'half', 'halves', 'halves');
  const at = pick('cells', 'cells', 'days', 'note');
  if (at === 'cells') [cells.from, cells.to] = [clock(hours[0], style), clock(hours[1], style)];
  if (at === 'days') cells.days += pick(' ', '　', '、', '/') + span(p, hours, style);
  if (said.length > 0 && chance(4)) cells.days += `${pick('（', '(')}${said.splice(0).join('、')}）`;
  for (let n = int(0, 2); n > 0; n--) said.splice(int(0, said.length), 0, pick(...BESIDE));
  const notes = at === 'note' ? [`${pick('', '時間：', '開催時間 ')}${span(p, hours, style)}`, ...said] : said;
  cells.note = notes.join(pick('。', ' ', '　', '※', '／'));
  const place = pick('days', 'days', 'days', 'weekdays', 'note');
  if (place === 'note')
    [cells.days, cells.note] = ['', `${cells.days}${cells.note === '' ? '' : pick('。', ' ※')}${cells.note}`];
  if (place === 'weekdays') [cells.days, cells.weekdays] = ['', cells.days];
  return { cells, certainty: usual ? 'USUAL' : 'FIXED', osm: [`${days.osm} ${osmSpan(hours)}`, ...off].join('; ') };
});

/** The block of a facility: hours of all days, or of some, and closing days, each behind its heading. */
export const aFacility: fc.Arbitrary<Written> = fc.gen().map((g): Written => {
  const p = picker(g);
  const { pick, chance, int } = p;
  const [open, close] = pick<[string, string]>(
    ['【', '】'],
    ['■', ' '],
    ['', '：'],
    ['○', '：'],
    ['', ' '],
    ['〈', '〉'],
    ['●', '／'],
    ['・', '…'],
    ['[', ']'],
  );
  const headed = (word: string, body: string) => `${open}${word}${close}${body}`;
  const style = pick('colon', 'wide', 'hour', 'halves');
  const long: Span = [int(16, 20) * 30, int(32, 38) * 30];
  const short: Span = [long[0] + 30, long[1] - 60];
  const gap = pick(' ', '　', '：', '…', 'は');
  const next = pick(' ', '　', '、', '／', '。');
  const closed = pick(1, 2, 3);
  const plan = pick('all', 'all', 'saturday', 'seasons', 'noon');
  const [first, last] = pick<[number, number]>([4, 9], [3, 10], [5, 9]);
  const season = pick('', '（夏期）');
  const times = {
    all: { said: span(p, long, style), osm: `Mo-Su,PH ${osmSpan(long)}` },
    saturday: {
      said: `${pick('月～金', '月曜～金曜', '月曜日から金曜日')}${gap}${span(p, long, style)}${next}土${pick('', '曜', '曜日')}${gap}${span(p, short, style)}`,
      osm: `Mo-Fr ${osmSpan(long)}; Sa ${osmSpan(short)}`,
    },
    seasons: {
      said: `${first}月～${last}月${season}${gap}${span(p, long, style)}${next}${last + 1}月～${first - 1}月${season && '（冬期）'}${gap}${span(p, short, style)}`,
      osm: `${MONTHS[first] ?? ''}-${MONTHS[last] ?? ''} ${osmSpan(long)}; ${MONTHS[last + 1] ?? ''}-${MONTHS[first - 1] ?? ''} ${osmSpan(short)}`,
    },
    noon: {
      said: `${span(p, long, style)}${pick('（12時～13時は閉館）', '（12:00～13:00は昼休み）', '※12:00～13:00は消毒のため利用できません')}`,
      osm: `Mo-Su,PH ${osmClock(long[0])}-12:00,13:00-${osmClock(long[1])}`,
    },
  }[plan];
  const closings = [`${pick('', '毎週')}${LETTERS[closed] ?? ''}曜${pick('', '日')}`];
  const off = [`${DAYS[closed] ?? ''} off`];
  if (chance(3)) {
    closings.push(`${pick('', '毎月')}第${pick('3', '３')}金曜日`);
    off.push('Fr[3] off');
  }
  if (chance(4)) {
    closings.push(pick('祝日', '国民の祝日', '祝祭日'));
    off.push('PH off');
  }
  if (chance(5)) {
    closings.push(pick('年末年始（12月29日～1月3日）', '12/29～1/3', '12月29日から翌年1月3日まで'));
    off.push('Dec 29-Jan 03 off');
  }
  if (chance(2)) closings.push(pick('その他臨時休館あり', '臨時休館日'));
  const parts = [
    headed(pick('開館時間', '利用時間', '開所時間', '開放時間', '時間', '開室時間'), times.said),
    headed(
      pick('休館日', '休所日', '定休日', 'お休み', '閉館日', '休室日'),
      closings.join(pick('、', ' ', '　', '，')),
    ),
    ...Array.from({ length: int(0, 2) }, () =>
      pick(...LINES).replace(/(.*)\|(.*)/, (_, word: string, body: string) => headed(word, body)),
    ),
  ];
  const note = (chance(3) ? parts.reverse() : parts).join(pick(' ', '　', '。'));
  return { cells: { note }, certainty: 'FIXED', osm: [times.osm, ...off].join('; ') };
});
