import type { LexRule } from './lex-days.ts';

const HOURS = '(?:[ :]*[0-9:時分半~\\-午前後頃]+(?:まで|から|以降)?)?';
const REST = '(?:[^。\\n※、()~ ]|~(?=[0-9午]))*';

/**
 * Sentences about other things than the days and hours: booking, last orders, weather, care before and after the hours.
 * They may hold times, so they are taken whole, up to the next sign that ends a clause.
 */
export const REMARK_RULES: LexRule[] = [
  {
    pattern: /(?:毎月)?[0-9]+日(?:より|から)(?:予約|受付|受け付け|申込|申し込み|募集)[^。\n、()]*/y,
    read: () => ({ kind: 'remark' }),
  },
  {
    pattern: /不定期(?:で|に)[^。\n、()]*(?:イベント|行事|講座|教室|企画|遠足)[^。\n、()]*/y,
    read: () => ({ kind: 'remark' }),
  },
  { pattern: /\(?(?:TEL|Tel|tel|☎)?:?0\d{1,4}-\d{1,4}-\d{3,4}\)?/y, read: () => ({ kind: 'remark' }) },
  { pattern: /[0-9]+(?:日|週間|か月|ヶ月)前(?:まで)?[^。\n、()]*/y, read: () => ({ kind: 'remark' }) },
  {
    pattern: /(?:前日|前々日|当日|開催日の)[^。\n、()]*?(?:まで|申込|予約|連絡|電話)[^。\n、()]*/y,
    read: () => ({ kind: 'remark' }),
  },
  { pattern: /(?:雨天|荒天|悪天候|天候|台風|警報|大雨|積雪|災害|緊急)[^。\n※]*/y, read: () => ({ kind: 'remark' }) },
  // 会食は休止中: what is held goes on
  {
    pattern:
      /(?:会食|食事|飲食|調理|宿泊|イベント|学習支援|テイクアウト|お?弁当|配食|外出|送迎)(?:形式|の?提供|の?配布)?(?:について)?(?:は|を)(?:現在|当面(?:の間)?|しばらく)?、?(?:休止|中止|見合わせ|お休み)(?:中|して?|て)?(?:います|いる|おります|おり)?/y,
    read: () => ({ kind: 'remark' }),
  },
  // コロナ状況によって中止 is a condition, and left to those rules
  {
    pattern:
      /(?![^。\n]{0,20}(?:により|によって)(?:中止|変更))(?:新型)?(?:コロナ|感染)(?:(?!休止|見合わせ|中止)[^。\n※])*/y,
    read: () => ({ kind: 'remark' }),
  },
  {
    pattern: new RegExp(
      `(?:お食事|食事|夕食|昼食|ランチ|ディナー|食堂)(?:の)?(?:(?:提供)?時間(?:は|:)?|提供(?:は|:))${HOURS}|` +
        `(?:お?弁当の?)?(?:受け?渡し|お渡し|引き?渡し|引き?取り)(?:は|:)?${HOURS}${REST}|` +
        `(?:最終)?(?:受付|受け付け|入館|入室|入場|開場|来場)(?:時間|締切|開始|終了)?(?:は|:)?${HOURS}${REST}|` +
        `(?:ラスト ?オーダー|L\\.?O\\.?|オーダーストップ)${HOURS}${REST}`,
      'y',
    ),
    read: () => ({ kind: 'remark' }),
  },
  {
    pattern: new RegExp(
      `(?:要予約|完全予約制|事前予約|予約|事前申込|要申込|申込|申し込み|申込み|申し込|締切|締め切り|定員|先着|参加費|料金|費用|対象|会場|場所|電話|TEL|連絡先)(?:み|制|は|の|:)?${REST}`,
      'y',
    ),
    read: () => ({ kind: 'remark' }),
  },
  {
    pattern: new RegExp(
      `(?:延長(?:保育|利用|開所|時間)?|預かり保育|一時保育|一時預かり|早朝保育|時間外保育)(?:は|:|の)?(?: ?教育時間開始前)?${HOURS}${REST}`,
      'y',
    ),
    read: () => ({ kind: 'remark' }),
  },
  { pattern: /(?:教育時間)?(?:開始前|終了後)[0-9:時分半~\-午前後]+(?:まで|から)?/y, read: () => ({ kind: 'remark' }) },
  {
    pattern:
      /(?:限定|各|約|先着|1日|一日)?[0-9]+(?:食|名|人|組|円|歳|才|年生|席|世帯|台|枚|杯|階|号室?|丁目|周年|点|か月児|ヶ月児)[^。\n※、() ~]*/y,
    read: () => ({ kind: 'remark' }),
  },
  {
    pattern: /(?:なくなり次第|無くなり次第|なくなったら|売り切れ次第|終わり次第)[^。\n※、() ]*/y,
    read: () => ({ kind: 'remark' }),
  },
  { pattern: /(?:随時|常時)(?:受付|受け付け|募集|開催|相談)[^。\n※、() ]*/y, read: () => ({ kind: 'irregular' }) },
  { pattern: /(?:詳細|詳しく|詳しい|くわしく|その他詳細)[^。\n※]*/y, read: () => ({ kind: 'remark' }) },
  {
    pattern: /(?:ご了承|ご注意|ご理解|ご確認)(?:ください|下さい|願います|をお願い(?:いた)?します)?/y,
    read: () => ({ kind: 'remark' }),
  },
  { pattern: /(?:駐車場|駐輪場|徒歩)[^。\n※]*/y, read: () => ({ kind: 'remark' }) },
  {
    pattern:
      /(?:20\d\d年|令和(?:\d+|元)年|平成\d+年|[RH]\d+\.)(?:度|\d+月)?(?:\d+日)?(?:より|から|に)?(?:活動)?(?:開始|開設|オープン|スタート|設立|開所|開店|開園)[^。\n、()]*/y,
    read: () => ({ kind: 'remark' }),
  },
  {
    pattern: /(?:[1一]日(?:に)?[0-9一二]+(?:時間|回|分|名|組)|[0-9]+時間(?:以内|程度|まで))[^。\n、() ]*/y,
    read: () => ({ kind: 'remark' }),
  },
  { pattern: /https?:\/\/[^\s)]+/y, read: () => ({ kind: 'remark' }) },
];
