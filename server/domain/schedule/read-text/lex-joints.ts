import type { LexRule } from './lex-days.ts';

export const ACTIVITIES =
  '(?:昼食|夕食|朝食|食事|職員)会議?|(?:お)?弁当|テイクアウト|食材|食料品?|食品|フードパントリー|パントリー|学習|宿題|勉強|食事|夕食|昼食|朝食|夕飯|[朝昼夕晩夜](?:ごはん|ご飯)|ランチ|会食|配食|配布|遊び場?|カレー|おやつ|イベント|体験|クッキング|調理|相談|居場所|こども食堂|子ども食堂|子供食堂|無料塾|開放|自習|交流|プログラム|おはなし会|読み聞かせ|支援|提供|教室|ひろば|広場|サロン|カフェ|会';
const PEOPLE =
  '小学校?(?:低学年|高学年)?生?|小・?中(?:学|高)?生|中・?高(?:校)?生(?:世代)?|中学校?生?|高校生?|高学年|低学年|乳幼児(?:親子)?|乳児|幼児|未就学児|就学前|未就園児|大人|保護者|親子|児童|子ども|こども|子供|一般|地域|学生|家庭|方|以上|以下|まで(?=の(?:子|方))';

/** Words that name what is held, and for whom; they change neither days nor hours. */
export const LABEL_RULES: LexRule[] = [
  {
    pattern: new RegExp(
      `(?:(?:${ACTIVITIES}|${PEOPLE})(?:の(?!み)|・|や|&|と(?=(?:${ACTIVITIES}|${PEOPLE})))?)+(?:のみ|だけ|限定|対象|中心|時間|タイム|日(?=は|\\(|:|が))?`,
      'y',
    ),
    read: () => ({ kind: 'label' }),
  },
  {
    pattern:
      /(?<=から|まで|[0-9時半分~])の[2-4二三四](?:回|部)(?:制|開催)?|(?:第)?[0-9一二三](?:部(?:制)?|回目|回制|期)|[二2]部制|\([0-9]{1,2}\)|(?:午前|午後|昼|夜|朝)の?部|前半|後半|第[一二三]部/y,
    read: () => ({ kind: 'label' }),
  },
];

/** Small words between the others. */
export const JOINT_RULES: LexRule[] = [
  { pattern: /[\n。!※★☆●■◆◎○◇▼▲]+/y, read: () => ({ kind: 'break' }) },
  { pattern: / +/y, read: () => ({ kind: 'space' }) },
  { pattern: /(?:ただし|但し|なお|また)、?/y, read: () => ({ kind: 'but' }) },
  { pattern: /\(/y, read: () => ({ kind: 'open' }) },
  { pattern: /\)/y, read: () => ({ kind: 'close' }) },
  { pattern: / ?[~-] ?/y, read: () => ({ kind: 'range' }) },
  { pattern: /・/y, read: () => ({ kind: 'separator', sign: '・' }) },
  { pattern: /[、,]/y, read: () => ({ kind: 'separator', sign: '、' }) },
  { pattern: /\/|\|/y, read: () => ({ kind: 'separator', sign: '/' }) },
  // 平日は15時から、土日は10時から、どちらも18時まで
  {
    pattern: /(?:閉まる|閉める|終わる|しまる)(?:の|時間|時刻)は|(?:どちら|どれ|いずれ|両日|全日)も|(?:とも|共)に/y,
    read: () => ({ kind: 'for-all' }),
  },
  { pattern: /それぞれ/y, read: () => ({ kind: 'filler' }) },
  { pattern: /と|及び|および|並びに|ならびに|並び|&|\+/y, read: () => ({ kind: 'separator', sign: 'と' }) },
  {
    pattern:
      /より|から(?:開始|開催|スタート)?|(?:開始|スタート|オープン|開店)(?:時[間刻])?:?|(?:始まり|はじまり|開始)は|以降/y,
    read: () => ({ kind: 'from' }),
  },
  {
    pattern: /まで|迄|解散|(?:終了|クローズ|閉店)(?:時[間刻])?:?|(?:おひらき|お開き|終わり|おわり|終了)は/y,
    read: () => ({ kind: 'until' }),
  },
  { pattern: /は|につ(?:い|き)て?/y, read: () => ({ kind: 'topic' }) },
  { pattern: /(?<![はがを、。\n ])も(?!ち|り)/y, read: () => ({ kind: 'also' }) },
  { pattern: /(?:のみ|だけ|限定)(?:の|で(?!す))?/y, read: () => ({ kind: 'only' }) },
  {
    pattern:
      /(?:開催|実施|開館|開所|開園|開室|営業|開設|運営|活動|利用可能?|利用|オープン|実施)(?:日時|日|時間帯?|曜日|頻度)?(?:しています|します|いたします|している|する|してい|中)?|(?:日時|日程|曜日|時間帯?|毎回|いずれも|期間|延長(?:開館)?(?:し(?:て(?:い|おり))?ます)?(?=$|[。、)\n])|毎年(?:の(?!み))?)/y,
    read: () => ({ kind: 'held' }),
  },
  {
    pattern:
      /の(?:間)?(?!み)|に|で(?:す)?|が|を|へ|等|など|ます|:|\.|=|…|間|年間|年|あり(?:ます)?|有り?|ございます|お?昼時|お昼|昼間|(?:夕方|夜|昼|朝|午前|午後)(?:中)?|各回/y,
    read: () => ({ kind: 'filler' }),
  },
  { pattern: /(?:特に)?(?:なし|無し)|[-―]/y, read: () => ({ kind: 'filler' }) },
];

/** After the days: 「か」 stands in other words too. */
export const OR_RULES: LexRule[] = [
  {
    pattern: /もしくは|または|又は|あるいは|若しくは|か(?= ?(?:第|[月火水木金土日]曜))|(?: ?or ?| ?OR ?)/y,
    read: () => ({ kind: 'or' }),
  },
];
