import type { Token } from './token.ts';

/** Days that are closed or held, as they stand in a sentence of which the whole was taken for something else. */
const CLOSED_DAYS =
  /(?:[0-9]{1,2}月|[月火水木金土日]曜日?|(?<![一-龠])[月火水木金土日祝](?=[・、は])|祝日|祝祭日|第[1-5]|毎[週月]|年末年始|お盆|[春夏冬]休み)[^。\n]{0,12}?(?:お?休み|休館|休業|休所|休園|定休|閉[館所鎖園]|なし|除く|除き)/;
const CLOCK = '(?:午前|午後)?[0-9]{1,2}(?::[0-9]{2}|時(?:半|[0-9]{1,2}分)?)';
/** 「受付時間は9時~17時(祝日は除く)」: the bracket is of those hours. */
const OWN_BRACKET = /(?<=[0-9時分半]) ?\([^()]*\)/g;
const DAY_HOURS = new RegExp(`(?:曜日?|平日|土日祝?|祝日)(?:は|の|:| )?${CLOCK} ?(?:~|-|から)`);
/** 「飲食スペースあり、火曜日は9:30~12:30」 */
const HOURS_OF_DAY = new RegExp(
  `(?:[、(]|(?<=[^はがもの]) )(?:第[1-5](?:・第?[1-5])*)?(?:[月火水木金土日](?:曜日?)|平日|祝日)は、?${CLOCK}`,
);
const OF_ANSWER =
  /受け?付|電話|TEL|☎|問い?合|窓口|相談|予約|申し?込|事務|連絡|(?:職員|スタッフ|管理人)の?(?:在勤|勤務|常駐|在室|対応)/i;
/** 「雨天中止 3・6・」 of 「3・6・9月の第2土曜」 */
const CUT_LIST =
  /(?<![0-9:-])[0-9]{1,2}月?[・、~]$|(?:[月火水木金土日]曜日?|祝日|祝祭日|お盆|年末年始)[、・]$|毎週[月火水木金土日](?:曜日?)?$|[ /、。※][月火水木金土日第毎]$|[ )](?:毎月)?第[1-5]$|毎月[0-9]{1,2}日(?:・[0-9]{1,2}日)*$|[すたん] [0-9]{1,2}(?:[・、][0-9]{1,2})*$|[ 、・](?:祝日|祝祭日|お盆|年末年始)$/;
/** 「現在は土日のみ開けています」, 「予約が入った日だけ開館」 */
const ONLY_THEN =
  /(?:[日曜祝末]|平日|場合|とき|時|週|月)(?:のみ|だけ|に?限[りっ]て?)、?(?:は|に|で)?(?:開[いけ館所園室催放設]|営業|オープン|やって)/;
/** 「夜間(17時~21時)は予約がある場合のみ開館」: besides the hours of all. */
const BOOKED = /^夜間[^。]*予約/;
const SPAN = new RegExp(`${CLOCK} ?(?:~|-|から) ?${CLOCK}`);
const ASIDE = new Set<Token['kind']>(['remark', 'aside', 'announced', 'usual', 'may-be']);
const WHOLE = new Set<Token['kind']>(['holiday-rule', 'weekday-rule', 'usual', 'may-be', 'announced', 'others']);

const DAY_WORD =
  '(?:第 ?[1-5]|[奇偶]数月|[春夏冬]休み|[前後夏冬][期季](?=[:(はの])|学校(?=[がの])|長期休|毎[週月]|[月火水木金土日](?:曜日?)|[月火水木金土日](?=[~・][月火水木金土日])|平日|土日祝?|祝祭?日|年末年始|お盆|(?:令和|20)[0-9]{1,2}年|[0-9]{1,2}(?:[・、~][0-9]{1,2})*月(?:[0-9]{1,2}日)?|[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,2}(?:[・、][0-9]{1,2})+)';
/** Days, or hours with a sign behind them. */
const BEGINS = `${DAY_WORD}|${CLOCK}(?: ?(?:~|-|から))`;
const HOURS = `${CLOCK}(?: ?(?:~|-|から) ?${CLOCK})?`;
const DAYS_LIST = `(?:${DAY_WORD}|${HOURS}(?=[もは])|(?:お?休み|休館|閉館|開催?なし|開[館所放催]|を?(?:除く|除き|のぞく))|[、・~は]|も|のみ|まで|から|です|(?:図書|館内)?整理日)+`;
/** 「13:00~15:30も開放 / 参加費はお問い合わせください」: what is all days and hours, before a sign behind which the sentence begins */
const DAYS_ALONE = new RegExp(`^${DAYS_LIST}$`);
/** 「祝日(初回は利用登録が必要)」 */
const BEFORE_BRACKET = /^(?:祝祭?日|年末年始|お盆|[月火水木金土日]曜日?) ?\(|^(?:祝祭?日|年末年始|お盆) /;
const HOURS_ALONE = new RegExp(`^(?:${CLOCK} ?(?:~|-|から) ?${CLOCK}[/、・]?)+$`);
const CUTS = /[。※★]| \/ |[、(]| (?! )/;
/** 「毎月第3水曜日 給食試食会」 is what is held then, 「8/13~8/16 当日の参加もできます」 is none. */
const IS_SPAN = /~|休|閉|開|年末|お盆|整理|も|のみ|月は/;
const CLOSES = /休|閉|なし|整理/;
const EXCEPTS = /除|のぞ/;
/** 「登録が必要 月~金曜日:9時~」: days or hours that begin behind the end of a sentence */
const BEHIND_END = new RegExp(
  `(?:[たすんるへ]|必要|ください|です|不可|自由|なし|要予約|24時間(?:受付|対応)) ?(?:(?:その)?(?:他|ほか)(?:に)?、?)?(?<=[ た-ん] ?)(?:${BEGINS})`,
);
/** 「LINEで申込み 水曜は学習支援のみ」, 「駐車場は10台分 小学生は16:30から」 */
const DAYS_TOPIC = new RegExp(
  `(?: |[0-9]{4} ?\\()(?:(?:${DAY_WORD}|[・、~])+(?:は|も)|(?:小学生|中学生|高校生|中高生|幼児)(?:以上|以下)?は${CLOCK})`,
);
/** 「TEL 045-123-4567※午前10時~正午」 */
const BEHIND_SIGN = new RegExp(`^ ?(?:${BEGINS})`);
const WINDOW = new RegExp(`^ ?(?:${DAY_WORD}|${HOURS}|[・、~ ()]|の|は|まで|受け?付け?|電話|除く|を|休み)+$`);
const HEADING =
  /[。※★/ ] ?(?:(?:開[館所園室設放]|営業|利用|開催|預かり|保育)(?:時間|日)|(?:休[館園所業室]|定休|閉[館所園室])日)/;
const NUMBER = /[0-9]{2,5}-[0-9]{1,4}-[0-9]{3,4} ?$/;
/** What answers at the hours behind it: 「電話受付 / 月~金」, but not 「3日前までに要予約」. */
const OF_DESK =
  /(?:(?<!24時間)受け?付け?|電話|TEL|☎|問い?合わ?せ先?|(?<!要)予約|(?<!で)申し?込み?|連絡先?)(?:時間|窓口)?[ :は)】]*$|(?:申し?込み?|受付)は[^。]*まで$/i;

/** 「場所:公民館2階 利用時間」: a line of something else, at whose end another begins. */
export const endsInHeading = (line: string): boolean =>
  / (?:(?:開[館所園室]|営業|利用|開催)時間|(?:休[館園所業]|定休)日)[:は]?$/.test(line);

/** 「土曜保育は17:30まで 2階は満席になり次第締め切ります」, 「水は午前の部のみ)、大雨の時は休館」 */
const HOURS_OF_FIRST = new RegExp(
  `^(?:(?:第[1-5](?:・第?[1-5])*)?[月火水木金土日]曜日?[^ 、。0-9はが]{0,4}は、?${CLOCK}|[月火水木金土日](?:・[月火水木金土日])*は[^ 、。]*(?:のみ|だけ|まで))`,
);
/** 「当日受付 土日祝・年末年始」, 「募集期間 1日~15日 祝日は休み」: a list of days behind something else */
const LIST_BEHIND =
  /(?<![はがのも:、0-9]|(?:窓口|電話|職員|勤務|事務|クラブ|対応)[^ ]{0,6}|期間[^ ]*) (?:土日祝?日?|日祝|祝祭?日|年末年始|平日|[土日]曜日?)(?:[・、と](?:土日祝?日?|祝祭?日|年末年始|[土日]曜日?|お盆))*(?:は|を)?(?:お?休み|休館|除く)?(?: ?[0-9]{1,2}:[0-9]{2} ?~ ?[0-9]{1,2}:[0-9]{2})?$/;
/** 「和室:0歳あつまれ、2026年10月30日 公民館」: the next of a list of dates */
const DATE_BEHIND = /[、)] ?20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日(?:\([月火水木金土日]\))? /;
/** 「お昼の時間(12:00~13:00)はお休み」 */
const PAUSE = new RegExp(
  `${CLOCK} ?(?:~|-|から) ?(?:正午|${CLOCK})\\)?(?:の間|の時間|まで)?(?:は|を)[^。※]{0,14}(?:お?休み|休憩|閉[館所め]|除く|利用できません)`,
);
const OF_PEOPLE = /小学|中学|高校|中高|幼児|電話|受付|窓口|相談/;

/** 「12:00~13:00は休憩」 */
export const isPause = (text: string): boolean =>
  text.split(/[、。※]/).some((clause) => PAUSE.test(clause) && !OF_PEOPLE.test(clause));

/** Days and hours that stand before or behind the sentence which was taken for something else. */
function leavesDays(text: string, hasHours: boolean): boolean {
  const [first = '', ...others] = text.replace(/^[(※]/, '').split(CUTS);
  if (others.length > 0 && ((DAYS_ALONE.test(first) && IS_SPAN.test(first)) || HOURS_ALONE.test(first))) return true;
  if (
    BEFORE_BRACKET.test(text) ||
    others.some((one) => DAYS_ALONE.test(one) && (CLOSES.test(one) || (EXCEPTS.test(one) && !OF_ANSWER.test(text))))
  )
    return true;
  if ((others.length > 0 && HOURS_OF_FIRST.test(first)) || isPause(text)) return true;
  if (LIST_BEHIND.test(text) || DATE_BEHIND.test(text)) return true;
  const [head = '', ...sentences] = text.split(/[。※★]| \/ /);
  const isAnswer = OF_DESK.test(head) && !NUMBER.test(head) && hasHours;
  if (sentences.some((one) => BEHIND_SIGN.test(one) && !(isAnswer && WINDOW.test(one)))) return true;
  return BEHIND_END.test(text) || DAYS_TOPIC.test(text) || HEADING.test(text);
}

/** Whether a token that is a whole sentence holds closing days, or the only hours there are, which nobody read. */
export function swallows({ kind, text }: Token, hasHours: boolean): boolean {
  if ((kind === 'remark' || kind === 'aside') && ONLY_THEN.test(text) && !BOOKED.test(text)) return true;
  if (ASIDE.has(kind) && leavesDays(text, hasHours)) return true;
  if (kind === 'remark')
    return (
      CLOSED_DAYS.test(text.replace(OWN_BRACKET, '')) ||
      CUT_LIST.test(text) ||
      ((DAY_HOURS.test(text) || HOURS_OF_DAY.test(text)) && !OF_ANSWER.test(text))
    );
  if (kind === 'aside') return HOURS_OF_DAY.test(text);
  return WHOLE.has(kind) && !hasHours && SPAN.test(text);
}
