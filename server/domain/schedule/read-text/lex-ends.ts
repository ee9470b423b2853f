import { CLOCK } from './clock.ts';
import type { LexRule } from './lex-rule.ts';

const AFTER_TIME = '(?<=[0-9](?:時|分|時半|:[0-9]{2})(?:頃|ごろ)?|正午)';
const DONE = '(?:[りきけいめるくまっ]*?(?:ます|ました|て(?:い|おり)?(?:ます)?|です)|[りきけいめるくまっ]*)';

const MEAL =
  '(?:お?食事|夕食|夕ごはん|夕飯|昼食|お昼|ごはん|ご飯|配膳|いただきます|調理)(?:の?(?:提供|時間))?(?:開始|スタート)?';
const END_SAID = `[、。 ]{1,2}${CLOCK}に?、?(?:終了|閉|お開き|おひらき|解散|クローズ)`;
/** 「11時半食事開始、13時終了」, or the end alone. */
export const MEAL_THEN_END = `(?:(?:[、。 ]{1,2}${CLOCK}に?、?${MEAL})?${END_SAID}|[、。 ]{1,2}${CLOCK}(?:~|から|より)、?${MEAL}[、。 ]{1,2}${CLOCK}に?、?(?:閉|クローズ))`;

/** Verbs after a time: 「17時に開けて20時に閉めます」, 「朝9時に始まり、夕方4時に終わります」, 「17時閉館」 of which the start is known. */
export const END_RULES: LexRule[] = [
  // 11時開場、11時半食事開始、13時終了: it is open from the first on
  {
    pattern: new RegExp(`(?<=${CLOCK}に?)(?:開場|オープン|開店)(?=${MEAL_THEN_END})`, 'y'),
    read: () => ({ kind: 'from' }),
  },
  {
    pattern: new RegExp(
      `(?<=(?:開場|オープン|開店)[、。 ]{1,2})(?:${CLOCK}に?、?${MEAL}(?=${END_SAID})|${CLOCK}(?:~|から|より)、?${MEAL}(?=[、。 ]{1,2}${CLOCK}に?、?(?:閉|クローズ)))`,
      'y',
    ),
    read: () => ({ kind: 'remark' }),
  },
  // 火曜は9:30開館, but not 9:30~17:00開館
  {
    pattern: new RegExp(
      `(?<!(?:[~-]|から) ?(?:午前|午後)?[0-9:時分半]{1,7})${AFTER_TIME}開[館所園室](?=$|[。、()\\n ])`,
      'y',
    ),
    read: () => ({ kind: 'from' }),
  },
  {
    pattern: new RegExp(
      `${AFTER_TIME}(?:に|から|より)?、?(?:開始|開(?!催|放|設|発|講|[館所園室](?!し))[館所園室店]?|あけ|始ま|始め|はじま|オープン|スタート|集合)${DONE}(?:し(?:ます|て))?`,
      'y',
    ),
    read: () => ({ kind: 'from' }),
  },
  {
    pattern: new RegExp(
      `(?<![~-] ?[0-9:時分]{1,7})${AFTER_TIME}(?:閉[館所園室店会場](?![日中時])|クローズ|お開き|おひらき)|${AFTER_TIME}(?:に|で|まで)、?(?:閉(?:め|ま|じ)|しめ|しま(?=り|る|い)|終わ|終え|終了|おわ|お?開き|おひらき|解散|クローズ|閉[館所園室店])${DONE}(?:と?(?:し|なり)(?:ます|て))?`,
      'y',
    ),
    read: () => ({ kind: 'until' }),
  },
];
