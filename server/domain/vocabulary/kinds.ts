import type { AgeBand } from '../age.ts';
import type { Access } from '../access.ts';
import type { Term } from './term.ts';

/** What is usual for a kind; null where nothing is usual, so that nothing is assumed. */
export interface UsualFacts {
  ages: AgeBand[] | null;
  access: Access | null;
  /** Free for children. */
  free: boolean | null;
  /** Whether children come without an adult. */
  childAlone: boolean | null;
}

/** A kind of place. */
export interface KindEntry extends Term, UsualFacts {
  about: { ja: string; easyJa: string; en: string };
  /** Activities that a place of this kind has even where its data names none. */
  activities: string[];
}

const years = (from: number | null, until: number | null): AgeBand[] => [
  {
    from: from === null ? null : { months: from * 12, days: 0 },
    until: until === null ? null : { months: until * 12, days: 0 },
  },
];
const ANY_CHILD = years(null, 18);
const PRIMARY: AgeBand[] = [{ from: null, until: null, stages: ['PRIMARY_LOWER', 'PRIMARY_UPPER'] }];
const PREGNANT: AgeBand = { from: null, until: null, stages: ['PREGNANCY'] };
/** Before primary school. */
const BEFORE_SCHOOL: AgeBand[] = [{ from: null, until: null, stages: ['BABY', 'TODDLER', 'PRESCHOOL'] }];
/** こども誰でも通園: from six months until two days before the third birthday (児童福祉法 6条の3 23項; age law: a year is complete on the day before). */
const OPEN_NURSERY: AgeBand[] = [{ from: { months: 6, days: 0 }, until: { months: 36, days: -1 } }];

function kind(
  code: string,
  [ja, easyJa, en, icon]: [string, string, string, string],
  about: [string, string, string],
  usual: UsualFacts,
  activities: string[],
): KindEntry {
  return { code, ja, easyJa, en, icon, about: { ja: about[0], easyJa: about[1], en: about[2] }, ...usual, activities };
}

/** Every kind of the directory, in the order in which they are offered. Sources of usual values: the ordinances and guidelines named in open-data practice (児童館ガイドライン, 地域子育て支援拠点事業実施要綱). */
export const KINDS: KindEntry[] = [
  kind(
    'children-center',
    ['児童館', 'じどうかん', "Children's center", 'blocks'],
    [
      '18歳未満ならだれでも遊べる施設',
      '18さいに なるまで だれでも あそべる ところ',
      'A place to play for everyone under 18',
    ],
    { ages: ANY_CHILD, access: 'DROP_IN', free: true, childAlone: true },
    ['play-indoors', 'reading'],
  ),
  kind(
    'childrens-cafeteria',
    ['こども食堂', 'こども しょくどう', "Children's cafeteria", 'rice-bowl'],
    [
      '子どもがひとりでも行ける、無料または安い食堂',
      'こどもが ひとりでも いける しょくどう',
      'Meals for children, free or cheap',
    ],
    { ages: ANY_CHILD, access: null, free: null, childAlone: null },
    ['meal'],
  ),
  kind(
    'parent-child-plaza',
    ['子育てひろば', 'こそだて ひろば', 'Parent and child plaza', 'hands'],
    [
      '0〜3歳の子と保護者が過ごし、相談もできる場所（地域子育て支援拠点）',
      '0〜3さいの こと おやが あそべる ところ',
      'For parents with children of 0 to 3',
    ],
    { ages: years(null, 4), access: 'DROP_IN', free: true, childAlone: false },
    ['parent-child-play', 'parents-meet', 'consultation'],
  ),
  kind(
    'consultation-office',
    ['地域子育て相談機関', 'ちかくの そうだん', 'Local parenting advice', 'ear'],
    [
      '中学校区に1か所ほどある、身近な子育ての相談先',
      'いえの ちかくで そうだん できる ところ',
      'Advice close to home, about one per school district',
    ],
    { ages: [...ANY_CHILD, PREGNANT], access: 'DROP_IN', free: true, childAlone: null },
    ['consultation'],
  ),
  kind(
    'family-center',
    ['こども家庭センター', 'こども かてい センター', 'Child and family center', 'house'],
    [
      '妊娠中から18歳まで、市区町村の相談の中心',
      'まちの やくしょの そうだんの ところ',
      "The municipality's core office for children and families",
    ],
    { ages: [...ANY_CHILD, PREGNANT], access: 'DROP_IN', free: true, childAlone: true },
    ['consultation'],
  ),
  kind(
    'child-guidance-center',
    ['児童相談所', 'じどう そうだんじょ', 'Child guidance center', 'shield'],
    [
      '子どもの安全を守る専門の相談所。電話189でもつながる',
      'こどもを まもる ところ。でんわは 189',
      'Protects children; also by phone: 189',
    ],
    { ages: ANY_CHILD, access: 'DROP_IN', free: true, childAlone: true },
    ['consultation'],
  ),
  kind(
    'after-school-club',
    ['放課後児童クラブ（学童）', 'がくどう', 'After-school club', 'backpack'],
    [
      '放課後に保護者が家にいない小学生が通う',
      'がっこうの あとに しょうがくせいが いく ところ',
      'For primary school children after school, by enrolment',
    ],
    { ages: PRIMARY, access: 'ENROLLED', free: false, childAlone: true },
    ['play-indoors', 'study'],
  ),
  kind(
    'nursery',
    ['保育所', 'ほいくえん', 'Nursery', 'bear'],
    [
      '保護者が働いている間などに子どもを保育する',
      'おやが はたらく あいだ こどもを みる ところ',
      'Day care for children before school',
    ],
    { ages: BEFORE_SCHOOL, access: 'ENROLLED', free: null, childAlone: false },
    [],
  ),
  kind(
    'certified-childrens-garden',
    ['認定こども園', 'こどもえん', "Certified children's garden", 'bear'],
    ['教育と保育を一体で行う園', 'ようちえんと ほいくえんが いっしょの ところ', 'Kindergarten and day care in one'],
    { ages: BEFORE_SCHOOL, access: 'ENROLLED', free: null, childAlone: false },
    [],
  ),
  kind(
    'kindergarten',
    ['幼稚園（子育て支援）', 'ようちえん', 'Kindergarten', 'crayon'],
    ['3歳からの教育。園庭開放や預かりをする園もある', '3さいから いく ところ', 'Education from the age of 3'],
    {
      ages: [{ from: { months: 36, days: 0 }, until: null, stages: ['PRESCHOOL'] }],
      access: 'ENROLLED',
      free: null,
      childAlone: false,
    },
    [],
  ),
  kind(
    'open-nursery',
    ['こども誰でも通園制度', 'だれでも つうえん', 'Nursery for all', 'door'],
    [
      '0歳6か月から3歳になる前まで、理由を問わず時間単位で通える',
      '6かげつから 3さいまえの こを じかんで あずける',
      'Hourly care from 6 months to before 3, without conditions',
    ],
    { ages: OPEN_NURSERY, access: 'BOOKED', free: false, childAlone: false },
    ['drop-off-care'],
  ),
  kind(
    'temporary-care',
    ['一時預かり', 'いちじ あずかり', 'Temporary care', 'clock'],
    [
      '用事や休息のために子どもを一時的に預けられる',
      'すこしの あいだ こどもを あずける',
      'Leave a child for some hours',
    ],
    { ages: BEFORE_SCHOOL, access: 'BOOKED', free: false, childAlone: false },
    ['drop-off-care'],
  ),
  kind(
    'sick-child-care',
    ['病児保育', 'びょうきの ときの ほいく', 'Sick child care', 'thermometer'],
    ['病気や回復期の子どもを預かる', 'びょうきの こを あずかる ところ', 'Care for a child who is ill or recovering'],
    { ages: null, access: 'BOOKED', free: false, childAlone: false },
    ['drop-off-care'],
  ),
  kind(
    'short-stay',
    ['ショートステイ（レスパイト）', 'おとまり あずかり', 'Short stay', 'moon'],
    ['泊まりがけで子どもを預かる', 'とまりで こどもを あずかる', 'Care over night'],
    { ages: ANY_CHILD, access: 'REFERRAL', free: false, childAlone: null },
    ['overnight-care'],
  ),
  kind(
    'perinatal-support',
    ['産前産後サポート', 'あかちゃんが うまれる まえと あと', 'Support before and after birth', 'sprout'],
    [
      '妊娠中と産後の不安を助産師などに話せる',
      'おなかに あかちゃんが いる ひとの そうだん',
      'Midwives and others listen, before and after birth',
    ],
    { ages: [PREGNANT, ...years(null, 1)], access: null, free: null, childAlone: false },
    ['consultation'],
  ),
  kind(
    'postnatal-care',
    ['産後ケア', 'さんご ケア', 'Postnatal care', 'heart'],
    [
      '産後の母子が泊まり・日帰り・訪問で休みながらケアを受ける',
      'うまれた あとに おやこで やすむ ところ',
      'Rest and care for mother and baby: stay, day or visit',
    ],
    { ages: years(null, 1), access: 'BOOKED', free: false, childAlone: false },
    ['care-after-birth'],
  ),
  kind(
    'home-visit',
    ['訪問家事支援', 'いえに きて てつだう', 'Help at home', 'broom'],
    [
      '家に来て家事や育児を手伝う',
      'いえに きて てつだって くれる',
      'They come and help with the household and the children',
    ],
    { ages: [...ANY_CHILD, PREGNANT], access: 'VISITS', free: null, childAlone: null },
    ['help-at-home'],
  ),
  kind(
    'newborn-visit',
    ['乳児家庭全戸訪問', 'あかちゃん ほうもん', 'Newborn visit', 'bottle'],
    [
      '生後4か月までのすべての家庭を訪ねる',
      'あかちゃんの いる いえに きて くれる',
      'A visit to every family within 4 months of birth',
    ],
    { ages: [{ from: null, until: { months: 4, days: 0 } }], access: 'VISITS', free: true, childAlone: false },
    ['consultation', 'baby-check'],
  ),
  kind(
    'parenting-visit',
    ['養育支援訪問', 'いえで そうだん', 'Parenting visit', 'bag'],
    [
      '支援が必要な家庭を訪ねて相談にのる',
      'いえに きて そうだんを きいて くれる',
      'Advice at home for families who need support',
    ],
    { ages: [...ANY_CHILD, PREGNANT], access: 'VISITS', free: true, childAlone: null },
    ['consultation', 'help-at-home'],
  ),
  kind(
    'user-support',
    ['利用者支援事業（基本型）', 'さがす の てつだい', 'Guidance to services', 'signpost'],
    [
      'その家庭に合う支援をいっしょに探す',
      'あう ところを いっしょに さがす',
      'Helps families find the support that fits',
    ],
    { ages: [...ANY_CHILD, PREGNANT], access: 'DROP_IN', free: true, childAlone: null },
    ['consultation'],
  ),
  kind(
    'third-place',
    ['家や学校以外のこどもの居場所', 'いばしょ', 'Third place', 'tent'],
    [
      'フリースペース、プレーパーク、学習支援、ユースセンターなど',
      'いえでも がっこうでも ない ところ',
      'Free spaces, play parks, learning support, youth centers',
    ],
    { ages: null, access: null, free: null, childAlone: null },
    [],
  ),
  kind(
    'disability-support',
    ['障害児支援', 'しょうがいの ある こどもの ばしょ', 'Support for children with disabilities', 'sunflower'],
    [
      '児童発達支援、放課後等デイサービスなど',
      'しょうがいの ある こどもが かよう ところ',
      'Developmental support and after-school day service',
    ],
    { ages: ANY_CHILD, access: 'ENROLLED', free: null, childAlone: null },
    ['developmental-support'],
  ),
  kind(
    'medical',
    ['医療機関', 'びょういん', 'Medical', 'cross'],
    ['小児科、産婦人科など', 'びょうきを みて もらう ところ', 'Paediatrics, obstetrics and others'],
    { ages: null, access: null, free: null, childAlone: null },
    ['medical'],
  ),
  kind(
    'school-consultation',
    ['教育委員会・学校の相談', 'がっこうの そうだん', 'School advice', 'bell'],
    [
      '不登校やいじめなど、学校のことを相談できる',
      'がっこうの ことを そうだん できる',
      'Advice about school: absence, bullying',
    ],
    {
      ages: [{ from: null, until: null, stages: ['PRIMARY_LOWER', 'PRIMARY_UPPER', 'JUNIOR_HIGH'] }],
      access: 'BOOKED',
      free: true,
      childAlone: true,
    },
    ['consultation'],
  ),
  kind(
    'community-resource',
    ['民間・地域資源（図書館、公民館、公園）', 'まちの ばしょ', 'Community place', 'park'],
    ['図書館、公民館、公園など、だれでも使える場所', 'としょかん、こうえん など', 'Library, community hall, park'],
    { ages: null, access: null, free: null, childAlone: null },
    [],
  ),
];

/** Kind by code. */
export const KIND_BY_CODE = new Map(KINDS.map((entry) => [entry.code, entry]));
