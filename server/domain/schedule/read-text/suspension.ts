/** Of the closing itself: 「休館とさせていただきます」, 「休館期間」, 「センター利用はご遠慮ください」. */
const CLOSES =
  /(?:休[館所園業室]|閉[館所園室鎖])(?:期間|中|する|です|(?=。|$)|します|(?:と|を|に)?(?:し|さ|いたし|致し|な(?:り|る))|の延長|いたし|延長)|(?:センター|施設|館|ひろば)の?(?:ご?利用|来館)は(?:ご遠慮|休止|中止)/;
/** From when to when, or until further notice. */
const SPAN =
  /(?:[0-9]{1,2}月(?:[0-9]{1,2}日|末日?)?|年度末|[0-9]{1,2}\/[0-9]{1,2})(?:\([^()]*\))? ?(?:まで|~|より|から)|(?:当面|当分|しばらく)の間/;
const CAUSE =
  /のため|により|によって|に伴|を受け|感染|ウイルス|宣言|まん延|重点措置|工事|改修|建て?替え|リニューアル|台風|大雨|災害|下記|休館期間/;
/** Days and hours of an opening. */
const OPENS =
  /[月火水木金土日]曜日?(?![^(]*\))|平日|土日|毎[週月日]|第[1-5一二三四五]|[0-9](?::[0-9]{2}|時(?!点))|(?:開館|開所|利用|営業|開園|開設)時間|(?:休館|定休|休所|休園)日|年末年始|祝日/;
/** What goes on by telephone, and what is held elsewhere. */
const ELSEWHERE = /[^。\n]*(?:電話|相談|問い?合|講座|行事|イベント|クラブ|再開)[^。\n]*/g;

/**
 * Whether a text tells of nothing but a closing from one day to another, or until further notice, and why: 「感染拡大防止の
 * ため、8月20日から9月12日まで休館いたします」. A closing of one day, or beside days and hours, is none.
 */
export function isSuspension(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/[〜～−–―]/g, '~');
  if (!CLOSES.test(plain) || !SPAN.test(plain) || !CAUSE.test(plain)) return false;
  const rest = plain
    .split(/\n| \/ /)
    .join('\n')
    .replace(ELSEWHERE, '');
  return !OPENS.test(rest) && !/[夏冬春秋][季期]?休|お盆/.test(plain);
}
