/** Names of the days of the week in words, Monday first. */
export const JA = ['月', '火', '水', '木', '金', '土', '日'];
export const EN = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];
export const EN_ONE = EN.map((name) => name.slice(0, -1));

/** 月〜金曜, 火・木曜; three neighbours or more are a range. */
export function japaneseRange(weekdays: readonly number[]): string {
  const first = weekdays[0] ?? 1;
  const last = weekdays.at(-1) ?? 1;
  const range = weekdays.length > 2 && last - first === weekdays.length - 1;
  return `${range ? `${JA[first - 1]}〜${JA[last - 1]}` : weekdays.map((day) => JA[day - 1]).join('・')}曜`;
}

/** の翌日, の3日後 */
export function japaneseShift(dayOffset: number, easy: boolean): string {
  const days = Math.abs(dayOffset);
  const after = days === 1 ? (easy ? '次の日' : '翌日') : `${days}日${easy ? 'あと' : '後'}`;
  const before = days === 1 ? (easy ? '前の日' : '前日') : `${days}日前`;
  return `の${dayOffset > 0 ? after : before}`;
}

/** a, b and c */
export const list = (words: string[]) =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
