/** Words of flyers that speak of kinds and activities. Whole words where a part would say something else (相談 of 相談室). */
const KIND_WORDS: [code: string, words: RegExp][] = [
  ['childrens-cafeteria', /(?:こども|子ども|子供|みんな|地域|だれでも|誰でも)食堂|食堂/u],
  ['children-center', /児童館|児童センター/u],
  ['parent-child-plaza', /(?:子育て|親子|つどいの?|育児)(?:ひろば|広場|サロン)|子育て支援(?:センター|拠点)/u],
  ['after-school-club', /学童(?:クラブ|保育)?|放課後児童クラブ/u],
  ['sick-child-care', /病児|病後児/u],
  ['temporary-care', /一時(?:預かり|あずかり|保育)/u],
  ['open-nursery', /誰でも通園|だれでも通園/u],
  ['postnatal-care', /産後ケア/u],
  ['perinatal-support', /両親学級|母親学級|マタニティ|プレママ/u],
  ['home-visit', /家事(?:支援|援助)|ホームヘルプ|訪問型/u],
  ['short-stay', /ショートステイ|トワイライト/u],
  ['disability-support', /放課後等デイ|児童発達支援/u],
  ['nursery', /保育園|保育所/u],
  ['certified-childrens-garden', /認定こども園/u],
  ['kindergarten', /幼稚園/u],
  ['family-center', /こども家庭センター/u],
  ['community-resource', /図書館|公民館|公園/u],
  ['third-place', /居場所|フリースペース|プレーパーク|冒険あそび場|学習支援|無料塾|ユース(?:センター|スペース)/u],
];

const ACTIVITY_WORDS: [code: string, words: RegExp][] = [
  ['meal', /食堂|ごはん|ご飯|夕食|昼食|夕ごはん|ランチ|カレー|献立|メニュー|朝食/u],
  ['take-away-meal', /お?弁当|テイクアウト|持ち帰り/u],
  ['food-pantry', /フードパントリー|食品(?:配布|の?提供)|食料(?:配布|支援)/u],
  ['study', /学習(?:支援|室)?|宿題|勉強|自習|無料塾/u],
  ['reading', /読み聞かせ|絵本|読書|おはなし会/u],
  ['crafts', /工作|手芸|ものづくり/u],
  ['play-outdoors', /外遊び|外あそび|水遊び|プレーパーク|冒険あそび場|どろんこ/u],
  ['play-indoors', /おもちゃ|ボードゲーム|室内(?:遊び|あそび)|ゲーム/u],
  ['music-and-dance', /音楽|ダンス|リトミック|コンサート|わらべうた/u],
  ['cooking', /料理(?:教室)?|クッキング|お菓子作り/u],
  ['sports', /スポーツ|体操|卓球|サッカー|運動/u],
  ['nature', /自然|畑|農業|収穫/u],
  ['baby-check', /身体測定|身長|計測/u],
  ['consultation', /相談(?!室)/u],
  ['parent-child-play', /親子(?:遊び|あそび|で遊)|手遊び|ふれあい遊び/u],
  ['class', /教室|講座/u],
  ['drop-off-care', /一時(?:預かり|あずかり|保育)|託児/u],
];

/** A code that a text speaks of, with the words that say so. */
export interface CodeFound {
  code: string;
  words: string;
}

const found = (list: [code: string, words: RegExp][], text: string): CodeFound[] =>
  list.flatMap(([code, words]) => {
    const match = words.exec(text);
    return match ? [{ code, words: match[0] }] : [];
  });

/** The kinds that a name or a headline speaks of. */
export const kindsIn = (text: string): CodeFound[] => found(KIND_WORDS, text.normalize('NFKC'));

/** The activities that a text speaks of. */
export const activitiesIn = (text: string): CodeFound[] => found(ACTIVITY_WORDS, text.normalize('NFKC'));
