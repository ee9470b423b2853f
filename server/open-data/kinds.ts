/** 種別, names and POI codes of public files → kinds of the directory; the first pattern that fits decides. */
const KINDS: readonly [pattern: RegExp, kind: string][] = [
  [/こども食堂|子ども食堂|子供食堂/u, 'childrens-cafeteria'],
  [/誰でも通園|だれでも通園/u, 'open-nursery'],
  [/病児|病後児/u, 'sick-child-care'],
  [/児童発達支援|放課後(等)?デイ|障害児|障がい児|療育/u, 'disability-support'],
  [/児童相談所/u, 'child-guidance-center'],
  [/子育て相談機関/u, 'consultation-office'],
  [/利用者支援/u, 'user-support'],
  [/(こども|子ども|子供)家庭(支援)?センター|子育て世代包括支援|母子健康包括支援/u, 'family-center'],
  [/産後ケア/u, 'postnatal-care'],
  [/産前産後|産前・産後/u, 'perinatal-support'],
  [/ショートステイ|トワイライト|短期入所生活援助|レスパイト/u, 'short-stay'],
  [/養育支援訪問/u, 'parenting-visit'],
  [/乳児家庭全戸訪問|こんにちは赤ちゃん/u, 'newborn-visit'],
  [/訪問家事|家事支援|子育て世帯訪問/u, 'home-visit'],
  [/放課後児童|児童クラブ|学童|放課後クラブ/u, 'after-school-club'],
  [
    /子育て(支援|ひろば|広場|サロン|プラザ)|地域子育て|つどいの(広場|ひろば)|親子(の)?(ひろば|広場)|(子ども|こども)・?子育て(支援)?プラザ/u,
    'parent-child-plaza',
  ],
  [/児童(館|センター|会館|交流館)/u, 'children-center'],
  [/認定(こども|子ども)園|(こども|子ども)園/u, 'certified-childrens-garden'],
  [
    /保育(所|園|施設|事業|者|室|ルーム|ママ)|認可外|認証保育|小規模保育|家庭的保育|ベビーホテル|企業主導型|託児|ナーサリー/u,
    'nursery',
  ],
  [/幼稚園/u, 'kindergarten'],
  [/一時預かり|一時保育|ファミリー・?サポート/u, 'temporary-care'],
  [/教育(支援|相談)(センター|室)|適応指導|教育研究所|学校相談/u, 'school-consultation'],
  [/居場所|プレーパーク|冒険(遊び|あそび)場|フリースクール|ユース|青少年|若者|学習支援|中高生/u, 'third-place'],
  [/病院|診療所|クリニック|小児科|医院|保健センター/u, 'medical'],
  [
    /図書館|公民館|コミュニティ|公園|集会所|市民センター|文化センター|生涯学習|博物館|科学館|体育館|プール/u,
    'community-resource',
  ],
];

/** POI codes of 公共施設一覧; real files write them with a letter behind (1403a). */
const POI_KINDS: Record<string, string> = {
  '1402': 'nursery',
  '1403': 'children-center',
  '1404': 'after-school-club',
  '1406': 'parent-child-plaza',
  '1501': 'kindergarten',
};

/** The kind of a 種別 or name, or null. */
export function readKind(text: string | undefined): string | null {
  const plain = (text ?? '').normalize('NFKC').replace(/\s/gu, '');
  return KINDS.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** The kind of a POIコード, its trailing letter ignored. */
export function readPoiKind(cell: string | undefined): string | null {
  const digits = /^(\d{4})/.exec((cell ?? '').normalize('NFKC').trim())?.[1];
  return POI_KINDS[digits ?? ''] ?? null;
}
