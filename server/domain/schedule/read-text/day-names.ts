import type { ScheduleText } from '../schedule.ts';
import { CLOCK } from './clock.ts';
import { normaliseText } from './normalise.ts';

const DAY = '(?:第[1-5](?:[・、]第?[1-5])*)?[月火水木金土日](?:曜日?)?';
const NAMED = new RegExp(
  `(?:\\((${DAY})\\) ?|(?<![一-龠])(${DAY}) ?[:=…は] ?)([ぁ-んァ-ヶー一-龠A-Z]{2,12}?)(?:広場|ひろば|教室|コース|クラス|タイム)?(?=$|[ 、。/(\\n])`,
  'g',
);
const OF_WHEN = /^(?:午[前後]|[朝昼夕夜]$|[0-9]|お?休|毎|隔|第|祝|予約|開|閉|放課後)/;

/**
 * 「水:すくすく広場 金:のびのび広場」 in the cell of the days and 「すくすく 9:30~11:00」 in the note: in the note the days stand for
 * their names.
 */
export function readDayNames(text: ScheduleText): ScheduleText {
  const found = [...normaliseText(text.days ?? '').matchAll(NAMED)];
  const names = new Map(found.map(([, bracketed, plain, name = '']) => [name, bracketed ?? plain ?? '']));
  if (!text.note || names.size < 2 || names.size < found.length || [...names.keys()].some((name) => OF_WHEN.test(name)))
    return text;
  const words = [...names.keys()].sort((a, b) => b.length - a.length).join('|');
  const said = new RegExp(
    `(?<=^|[ 、。/\\n])(${words})(?:広場|ひろば|教室|コース|クラス|タイム)?(?:は|[: ])* ?\\(?(?=${CLOCK})`,
    'g',
  );
  const note = normaliseText(text.note).replace(said, (_, name: string) => `${names.get(name) ?? ''}は`);
  return { ...text, note };
}
