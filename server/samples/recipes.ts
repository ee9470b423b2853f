import type { Access, Booking } from '../domain/access.ts';
import type { ScheduleText } from '../domain/schedule/schedule.ts';

/** How samples of one kind are made. Every list is drawn from at random. */
export interface Recipe {
  kind: string;
  /** How many of a hundred sample places. */
  share: number;
  /** Name patterns; `*` is a made-up proper name, `#` the municipality. */
  names: string[];
  schedules: ScheduleText[];
  activities: string[][];
  features: string[];
  /** Further kinds that some of them are too. */
  also?: string[];
  ages?: string[];
  access?: (Access | null)[];
  booking?: (Booking | null)[];
  /** Yen for children and adults; null: not stated. */
  fees?: ({ child: number; adult: number; note?: string } | null)[];
  childAlone?: (boolean | null)[];
  /** They come to you: no door, a service area. */
  visits?: boolean;
}

const OFFICE: ScheduleText[] = [
  { weekdays: '月火水木金', from: '8:30', to: '17:15', note: '祝日、12/29～1/3は休み' },
  { weekdays: '月火水木金', from: '9:00', to: '17:00', note: '祝日、年末年始を除く' },
];
const BOOK = (how: string): Booking => ({ need: 'REQUIRED', how });

export const RECIPES: Recipe[] = [
  {
    kind: 'childrens-cafeteria',
    share: 22,
    names: ['*こども食堂', 'みんなの食堂 *', 'こども食堂 *', '*のおうちごはん', '*ごはんの会'],
    schedules: [
      { frequency: '5', days: '毎月第2土曜日', from: '11:30', to: '13:30' },
      { frequency: '4', days: '第2・第4土曜日', from: '11:30', to: '13:30', note: '祝日は休み' },
      { frequency: '4', days: '毎月第1・第3金曜日', from: '17:00', to: '19:30' },
      { frequency: '3', weekdays: '水', from: '17:00', to: '19:00' },
      { frequency: '3', weekdays: '火金', from: '16:00', to: '19:30', note: '年末年始を除く' },
      { frequency: '5', days: '毎月最終日曜日', from: '11:00', to: '14:00' },
      { frequency: '5', days: '原則第3土曜日', from: '12:00', to: '14:00', note: '変更の可能性あり' },
      { frequency: '6', days: '奇数月の第2日曜日', from: '11:30', to: '13:00' },
      { frequency: '8', note: '不定期' },
      { frequency: '5', weekdays: '木', from: '17:00', to: '19:00' },
      { frequency: '2', weekdays: '月水金', from: '15:00', to: '19:00', note: '祝日は休み' },
      {},
    ],
    activities: [
      ['meal'],
      ['meal', 'study'],
      ['meal', 'take-away-meal'],
      ['meal', 'food-pantry'],
      ['meal', 'talk'],
      ['meal', 'play-indoors'],
    ],
    features: ['allergy-care', 'stroller-in', 'good-in-rain', 'eating-allowed', 'no-name-needed'],
    access: [null, 'DROP_IN', 'DROP_IN', 'BOOKED'],
    booking: [null, null, { need: 'NONE' }, { need: 'RECOMMENDED', how: '電話' }, BOOK('電話;メール')],
    fees: [
      null,
      { child: 0, adult: 300 },
      { child: 0, adult: 300 },
      { child: 100, adult: 300 },
      { child: 0, adult: 0, note: '大人はカンパ' },
      { child: 200, adult: 400 },
    ],
    childAlone: [null, true, true],
  },
  {
    kind: 'children-center',
    share: 12,
    names: ['*児童館', '*児童センター', '#*児童館'],
    schedules: [
      { weekdays: '火水木金土日', from: '9:30', to: '17:30', note: '祝日、12/29～1/3は休館' },
      { weekdays: '月火水木金土', from: '9:00', to: '18:00', note: '日曜・祝日・年末年始休館' },
      { weekdays: '月火水木金土日', from: '9:00', to: '17:00', note: '第3月曜日、12/28～1/4休館' },
      { weekdays: '月水木金土日', from: '9:30', to: '18:00', note: '年末年始は休館' },
    ],
    activities: [
      ['play-indoors', 'reading', 'crafts'],
      ['play-indoors', 'sports', 'study'],
      ['play-indoors', 'music-and-dance', 'event'],
      ['play-indoors', 'computers-and-games', 'parent-child-play'],
    ],
    features: [
      'nursing-room',
      'diaper-changing',
      'bicycle-parking',
      'good-in-rain',
      'wifi',
      'multipurpose-toilet',
      'open-in-school-hours',
      'quiet-corner',
    ],
  },
  {
    kind: 'parent-child-plaza',
    share: 11,
    names: ['子育てひろば *', '*つどいの広場', '地域子育て支援センター *', 'おやこひろば *'],
    schedules: [
      { weekdays: '月火水木金', from: '9:30', to: '15:30', note: '祝日、年末年始を除く' },
      { weekdays: '月火水木金', from: '10:00', to: '15:00', note: '12:00～13:00は休み。祝日は休み' },
      { weekdays: '火水木金土', from: '10:00', to: '16:00', note: '祝日は休み' },
      { weekdays: '月水金', from: '10:00', to: '12:00' },
      { text: '月～金 9時～12時、13時～16時（祝日・12/29～1/3休み）' },
    ],
    activities: [
      ['parent-child-play', 'parents-meet', 'consultation'],
      ['parent-child-play', 'baby-check', 'class'],
    ],
    features: [
      'nursing-room',
      'diaper-changing',
      'stroller-in',
      'children-toilet',
      'parking',
      'eating-allowed',
      'good-in-rain',
    ],
    also: ['consultation-office', 'user-support'],
    ages: ['0歳から3歳', '未就学児', '0歳から5歳'],
  },
  {
    kind: 'third-place',
    share: 9,
    names: ['*の居場所', 'フリースペース *', 'プレーパーク *', 'ユースセンター *', '*学習室', 'まちの縁側 *'],
    schedules: [
      { weekdays: '月火水木金', from: '15:00', to: '20:00' },
      { weekdays: '火木土', from: '13:00', to: '18:00', note: '祝日は休み' },
      { weekdays: '土日', from: '10:00', to: '16:00' },
      { weekdays: '月火水木金土', from: '10:00', to: '21:00', note: '年末年始を除く' },
      { frequency: '5', days: '第1・第3日曜日', from: '10:00', to: '15:00' },
      { note: '開催日はお知らせします' },
    ],
    activities: [
      ['study', 'talk'],
      ['play-outdoors', 'nature'],
      ['computers-and-games', 'talk', 'music-and-dance'],
      ['study', 'reading'],
      ['talk', 'crafts', 'cooking'],
    ],
    features: [
      'wifi',
      'power',
      'quiet-corner',
      'no-name-needed',
      'no-guardian-contact',
      'school-not-told',
      'open-in-school-hours',
      'eating-allowed',
    ],
    access: [null, 'DROP_IN', 'DROP_IN', 'BOOKED'],
    ages: ['小学生', '中高生', '18歳未満', 'どなたでも', ''],
    fees: [null, { child: 0, adult: 0 }, { child: 0, adult: 0 }],
    childAlone: [null, true, true, true],
  },
  {
    kind: 'nursery',
    share: 9,
    names: ['*保育園', '#立*保育園', '*ナーサリー'],
    schedules: [
      { weekdays: '月火水木金土', from: '7:30', to: '18:30', note: '祝日及び12/29～1/3は休園' },
      { weekdays: '月火水木金土', from: '7:00', to: '19:00', note: '日曜・祝日・年末年始は休み' },
    ],
    activities: [[], ['drop-off-care'], ['consultation']],
    features: ['diaper-changing', 'allergy-care', 'children-toilet'],
    also: ['consultation-office', 'temporary-care', 'open-nursery'],
    ages: ['0歳から5歳', '57日～5歳', '1歳クラスから'],
  },
  {
    kind: 'after-school-club',
    share: 7,
    names: ['*学童クラブ', '*放課後児童クラブ', '*小学校学童保育'],
    schedules: [
      { weekdays: '月火水木金', from: '14:00', to: '18:30', note: '祝日・12/29～1/3は休み' },
      { weekdays: '月火水木金土', from: '13:00', to: '19:00', note: '日曜・祝日・年末年始は休み' },
    ],
    activities: [['play-indoors', 'study']],
    features: ['good-in-rain'],
  },
  {
    kind: 'community-resource',
    share: 6,
    names: ['*図書館', '*公民館', '*公園', '*コミュニティセンター'],
    schedules: [
      { weekdays: '火水木金土日', from: '9:00', to: '19:00', note: '年末年始を除く' },
      { text: '毎日 9:00～21:00（12/29～1/3を除く）' },
      { weekdays: '月火水木金土日', from: '9:00', to: '17:00', note: '祝日も開館' },
    ],
    activities: [
      ['reading', 'study'],
      ['play-outdoors', 'nature'],
      ['class', 'event'],
    ],
    features: ['barrier-free', 'elevator', 'parking', 'bicycle-parking', 'wifi', 'multipurpose-toilet', 'quiet-corner'],
    access: ['DROP_IN'],
    ages: ['どなたでも'],
    fees: [{ child: 0, adult: 0 }],
    childAlone: [null, true],
  },
  {
    kind: 'certified-childrens-garden',
    share: 3,
    names: ['認定こども園 *', '*こども園'],
    schedules: [{ weekdays: '月火水木金土', from: '7:30', to: '18:30', note: '日曜・祝日・年末年始は休園' }],
    activities: [[], ['drop-off-care', 'parent-child-play']],
    features: ['diaper-changing', 'allergy-care'],
    also: ['temporary-care', 'open-nursery'],
    ages: ['0歳から5歳', '1歳から5歳'],
  },
  {
    kind: 'kindergarten',
    share: 3,
    names: ['*幼稚園'],
    schedules: [{ weekdays: '月火水木金', from: '9:00', to: '14:00', note: '祝日は休み' }],
    activities: [[], ['play-outdoors', 'parent-child-play']],
    features: ['parking', 'children-toilet'],
  },
  {
    kind: 'consultation-office',
    share: 2,
    names: ['*地域子育て相談室', '子育て相談 *'],
    schedules: OFFICE,
    activities: [['consultation']],
    features: ['quiet-corner', 'stroller-in'],
  },
  {
    kind: 'family-center',
    share: 2,
    names: ['#こども家庭センター'],
    schedules: OFFICE,
    activities: [['consultation', 'baby-check']],
    features: ['barrier-free', 'foreign-languages', 'stroller-in'],
  },
  {
    kind: 'child-guidance-center',
    share: 1,
    names: ['#児童相談所', '*児童相談所'],
    schedules: OFFICE,
    activities: [['consultation']],
    features: ['quiet-corner'],
  },
  {
    kind: 'open-nursery',
    share: 2,
    names: ['だれでも通園 *', '*キッズルーム'],
    schedules: [
      { weekdays: '月水木', from: '10:00', to: '15:00', note: '祝日は休み' },
      { weekdays: '水', from: '9:00', to: '11:00', note: '原則' },
    ],
    activities: [['drop-off-care']],
    features: ['allergy-care'],
    booking: [BOOK('アプリ')],
  },
  {
    kind: 'temporary-care',
    share: 2,
    names: ['一時預かり *', '*保育室'],
    schedules: [{ weekdays: '月火水木金', from: '8:30', to: '17:00', note: '祝日、年末年始を除く' }],
    activities: [['drop-off-care']],
    features: ['allergy-care', 'parking'],
    booking: [BOOK('電話')],
    ages: ['6か月から就学前', '1歳から5歳'],
  },
  {
    kind: 'sick-child-care',
    share: 1,
    names: ['病児保育室 *'],
    schedules: [{ weekdays: '月火水木金', from: '8:00', to: '18:00', note: '祝日、年末年始を除く' }],
    activities: [['drop-off-care', 'medical']],
    features: ['parking'],
    booking: [BOOK('電話')],
    ages: ['生後6か月から小学校6年生まで'],
  },
  {
    kind: 'short-stay',
    share: 1,
    names: ['ショートステイ *'],
    schedules: [{ text: '毎日 0:00～24:00' }],
    activities: [['overnight-care']],
    features: [],
  },
  {
    kind: 'perinatal-support',
    share: 1,
    names: ['*助産院の相談室', '産前産後サロン *'],
    schedules: [{ weekdays: '火木', from: '10:00', to: '12:00', note: '祝日は休み' }],
    activities: [['consultation', 'parents-meet']],
    features: ['nursing-room', 'stroller-in'],
  },
  {
    kind: 'postnatal-care',
    share: 1,
    names: ['産後ケアハウス *'],
    schedules: [{ weekdays: '月火水木金土', from: '10:00', to: '16:00' }],
    activities: [['care-after-birth']],
    features: ['nursing-room', 'parking'],
    booking: [BOOK('電話')],
  },
  {
    kind: 'home-visit',
    share: 1,
    names: ['家事サポート *'],
    schedules: [{ weekdays: '月火水木金', from: '9:00', to: '18:00', note: '祝日、年末年始を除く' }],
    activities: [['help-at-home']],
    features: [],
    visits: true,
    booking: [BOOK('電話')],
  },
  {
    kind: 'newborn-visit',
    share: 1,
    names: ['#こんにちは赤ちゃん訪問'],
    schedules: OFFICE,
    activities: [['consultation', 'baby-check']],
    features: [],
    visits: true,
  },
  {
    kind: 'parenting-visit',
    share: 1,
    names: ['#養育支援訪問'],
    schedules: OFFICE,
    activities: [['consultation', 'help-at-home']],
    features: [],
    visits: true,
  },
  {
    kind: 'user-support',
    share: 1,
    names: ['子育て案内 *', '#利用者支援窓口'],
    schedules: OFFICE,
    activities: [['consultation']],
    features: ['stroller-in', 'foreign-languages'],
  },
  {
    kind: 'disability-support',
    share: 4,
    names: ['放課後等デイサービス *', '児童発達支援 *'],
    schedules: [
      { weekdays: '月火水木金土', from: '10:00', to: '18:00', note: '祝日も開所' },
      { weekdays: '月火水木金', from: '9:30', to: '17:30', note: '祝日、年末年始を除く' },
    ],
    activities: [['developmental-support', 'play-indoors']],
    features: ['barrier-free', 'parking'],
  },
  {
    kind: 'medical',
    share: 4,
    names: ['*こどもクリニック', '*小児科'],
    schedules: [
      { text: '月火水金 9:00～12:00、15:00～18:00、土 9:00～12:00（祝日休み）' },
      { text: '月～金 9時～12時、14時～17時（祝日休み）' },
    ],
    activities: [['medical']],
    features: ['parking', 'elevator', 'stroller-in'],
    ages: ['', '0歳から15歳'],
  },
  {
    kind: 'school-consultation',
    share: 2,
    names: ['#教育相談室', '教育支援センター *'],
    schedules: [{ weekdays: '月火水木金', from: '9:00', to: '17:00', note: '祝日、12/29～1/3を除く' }],
    activities: [['consultation'], ['consultation', 'study']],
    features: ['quiet-corner', 'open-in-school-hours'],
  },
];

/** Made-up proper names; nature words that no person bears as a name of their own. */
export const PROPER_NAMES =
  'さくら ひまわり あおぞら みどり にじいろ そよかぜ つばさ たんぽぽ こもれび ほしぞら わかば ゆうやけ かぜのこ どんぐり なのはな しらかば すずらん ひだまり やまびこ うみかぜ つくし くすのき いちょう けやき もみじ あかつき みなも せせらぎ はるかぜ まつぼっくり れんげ すみれ こはる ふたば やまぶき ゆめ きぼう なかよし のびのび にこにこ きらり ぽかぽか ふれあい あすなろ かがやき いずみ まんまる とんぼ ほたる つばめ めだか'.split(
    ' ',
  );

/** Municipalities that get many samples, so that a town can be tried out as it would be: code → how many. */
export const DENSE: Record<string, number> = {
  '131059': 110,
  '131121': 110,
  '131199': 80,
  '131113': 80,
  '131156': 60,
  '131229': 60,
  '132012': 60,
  '112038': 60,
  '011011': 70,
  '041017': 60,
  '141127': 70,
  '231011': 50,
  '231061': 50,
  '261041': 50,
  '271276': 60,
  '271217': 40,
  '281018': 50,
  '341011': 50,
  '401331': 60,
  '472018': 50,
  '221384': 40,
  '151033': 40,
};
