import { CLOCK as TIME } from './clock.ts';
import { INNOCENT, isTimeless, SEASONAL } from './prose-words.ts';

/** A piece of a sentence: words that say nothing of when, something that is held within the hours, or days; `doubt`: days of which it is not known what is said. */
export interface Piece {
  text: string;
  kind: 'remark' | 'aside' | 'days' | 'doubt';
}

const SPAN = `${TIME} ?(?:~|-|から) ?${TIME}`;

const LABELS =
  '(?:営業|開館|開所|開園|開室|開設|開放|利用|活動|開催|受付)(?:時間|日時|曜日|日)|(?:休館|休業|休所|休園|休室|定休|閉館|閉所)日|お?休み(?=[ :])|対象|定員|日時|時間|曜日|場所|会場';
const SENTENCE = new RegExp(`(?:(?! (?:${LABELS}))[^。!\\n※★☆●■◆◎○◇▼▲*])+`, 'y');

/** 「営業時間 9:00~17:00 休み 月曜」: the hours and the closing days of the place, each with its label. */
const BLOCK =
  /(?:営業|開館|開所|開園|開室|開設|開放|利用)時間[ :は]{1,2}(?=[^。\n]*[0-9](?::|時))(?=[^]*?(?:[月火水木金土日]曜|平日|[月火水木金土日](?: ?[~・、-] ?[月火水木金土日])|(?:休[館業所園室]|定休|閉[館所園室])日|お?休み|年中無休))/;
const LABELLED =
  /(?:営業|開館|開所|開園|開室|開設|開放|利用|受付)(?:時間|日時|曜日|日)|(?:休館|休業|休所|休園|休室|定休|閉館|閉所)日|(?:^| )お?休み(?:[ :]|は)/;
/** 「時間:10:00~15:00(12時~13時はお弁当を食べられます)」 begins with a heading of the place's own hours. */
const HEADED =
  /^(?:営業|開館|開所|開園|開室|開設|開放|利用|開催|実施|活動)?(?:時間帯?|日時|曜日)[ :](?=[^(]*[0-9](?::|時))/;

/** Whether a text has such a block, and whether that names the days by the closing days alone. */
export type Block = { named: boolean } | null;

export function blockIn(input: string): Block {
  const match = BLOCK.exec(input);
  return (
    match && {
      named: !/^[^。\n]*?[0-9時分半][^。\n月火水木金土日祝第毎平]*?(?:休|定休|閉[館所園室]日)/.test(
        input.slice(match.index),
      ),
    }
  );
}

/** A longer sentence is not looked through, which takes the square of its length. */
const MOST_LETTERS = 400;

/** Where a sentence can begin. */
export const beginsSentence = (input: string, at: number): boolean =>
  at === 0 || /[。!\n※★☆●■◆◎○◇▼▲*]/.test(input[input[at - 1] === ' ' ? at - 2 : at - 1] ?? '');

/**
 * The pieces of a sentence of prose that begins here; null where its words may be those of a schedule. `known`: the days and
 * hours of the place are known without it.
 */
export function proseAt(input: string, at: number, block: Block, known: boolean): Piece[] | null {
  SENTENCE.lastIndex = at;
  const text = SENTENCE.exec(input)?.[0] ?? '';
  if (text.trim() === '' || text.length > MOST_LETTERS) return null;
  if (isTimeless(text) || isOfWeather(text)) return [{ text, kind: 'remark' }];
  const days = opening(text);
  if (days) return days;
  if (HEADED.test(text)) return null;
  if (HELD.test(text) && isHeldWithin(text) && !NAMES_DAYS.test(text) && !OFTEN.test(text))
    return [{ text, kind: 'aside' }];
  if (known && isBeside(text)) return [{ text, kind: 'aside' }];
  if (known && OF_SEASON.test(text)) return [{ text, kind: 'doubt' }];
  if (!block) return null;
  // 「中高生タイム:毎週金曜日 18時~20時」 may be hours besides those of all
  if (TEENS.test(text) && CLOCK.test(text)) return [{ text, kind: 'doubt' }];
  if (isOfThing(text) || isSeasonal(text)) return [{ text, kind: 'aside' }];
  if (isOfPeople(text) || isOfUnknown(text)) return [{ text, kind: 'doubt' }];
  return !block.named && isOfDays(text) ? [{ text, kind: 'doubt' }] : null;
}

/** What brackets hold beside known days and hours that is not of them: 「(工作は10時~11時)」; null where it may be. */
export function bracketAt(input: string, at: number): Piece | null {
  const [text = '', inner = ''] = /^\(([^()]*)\)/.exec(input.slice(at, at + MOST_LETTERS)) ?? [];
  return /[はがをも]/.test(inner) && isBeside(inner.trim()) ? { text, kind: 'remark' } : null;
}

/** Of a place whose days and hours are known: whether a sentence says nothing of them. */
const isBeside = (text: string): boolean =>
  isHeldWithin(text) || isRefusal(text) || isOfPart(text) || isOfSome(text) || isOfTime(text) || isOfStaff(text);

/** 「職員在勤時間 火~金 8:30~16:30」, 「受付時間 平日10:00~16:00、土曜10:00~15:00」 */
const isOfStaff = (text: string): boolean =>
  /^(?:(?:職員|スタッフ|管理人|窓口)の?(?:在勤|勤務|常駐|在室|対応)(?:時間|日時)|受付時間[ :は]{1,2}(?:平日|土日|[月火水木金土日](?:曜|[~・])))/.test(
    text,
  );

/** 「警報が発令されている場合、ひろばはお休みです」 */
const isOfWeather = (text: string): boolean =>
  /警報|注意報|暴風/.test(text) &&
  /場合|とき|時は|際/.test(text) &&
  !/[月火水木金土日]曜|平日|土日|祝日|第[1-5]|(?:^|[ 、・~])[月火水木金土日](?=[~・、 ])/.test(text) &&
  !WITH_HOURS.test(text);
const WITH_HOURS = new RegExp(SPAN);

/** 「毎日11時から手遊びや紙芝居」, 「毎週火曜は身長を測る日」, but not 「第4土曜はイベントのため15時まで」. */
const isHeldWithin = (text: string): boolean =>
  (HELD.test(text) || (isOfThing(text) && !NAMES_DAYS.test(text))) &&
  !CHANGES.test(text) &&
  !PLACE.test(text) &&
  !LABELLED.test(text) &&
  !HELD_TOO.test(text);
/** 「第4水曜はパントリーも実施(15時~17時)」 may come to the hours of the place. */
const HELD_TOO = new RegExp(
  `^(?=.*(?:食堂|パントリー|配布|配食|弁当|テイクアウト|学習支援|学習会)(?:\\([^()]*\\))?も(?:実施|行[いうなっわ])).*${SPAN}`,
);
const HELD =
  /[がをも](?:行[いうなっわ]|開かれ|実施|楽し|読み聞|歌[いうっ]|うた[いうっ]|測[りるっ]|計[りるっ]|出(?:ます|る)|使え)|時間が(?:あり|ある)|をして(?:い|おり)|(?:も|を)(?:遊べ|過ごせ)(?:ます|る)|[」』]です$|(?<!(?:食堂|パントリー|ひろば|広場|サロン|居場所|開放|開館|開所))の日です?$/;
const NAMES_DAYS = /[0-9](?::|時(?!間))|[月火水木金土日]曜|平日|土日|毎[日週]|第[1-5]|[0-9]日/;
const OFTEN = /毎月|隔[週月]|[月週年]に|[0-9一二三四]回|[春夏秋冬]休み/;
const CHANGES =
  /まで(?!も)|のため|のみ|だけ|以外|ません|ない|なし|除|より|終|早|遅|場合|放課後|ほか|他に|になる|こと|予約制|[月週日]も/;

/** 「正午から午後1時は、小学生以上は利用できません」: the others can come. */
const isRefusal = (text: string): boolean =>
  (/混(?:み合|雑)/.test(text) && !CLOCK.test(text) && !/[休閉開]|制限/.test(text)) ||
  /^(?:見学|体験|登録|申し?込み?|予約|送迎)(?:は|を)(?!.*(?:[休閉]|開[館所園室]|のみ|だけ|制))/.test(text) ||
  /^[^。、0-9月火水木金土日]{0,10}(?:遊具|プール|室|コーナー|ルーム|スペース|ホール|グラウンド|噴水|[1-9]階)は[^。]*(?:使え|(?:利用|使用)でき|遊べ|開放して(?:い|おり))(?:ません|ない)/.test(
    text,
  ) ||
  new RegExp(
    `(?:${PEOPLE.source})[^。、]{0,8}(?:は|の(?:ご?利用|入館)は)、?[^、]{0,10}(?:利用でき|ご利用いただけ|入[館室]でき|入れ)(?:ません|ない)`,
  ).test(text) ||
  /(?:親子|幼児|中高生|中学生|高校生|小学生)[^。、]{0,12}(?:のみ|だけ)(?:の?ご?利用(?:可|でき)|が?利用)/.test(text);

/** 「お昼(12時から13時)はお弁当を食べられます」, 「ボール遊びは午後3時から」, 「児童室の利用は午後5時まで」 */
const isOfPart = (text: string): boolean =>
  SERVICE.test(text) ||
  THING_OPEN.test(text) ||
  ((MEAL.test(text) || PART.test(text) || ALONE.test(text)) &&
    !/開館|閉館|休[館所園業]|お?休み|曜|平日|土日|祝日|全館|第[1-5]|以外|[月火水木金土日] ?[~・]/.test(text));
/** 「電話相談は月~金 9:00~17:00」: when somebody answers. */
const SERVICE =
  /^[^。、0-9休閉]{0,8}(?:(?:電話|メール)相談|予約(?:受付)?|申込(?:受付)?|問い?合わせ|窓口|事務[所室局])(?:時間)?は、?(?!.*(?:[休閉]|開[館所園室]))[^。]*[0-9](?::|時)/;
/** 「プール開放 7/20~8/31 10:00~16:00」 */
const THING_OPEN =
  /^[^。、0-9休閉月火水木金土日]{0,8}(?:プール|水遊び場?|池|噴水|売店|レストラン|カフェ|駐車場)の?(?:一般)?(?:開放|利用|営業|使用)?(?:は|:| )(?!.*(?:休[館所園]|閉館|臨時))[^。]*[0-9]/;
/** 「ザリガニ釣りは4月~10月の14:00~16:00」: what that is, and whether it is held within the hours, is not known. */
const OF_SEASON = new RegExp(
  `^(?!.*(?:[春夏秋冬][季期時]|[開閉休][館所園室業設放]|時間|利用|営業|活動|ひろば|広場|食堂|教室|会場|期間))[^。、0-9:はが曜]{2,14}は[0-9]{1,2}[月/][^。、曜はも]{0,12}?[0-9月日]の?(?:間は?)?${SPAN}$`,
);
const MEAL = /(?:弁当|昼食|ランチ|お昼)[^。]*(?:食べ|でき|どうぞ|可)/;
const PART =
  /^[^。、0-9]{0,12}(?:遊び|室|ルーム|コーナー|スペース|プール|グラウンド|遊具|図書|貸し?出し?|カフェ|売店|イベント|イベント活動|窓口|受付|相談|体操|工作|食事|昼食|ランチ)(?:の(?:ご?利用|使用))?は、?[^。]*[0-9](?::|時)/;
const ALONE = /^[^。、0-9]{0,6}(?:小学生|児童|子ども|こども|子供)(?:のみ|だけ)(?:で|の)[^。、0-9]*は、?[^。]*まで/;

/** 「小・中学生は火~土曜も午後5時まで」, 「中学生以下は4月~9月 17時30分まで」: how long some people may stay on some of the days. */
const isOfSome = (text: string): boolean =>
  SOME.test(text) &&
  /まで/.test(text) &&
  /曜|平日|土日|祝日|[0-9]月|[春夏秋冬]/.test(text) &&
  !/[休閉]|延長|のみ開/.test(text);
const SOME =
  /^(?:なお|また|ただし)?、?(?:小・?中学?生|小学生|中学生|中・?高生|高校生|児童|乳?幼児|未就[学園]児|親子|子ども|こども)(?:・?(?:児童|親子|中学生|高校生|小学生))?(?:以下|以上|のみ|だけ)*(?:の(?:ご?利用|来館|入館)(?:時間)?)?は/;

/** 「12:00~13:00は相談のみ」, 「18時~19時は延長保育」: what is done in a part of the hours. */
const isOfTime = (text: string): boolean =>
  (PART_OF_DAY.test(text) || HALVES.test(text)) &&
  !/除|昼|[休閉](?!憩のため[^休閉]*のみ)|ません|ない|不可|[月火水木金土日]曜|平日|土日|祝|第[1-5]|[0-9]月|開|利用時間|営業|退[館室出]|帰宅|家庭で/.test(
    text,
  );
/** 「15時までは小学生、15時以降はどなたでも」 parts the hours among those who come. */
const HALVES = new RegExp(
  `^(?:${TIME}まで|午前)は[^0-9月火水木金土日]+、(?:${TIME}(?:以[降後]|から)|午後)は[^0-9月火水木金土日]+$`,
);
const PART_OF_DAY = new RegExp(
  `^(?:${SPAN}|${TIME}以[降後])(?:まで)?(?:は|の間は?)、?(?!${TIME}|${SPAN})(?:(?!${TIME}).)+$`,
);

const TEENS = /(?:中高生|中学生|高校生)(?:世代)?(?:専用)?(?:の?タイム|の時間|優先)/;

const isSeasonal = (text: string): boolean => {
  const plain = text.replace(INNOCENT, '　');
  return SEASONAL.test(plain) && isTimeless(plain.replace(/[春夏秋冬季雨雪晴朝夕夜昼]/g, ''));
};

const CLOCK = /[0-9](?::|時(?!間))/;
const isOfPeople = (text: string): boolean =>
  /[月火水木金土日]曜|平日|土日/.test(text) && CLOCK.test(text) && PEOPLE.test(text) && !LABELLED.test(text);
/** 「おもちゃの貸し出しは10時~15時」 */
const isOfUnknown = (text: string): boolean =>
  /^[^0-9月火水木金土日平]*[ぁ-んァ-ヶー一-龠]は[^月火水木金土日平]*$/.test(text) &&
  CLOCK.test(text) &&
  !PLACE.test(text) &&
  !LABELLED.test(text) &&
  !PEOPLE.test(text) &&
  !/[休閉開]/.test(text);
const PEOPLE = /小学|中学|中高|高校|幼児|乳児|未就/;

/** 「第1土曜も開館」, 「土曜に遊べる日もある」 beside closing days alone: which days come to the others, or are less than that. */
const isOfDays = (text: string): boolean =>
  /[月火水木金土日]曜|第[1-5]|毎週|平日/.test(text) &&
  !LABELLED.test(text) &&
  !CLOCK.test(text) &&
  !/[休閉除]|午前|午後|以外|ません|ない/.test(text);

const DAY = '[月火水木金土日](?:曜日?)?';
const DAYS = `(?:${DAY}|平日|土日)(?: ?(?:[~・、-]|と|や|及び) ?(?:${DAY}|平日|祝日?))+|毎週${DAY}|平日|毎日`;
const OPENS =
  '遊べ|遊ぶ|遊びに|利用でき|利用する|立ち寄れ|立ち寄る|過ごせ|過ごす|集え|集う|集まれ|使え|開いて|開かれ|開放|来館でき|入れる|交流でき|くつろげ|参加でき';
const OPENING = new RegExp(`^(.*?[ぁ-ん、 (]|)(${DAYS})(に(?=[^]*(?:${OPENS}))|に開く|開放の|開設の)(.*)$`);

/** 「親子が火~土に自由に遊べる広場」: the days on which a place is open, in the midst of what it is. */
function opening(text: string): Piece[] | null {
  const match = OPENING.exec(text);
  if (!match) return null;
  const [, before = '', days = '', verb = '', after = ''] = match;
  if (!isTimeless(`${before}${after}`) || SUBJECT.test(before)) return null;
  const pieces: Piece[] = [
    { text: before, kind: 'remark' },
    { text: days, kind: 'days' },
    { text: verb + after, kind: 'remark' },
  ];
  return pieces.filter((piece) => piece.text !== '');
}

/** What is held within the hours of a place, and rooms and things in it. */
const THING =
  /タイム|体操|手遊び|遊びを|[0-9]円|利用料|紙芝居|絵本|おもちゃ|貸し?出し?|クラブ|混雑|混み合|(?:利用|来館)が多い|無料(?:開放|入[館園場]|の日|デー)|[0-9]歳児(?:の日|は|クラス|向け|対象)|助産師|保健師|看護師|栄養士|保育士|歯科衛生士|講師|専門家|ボランティア|相談員|電話|問い?合わせ|申し?込み?|測定|計測|誕生(?:日)?会|講座|教室|講習|講演|相談|行事|イベント|読み聞かせ|読みきかせ|おはなし|お話し?会|マッサージ|リトミック|ヨガ|クッキング|工作|製作|制作|食育|サークル|園庭開放|体験|予約制|要予約|予約が必要|プログラム|リズム|ダンス|手形|ふわふわ|エア遊具|ドーム|トランポリン|プール|水遊び|プレイルーム|ルーム|遊戯室|体育室|図書室|学習室|音楽室|調理室|会議室|工作室|研修室|部屋|コーナー|遊具|スペース|飲食|昼食|ランチ|弁当|一時預かり|一時保育|託児|出張|シャワー|対象(?:者|年齢|児)?を(?:限定|制限|しぼ|絞)|(?:まで|から)に?、?直接/;
/** Words that speak of the place itself, or of all of it. */
const PLACE =
  /開館|閉館|休館|休[所園室業]|定休|(?<![春夏冬])お?休[みむ]|開所|閉所|開園|閉園|営業|全館|当[館園所]|施設(?:は|を|全体)|館内|臨時|変更|変わ|延長|短縮|早め|遅れ|以外は(?:閉|利用でき)|のみ(?:開|利用|の開)|限り(?:開|利用)|より|(?<![で])から(?:変|移|時間)|不定|未定|移転|工事|改修|終了|廃止|令和|20[0-9]{2}年/;

const SUBJECT = new RegExp(`(?:${THING.source})[^はがをもで、]{0,8}[はがをも]`);
/** Several weekdays, which may as well be those of the place. */
const WEEKDAYS = new RegExp(`${DAY} ?[~-] ?${DAY}|平日|毎日`);

const ROOM = /(?<!全)(?:室|ルーム|プール|ドーム|ふわふわ|遊具|部屋|コーナー|スペース|トランポリン)/;
const NOT_OPEN = /(?:利用|使用|来館|入館)(?:は|が|を|も)?(?:不可|でき(?:ない|ません)|休止|お断り)|利用できない/;

const isOfThing = (text: string): boolean =>
  (WEEKDAYS.test(text) ? SUBJECT : THING).test(text) &&
  !PLACE.test(text) &&
  !LABELLED.test(text) &&
  (ROOM.test(text) || !NOT_OPEN.test(text));
