import type { LexRule } from './lex-days.ts';

const HOURS = '(?:[ :]*[0-9:時分半~\\-午前後頃]+(?:まで|から|以降)?)?';
const REST = '[^。\\n※、()~ ]*';

function time(hour: string, minute: string | undefined, half: 'AM' | 'PM' | null): { minutes: number } | null {
  const [h, m] = [Number(hour), minute === undefined ? 0 : Number(minute)];
  if (m > 59 || h > 24 || (h === 24 && m > 0)) return null;
  // 午後13時: whether 13:00 or 1 pm was meant by a slip is not ours to say.
  if (half !== null && h > 12) return null;
  return { minutes: (half === 'PM' && h < 12 ? h + 12 : half === 'AM' && h === 12 ? 0 : h) * 60 + m };
}

const half = (text: string | undefined): 'AM' | 'PM' | null =>
  text === undefined ? null : /午前|AM|朝/i.test(text) ? 'AM' : /午後|PM|夕|夜/i.test(text) ? 'PM' : null;

/** 17:30, 17時30分, 午後5時半, 正午; 24:00 is the end of the day, and later than that cannot be read. */
export const TIME_RULES: LexRule[] = [
  {
    pattern:
      /(?:(午前|午後|AM|PM|am|pm|朝|夕方|夜) ?)?([0-9]{1,2})(?: ?: ?([0-9]{2})(?![0-9])|時(?!間)(?:([0-9]{1,2})分?|(半))?)(?:頃|ごろ|くらい)?/y,
    read: (m) => {
      const read = time(m[2] ?? '', m[5] ? '30' : (m[3] ?? m[4]), half(m[1]));
      return read && { kind: 'time', minutes: read.minutes, half: half(m[1]) };
    },
  },
  { pattern: /(?:お昼の|昼の)?正午|お昼(?=~|から)/y, read: () => ({ kind: 'time', minutes: 720, half: null }) },
  { pattern: /(?:学校)?放課後|下校後|授業終了後/y, read: () => ({ kind: 'time', minutes: null, half: null }) },
  // 14~17時, 9:30~12: an hour that gets its sign from the other end
  {
    pattern:
      /[0-9]{1,2}(?= ?[~-] ?(?:午前|午後)?[0-9]{1,2}(?::|時(?!間)))|(?<=[:時0-9半分] ?[~-] ?)[0-9]{1,2}(?![0-9:時月日/回人名円歳])/y,
    read: (m) => (Number(m[0]) <= 24 ? { kind: 'number', value: Number(m[0]) } : null),
  },
  { pattern: /終日|24時間/y, read: () => ({ kind: 'all-day' }) },
];

/**
 * Sentences about other things than the days and hours: booking, last orders, weather, care before and after the hours.
 * They may hold times, so they are taken whole, up to the next sign that ends a clause.
 */
export const REMARK_RULES: LexRule[] = [
  { pattern: /(?:雨天|荒天|悪天候|天候|台風|警報|大雨|積雪|災害|緊急)[^。\n※]*/y, read: () => ({ kind: 'remark' }) },
  { pattern: /(?:新型)?(?:コロナ|感染)(?:(?!休止|見合わせ|中止)[^。\n※])*/y, read: () => ({ kind: 'remark' }) },
  {
    pattern: new RegExp(
      `(?:お食事|食事|夕食|昼食|ランチ|ディナー|食堂)(?:の)?(?:提供)?時間(?:は|:)?${HOURS}|` +
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
      `(?:延長保育|預かり保育|一時保育|一時預かり|早朝保育|時間外保育)(?:は|:|の)?(?: ?教育時間開始前)?${HOURS}${REST}`,
      'y',
    ),
    read: () => ({ kind: 'remark' }),
  },
  { pattern: /(?:教育時間)?(?:開始前|終了後)[0-9:時分半~\-午前後]+(?:まで|から)?/y, read: () => ({ kind: 'remark' }) },
  {
    pattern: /(?:限定|各|約|先着|1日|一日)?[0-9]+(?:食|名|人|組|円|歳|才|年生|席|世帯|か月児|ヶ月児)[^。\n※、() ~]*/y,
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
  { pattern: /https?:\/\/[^\s)]+/y, read: () => ({ kind: 'remark' }) },
];

const NEXT_DAY = '(?:翌日|次の日|翌平日|その翌日|翌開館日)';
const WHEN_HOLIDAY =
  '(?:が|の)?(?:祝日|祝祭日|休日|祝)(?:等)?(?:の場合|のとき|の時|と重な(?:る|った)(?:場合|時|とき)?|に(?:あ|当)たる(?:場合|とき|時|日)?|の日|なら)(?:に)?(?:は|、)*';
const CLOSES =
  '(?:が|に|を|は)?(?:振替)?(?:休館日?|休み|お休み|休業日?|休所日?|休園日?|休室日?|休|閉館|定休日?)(?:となります|となる|とします|になります|します)?';

/** What a sentence says of the days before or after it. */
export const STATEMENT_RULES: LexRule[] = [
  // 5月5日こどもの日は開館し翌日休み
  {
    pattern:
      /(?:は|も)?(?:開館|開所|開園|開催|営業)(?:し|して)、?翌日(?:が|は|を)?(?:お?休み|休館|休所|休園|振替休館)/y,
    read: () => ({ kind: 'open-then-closed' }),
  },
  {
    pattern: /とその(?:直後|次|翌週)の([月火水木金土日])曜日?/y,
    read: (m) => ({
      kind: 'then',
      weekday: '月火水木金土日'.indexOf(m[1] ?? '') + 1,
      after: m[0].includes('翌週') ? 'week' : 'day',
    }),
  },
  {
    pattern: /(?:いちご|苺|肉|こども|子ども|子供|みどり|文化|海|山|敬老|体育|スポーツ)の日/y,
    read: () => ({ kind: 'label' }),
  },
  { pattern: /(?:夏|冬|春|秋)[季期]?(?:期間)?(?= ?\()/y, read: () => ({ kind: 'filler' }) },
  { pattern: /随時/y, read: () => ({ kind: 'irregular' }) },
  {
    pattern: new RegExp(`${WHEN_HOLIDAY}(?:開館|開所|開園|営業|開室|開催)(?:し|して)?、?${NEXT_DAY}${CLOSES}`, 'y'),
    read: () => ({ kind: 'holiday-rule', rule: 'MOVES_TO_NEXT_DAY' }),
  },
  {
    pattern: new RegExp(`${WHEN_HOLIDAY}(?:その)?${NEXT_DAY}(?:${CLOSES})?(?:に振替)?`, 'y'),
    read: () => ({ kind: 'holiday-rule', rule: 'MOVES_TO_NEXT_DAY' }),
  },
  {
    pattern: new RegExp(`${WHEN_HOLIDAY}(?:翌週|次週|前週|前日|別日|変更|振替|振り替え|日程変更)[^。\\n※)]*`, 'y'),
    read: () => ({ kind: 'holiday-rule', rule: 'MOVES' }),
  },
  {
    pattern: new RegExp(
      `${WHEN_HOLIDAY}(?:休館|休み|お休み|休業|休所|休園|中止|開催しません|なし)(?:です|となります|します)?`,
      'y',
    ),
    read: () => ({ kind: 'holiday-rule', rule: 'CLOSED' }),
  },
  {
    pattern: new RegExp(`${WHEN_HOLIDAY}(?:開館|開所|開催|営業|実施|開室)(?:します|しています|あり)?`, 'y'),
    read: () => ({ kind: 'holiday-rule', rule: 'OPEN' }),
  },
  {
    pattern:
      /(?:祝日|祝祭日|休日|祝)(?:も|は)(?:開館|開所|開園|開催|営業|実施|開室|やって|利用可)(?:します|しています|あり|能)?/y,
    read: () => ({ kind: 'holiday-rule', rule: 'OPEN' }),
  },
  {
    pattern:
      /(?:(?:令和 ?\d+年|20\d\d年)?(?:\d+月)?(?:\d+日)?(?:より|から|以降)、?)?(?:現在|当面(?:の間)?|当分(?:の間)?|しばらく(?:の間)?|コロナ禍?で)?、?(?:は)?(?:活動|開催|運営)?(?:休止中|休業中|休会中|休所中|休園中|一時休止|休止して(?:います|いる)|中止して(?:います|いる)|中止中|見合わせ(?:て(?:います|いる)|中)?|閉鎖中?)(?:です)?/y,
    read: () => ({ kind: 'suspended' }),
  },
  { pattern: /非公開|非公表|公表してい(?:ません|ない)|公開してい(?:ません|ない)/y, read: () => ({ kind: 'hidden' }) },
  {
    pattern:
      /(?:日程|開催日|日時|開催日時|予定)?(?:は|が)?(?:不定期(?:的)?(?:開催|実施)?(?:です)?|不定(?!休)|不規則|未定(?:です)?|その都度|都度|決ま(?:り次第|ってい(?:ません|ない))|月によ(?:り|って)(?:異な(?:る|ります)|変わ(?:る|ります)|違(?:う|います))?|日程調整|調整中|検討中|準備中|不明|友引)(?:に|で|の|は)?/y,
    read: () => ({ kind: 'irregular' }),
  },
  {
    pattern:
      /(?:臨時|不定期)(?:に|で|の)?(?:お?休(?:館日?|業日?|所日?|園日?|み|む))(?:場合|こと|とき)?(?:が|も)?(?:あり(?:ます)?|有り?|ある|ございます)?/y,
    read: () => ({ kind: 'usual' }),
  },
  { pattern: /不定休(?:あり)?/y, read: () => ({ kind: 'usual' }) },
  {
    pattern:
      /(開催日時?|日程|日時|開所日|開館日|スケジュール|開催|予定|時間)?(?:等|など)?(?:は|について(?:は)?|の詳細は|、)*(?:当?(?:チラシ|ポスター|HP|H\.P|ホームページ|SNS|Facebook|facebook|フェイスブック|Instagram|instagram|インスタ(?:グラム)?|公式LINE|LINE|Twitter|X|ブログ|カレンダー|広報|掲示板?|お便り|おたより|通信|公式サイト|ウェブサイト|ウェブ|Web|WEB|サイト)(?:等|など|や|・|、|と|か)*)+(?:で|にて|を|に|より|から)?[^。\n※()]*?(?:お知らせ|確認(?:してください|ください|下さい|をお願いします)?|(?:ご)?(?:覧|確認|参照)(?:ください|下さい)?|参照|掲載|告知|案内|発表|通知|$|(?=[。\n※()]))(?:します|しています|いたします|ください|下さい)?/y,
    read: (m) => ({ kind: 'announced', days: /日|程|スケジュール|開催|予定/.test(m[1] ?? '') }),
  },
  {
    pattern:
      /(開催日時?|日程|日時|開所日|開館日)(?:等|など)?(?:は|について(?:は)?)(?:別途|事前に|毎月|後日|前月に)*(?:お知らせ|ご?案内|告知|通知|お?問(?:い)?合わ?せ)(?:します|いたします|ください|下さい)*/y,
    read: () => ({ kind: 'announced', days: true }),
  },
  {
    pattern: /(?:別途|事前に|後日)?お知らせ(?:します|いたします)?|告知(?:します)?/y,
    read: () => ({ kind: 'announced', days: false }),
  },
  {
    pattern:
      /(?:開催日時?|日程|日時|開所日時?|開館日時?|開催時間|時間|曜日|内容)?(?:等|など)?(?:、時間)?(?:は|が|について(?:は)?|も|の)?(?:都合により|事業所によって|状況により|行事(?:等)?により|諸事情により|会場の都合(?:により|で)|月により|施設の都合により|主催者の都合により|やむを得ず|急遽|場合により|事情により|その他)?、?(?:は|が|に|を)?(?:臨時に?)?(?:変更|変動|前後|ずれ|休み(?=(?:になる|とな|する)?(?:場合|こと))|休館(?=(?:する)?(?:場合|こと))|変わる(?=(?:場合|こと|可能))|異なる(?=(?:場合|こと))|中止(?=(?:に|と|する)))(?:と|に)?(?:なる|する|の|になる)?(?:場合|こと|可能性|とき)?(?:が|も)?(?:あり(?:ます)?|有り?|ある|ございます|御座います)?(?:ます)?(?:ので)?/y,
    read: () => ({ kind: 'usual' }),
  },
  {
    pattern:
      /原則(?:として|的に)?(?:は)?|基本(?:的に|は)?(?:は)?|概ね|おおむね|おおよそ|だいたい|大体|通常(?:は)?|主に|予定(?:です|している|しています)?|要(?:お)?問い?合わ?せ|(?:要|お)確認|(?:お)?問い?合わ?せ(?:て)?(?:ください|下さい)?|目安|変則(?:的)?(?:に)?(?:あり)?|だが|ですが/y,
    read: () => ({ kind: 'usual' }),
  },
  { pattern: /(?:を)?(?:除(?:く|き(?:ます)?|いた|外)|のぞく|以外(?:の日)?(?:は)?)/y, read: () => ({ kind: 'except' }) },
  {
    pattern:
      /(?:は|を)?(?:お?昼?休憩|休憩時間|昼休み|消毒(?:・清掃)?(?:のため)?(?:閉館)?|清掃(?:のため)?|(?:いったん|一時)閉(?:館|所|室))/y,
    read: () => ({ kind: 'pause' }),
  },
  {
    pattern:
      /(?:休館日|定休日|休業日|休所日|休園日|休室日|閉館日|閉所日|休み|お休み|休館|定休|休業|休所)(?: ?[:=]|は(?!あり|なし|除)|…| (?=[月火水木金土日第毎年祝]))/y,
    read: () => ({ kind: 'closed', leads: true }),
  },
  {
    pattern:
      /(?:は|を|が|に)?(?:お?休み|休館日?|休業日?|休所日?|休園日?|休室日?|定休日?|休止(?!中)|休(?![日憩])|閉館|閉室|閉所|閉園|お休み|中止|(?:開催|実施|営業|活動)(?:は)?(?:し|いたし|して(?:い|おり))?(?:ません|ない|なし)|行い?(?:いません|いない|わない|ません)|やってい(?:ません|ない)|対象外|利用(?:不可|できません))(?:です|となります|とします|とする|になります|します|いたします|させていただきます|致します|とさせていただきます)?/y,
    read: () => ({ kind: 'closed', leads: false }),
  },
  { pattern: /(?:その)?(?:他|ほか)に?(?:も)?/y, read: () => ({ kind: 'others' }) },
  {
    pattern: /もしくは|または|又は|あるいは|若しくは|か(?= ?(?:第|[月火水木金土日]曜))|(?: ?or ?| ?OR ?)/y,
    read: () => ({ kind: 'or' }),
  },
];

const ACTIVITIES =
  '(?:お)?弁当|テイクアウト|食材|食料品?|食品|フードパントリー|パントリー|学習|宿題|勉強|食事|夕食|昼食|朝食|夕飯|昼ご飯|ランチ|会食|配食|配布|遊び場?|カレー|おやつ|イベント|体験|クッキング|調理|相談|居場所|こども食堂|子ども食堂|子供食堂|無料塾|開放|自習|交流|プログラム|おはなし会|読み聞かせ|支援|提供|教室|ひろば|広場|サロン|カフェ|会';
const PEOPLE =
  '小学校?(?:低学年|高学年)?生?|中学校?生?|高校生?|高学年|低学年|乳幼児(?:親子)?|乳児|幼児|未就学児|就学前|未就園児|大人|保護者|親子|児童|子ども|こども|子供|一般|地域|学生|家庭|方|以上|以下|まで(?=の(?:子|方))';

/** Words that name what is held, and for whom; they change neither days nor hours. */
export const LABEL_RULES: LexRule[] = [
  {
    pattern: new RegExp(
      `(?:(?:${ACTIVITIES}|${PEOPLE})(?:の(?!み)|・|や|&|と(?=(?:${ACTIVITIES}|${PEOPLE})))?)+(?:のみ|だけ|限定|対象|中心|時間)?`,
      'y',
    ),
    read: () => ({ kind: 'label' }),
  },
  {
    pattern:
      /(?:第)?[0-9一二三](?:部(?:制)?|回目|回制|期)|[二2]部制|\([0-9]{1,2}\)|(?:午前|午後|昼|夜|朝)の?部|前半|後半|第[一二三]部/y,
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
  { pattern: /と|及び|および|並びに|ならびに|並び|&|\+/y, read: () => ({ kind: 'separator', sign: 'と' }) },
  { pattern: /より|から(?:開始|開催|スタート)?|開始|スタート|以降|オープン/y, read: () => ({ kind: 'from' }) },
  { pattern: /(?:まで|迄|終了)/y, read: () => ({ kind: 'until' }) },
  { pattern: /は|につ(?:い|き)て?/y, read: () => ({ kind: 'topic' }) },
  { pattern: /も/y, read: () => ({ kind: 'also' }) },
  {
    pattern:
      /(?:開催|実施|開館|開所|開園|開室|営業|開設|運営|活動|利用可能?|利用|オープン|実施)(?:日時|日|時間帯?|曜日|頻度)?(?:しています|します|いたします|している|する|してい|中)?|(?:日時|日程|曜日|時間帯?|毎回|いずれも|期間)/y,
    read: () => ({ kind: 'held' }),
  },
  {
    pattern:
      /の(?:間)?|に|で(?:す)?|が|を|へ|等|など|ます|のみ|だけ|限定|:|\.|=|…|ごろ|頃|間|年間|年|あり(?:ます)?|有り?|ございます|(?:夕方|夜|昼|朝|午前|午後)(?:中)?|各回|ほぼ/y,
    read: () => ({ kind: 'filler' }),
  },
  { pattern: /(?:特に)?(?:なし|無し)|[-―]/y, read: () => ({ kind: 'filler' }) },
];
