import { foldNumerals } from './numerals.ts';

/** Signs that stand for the same place name: ケ/ヶ/が (霞ヶ関), ノ/の/之 (山ノ内), ツ/っ (四ツ谷), old and new forms of kanji. */
const VARIANTS: readonly [forms: string, one: string][] = [
  ['ヶヵがガヵゖ', 'ケ'],
  ['の之乃', 'ノ'],
  ['ッつっ', 'ツ'],
  ['澤', '沢'],
  ['龍', '竜'],
  ['邊邉', '辺'],
  ['齋齊斉', '斎'],
  ['廣', '広'],
  ['國', '国'],
  ['櫻', '桜'],
  ['嶋嶌', '島'],
  ['條', '条'],
  ['惠', '恵'],
  ['眞', '真'],
  ['濱濵', '浜'],
  ['瀧', '滝'],
  ['薮藪', '薮'],
  ['檜', '桧'],
  ['鷗', '鴎'],
  ['壽', '寿'],
  ['榮', '栄'],
  ['學', '学'],
  ['會', '会'],
  ['縣', '県'],
  ['來', '来'],
  ['曾', '曽'],
  ['籠', '篭'],
  ['﨑', '崎'],
  ['髙', '高'],
  ['冨', '富'],
  ['峯', '峰'],
  ['舘', '館'],
  ['淵渊', '渕'],
  ['桒', '桑'],
  ['與', '与'],
  ['佛', '仏'],
  ['圓', '円'],
  ['臺', '台'],
  ['巖巌', '岩'],
  ['鐵', '鉄'],
  ['彌', '弥'],
  ['竈', '竃'],
  ['鹽', '塩'],
  ['實', '実'],
  ['蘆', '芦'],
  ['穗', '穂'],
  ['德', '徳'],
  ['礪', '砺'],
  ['萬', '万'],
  ['驛', '駅'],
  ['莊', '荘'],
  ['淺', '浅'],
  ['藏', '蔵'],
  ['靜', '静'],
  ['關', '関'],
  ['單', '単'],
  ['當', '当'],
  ['祗', '祇'],
  ['梅楳', '梅'],
  ['頸', '頚'],
  ['諌', '諫'],
  ['鶯', '鴬'],
  ['檮', '梼'],
  ['蠣', '蛎'],
  ['桝', '枡'],
  ['葢', '蓋'],
  ['埜', '野'],
];
const ONE_FORM = new Map(VARIANTS.flatMap(([forms, one]) => [...forms].map((form) => [form, one] as const)));
const VARIANT_SIGN = new RegExp(`[${[...ONE_FORM.keys()].join('')}]`, 'gu');
const HYPHENS = /[\u2010-\u2015\u2212\uFF70\uFF0D\u30FC~〜]/g;
/** Ideographic variation selectors (葛󠄀 of 葛󠄀城市). */
const VARIATION_SELECTORS = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;

/**
 * An address in the form in which two spellings of one place are equal: NFKC, no spaces, one kind of hyphen, kanji
 * numbers as digits, 大字 and 字 dropped, one form for each group of variants. For comparing only.
 */
export function foldAddress(text: string): string {
  const plain = text
    .replace(VARIATION_SELECTORS, '')
    .replace(/(?<=[0-9０-９一二三四五六七八九十])[\u30FC\uFF70]/g, '-')
    .normalize('NFKC')
    .replace(/[\s\u3000]+/gu, '')
    .replace(/(.)々/gu, '$1$1')
    .replace(VARIANT_SIGN, (sign) => ONE_FORM.get(sign) ?? sign);
  return foldNumerals(plain)
    .replace(/(?<=\d)[\u2010-\u2015\u2212\uFF0D~〜ー](?=\d|丁)/g, '-')
    .replace(/大字|字/g, '')
    .toUpperCase();
}

/** A name for comparing: NFKC, case, spaces and punctuation do not count. */
export function foldName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');
}

/** An address for comparing across spellings and hyphens: 4丁目31番1号 = 4-31-1. */
export function addressKey(text: string): string {
  return foldAddress(text)
    .replace(/(?<=\d)(丁目|番地ノ|番地|番|号|ノ)(?=\d)/g, '-')
    .replace(/(?<=\d)(丁目|番地|号|番)/g, '')
    .replace(HYPHENS, '-')
    .replace(/[^\p{L}\p{N}-]/gu, '');
}

/** Whether the cell says that the address is deliberately not published (非公開, ※以下未公開). */
export function isHiddenAddress(text: string): boolean {
  return /^[(（※]*(以下|住所)?(は)?(非公開|未公開|公開不可|公表していません|非公表|シークレット)/u.test(text.trim());
}
