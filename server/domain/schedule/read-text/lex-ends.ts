import type { LexRule } from './lex-rule.ts';

const AFTER_TIME = '(?<=[0-9](?:時|分|時半|:[0-9]{2})(?:頃|ごろ)?|正午)';
const DONE = '(?:[りきけいめるくまっ]*(?:ます|ました|て(?:い|おり)?(?:ます)?|です)?)';

/** Verbs after a time: 「17時に開けて20時に閉めます」, 「朝9時に始まり、夕方4時に終わります」, 「17時閉館」 of which the start is known. */
export const END_RULES: LexRule[] = [
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
      `${AFTER_TIME}(?:に|から|より)?、?(?:開(?!催|放|設|発|講|[館所園室](?!し))[館所園室店]?|あけ|始ま|始め|はじま|オープン|スタート|集合)${DONE}(?:し(?:ます|て))?`,
      'y',
    ),
    read: () => ({ kind: 'from' }),
  },
  {
    pattern: new RegExp(
      `(?<![~-] ?[0-9:時分]{1,7})${AFTER_TIME}閉[館所園室店](?![日中時])|${AFTER_TIME}(?:に|で|まで)、?(?:閉(?:め|ま|じ)|しめ|しま(?=り|る|い)|終わ|終え|終了|おわ|お?開き|おひらき|解散|クローズ|閉[館所園室店])${DONE}(?:と?(?:し|なり)(?:ます|て))?`,
      'y',
    ),
    read: () => ({ kind: 'until' }),
  },
];
