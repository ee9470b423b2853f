/** How one remark ends: 「…は休み」, 「要予約」, 「臨時休館あり」. */
const ENDS =
  '(?:[はをが日祝月盆始末中]お?休み|(?<![一-龠])[除の]く|除きます|休館|中止|ます|です|ません|ください|下さい|不要|不可|[^一-龠ぁ-ん]可|な[しい]|無し|あり|有り|無料|有料|[0-9]円|制|終了|決行|募集中?|同伴|予約|申込|歓迎|どうぞ|実施|配布|小学生|中学生|高校生|[0-9](?:名|人|食|組))';
/** What another begins with that speaks of the days or hours. */
const BEGINS =
  '(?:(?:国民の)?祝祭?日?(?:は|お?休|の(?:場合|とき)|を|に(?:あ|当)たる|、)|[0-9]{1,2}月(?:は|を(?!除)|中は|お?休)|[0-9]{1,2}/[0-9]{1,2}(?: ?~ ?(?:[0-9]{1,2}/)?[0-9]{1,2})?は|(?:お?盆|年末年始|[夏冬春]休み)(?:期間)?(?:中?は|\\([^()]*\\)(?:は|を除))|変更(?:の|に|す)|変動|日程(?:は|が|の?変)|(?:施設の)?都合(?:に)?より|開催日(?:は|が|の[0-9])|(?:開[館所園室設放催]|利用|営業)時間(?:は|:| ))';
/** What may be the other half of one saying: 「可/不可」, 「有料/無料」. */
const NO_PAIR = '(?!小学|中学|高校|幼児|乳児|大人|一般|不可|可|否|無料|有料|なし|無|あり|有|要|月|週|日|年|回|人|名)';

/** 「会場は2階和室/12月はお休み」, but 「7月/8月は休み」 */
const BEFORE_DAYS = new RegExp(`(?<=[ぁ-んァ-ヶ一-龠])(?<![月日曜祝盆始火水木金土週]) ?/ ?(?=${BEGINS})`, 'g');
/** 「8月は休み、変更になる場合があります」, but 「中止、変更になる場合があります」 */
const COMMAS = /(?<=[はをが日祝月盆始末]お?休み|除く|ません)、(?=変更(?:の|に|す)|変動)/g;

/** 「変動あり 先着30食」, but hours or days behind it may be of the days before. */
const BEHIND_HEDGE =
  /(?<=(?:変更|変動)[^。\n 0-9]{0,12}(?:あり|ある|ます)) +(?=[ぁ-んァ-ヶ一-龠A-Z])(?!午|正午|毎|第|平日|土日|[月火水木金土日](?:曜|[・、~]))/g;

const JOINTS = new RegExp(`(?: *※ ?| +|・|, ?)(?<=${ENDS}(?: *※ ?| +|・|, ?))(?=${BEGINS})`, 'g');
const SLASHES = new RegExp(` ?/ ?(?<=${ENDS} ?/ ?)${NO_PAIR}(?=[ぁ-んァ-ヶ一-龠0-9])`, 'g');

/**
 * 「要予約 祝日は休み」, 「参加費無料/8月はお休み/変更の場合あり」: remarks that nothing but a space or a stroke parts are
 * sentences of their own, so that none is taken for a part of the one before it.
 */
export const partSentences = (text: string): string =>
  text
    .replace(BEFORE_DAYS, '。')
    .replace(JOINTS, '。')
    .replace(SLASHES, '。')
    .replace(COMMAS, '。')
    .replace(BEHIND_HEDGE, '。');
