import type { ScheduleText } from '../schedule.ts';

const MONTHS = '[0-9０-９]{1,2}月(?: ?[~～〜-] ?|から)(?:翌年?の?)?[0-9０-９]{1,2}月';
/** 「冬期は11月～2月」, said for itself. */
const DEFINES = new RegExp(
  `(?:^|(?<=[。、\\n※(（ \\u3000]))([夏冬][季期])(?:間|期間)?(?:は|とは|：|:|＝|=)、?(${MONTHS})(?:まで)?(?:です|とします)?(?=$|[。\\n)）])[。\\n]?`,
);

/** Puts the months of a part of the year in the place of its name, where the text tells them apart from it: 「17:00(冬期は16:30)」, 「冬期は11月～2月」. */
export function withSeasons(text: ScheduleText): ScheduleText {
  const cells = Object.entries(text) as [string, string | null | undefined][];
  const match = cells.map(([, cell]) => DEFINES.exec(cell ?? '')).find((one) => one !== null);
  const [whole = '', name = '', months = ''] = match ?? [];
  if (!match) return text;
  const rest = cells.map(([key, cell]) => [key, cell?.replace(whole, '')] as const);
  const spelt = rest.map(([key, cell]) => [
    key,
    cell?.replace(new RegExp(`${name}(?:期間|間)?(?=は|に|の|：|:| |\\u3000)`, 'g'), months),
  ]);
  const used = rest.some(([, cell], i) => cell !== spelt[i]?.[1]);
  return used ? (Object.fromEntries(spelt) as ScheduleText) : text;
}
