import { designatedCityOf } from '../domain/municipality-code.ts';
import { romajiOf } from '../domain/romaji.ts';
import { municipalityByCode, type Municipality } from './municipalities.ts';

/** Where two words meet and no vowel is long: 小海 is Koumi, 豊岡 Toyooka. All of them among the municipalities. */
const SEAMS =
  /(?<=^(?:タキノ|セト|トヨ|コト|ニシノ|マツ|カツ|ナチカツ))(?=ウエ|ウチ|ウラ|オカ|オモテ)|(?<=^コ)(?=ウミ)|(?<=^ソ)(?=オ$)/u;
const SUFFIX = /(?:シ|ク|チョウ|マチ|ムラ|ソン)$/u;
/** The county before a town or village; 北群馬郡 has the sound twice. */
const COUNTY = /^.+?グン(?:マグン)?/u;

/** A name of places as signs and trains write it: Hepburn, long vowels short (Osaka, Bunkyo). */
function latinOf(kana: string): string {
  const parts = kana.split(SEAMS).map((part) => (romajiOf(part) ?? part).toLowerCase());
  const name = parts.map((part) => part.replace(/o[ou]/g, 'o').replaceAll('uu', 'u')).join('');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function withSuffix(kana: string): string {
  const [suffix = ''] = SUFFIX.exec(kana) ?? [];
  return `${latinOf(kana.slice(0, kana.length - suffix.length))}-${latinOf(suffix).toLowerCase()}`;
}

/** By code: a list of places asks for the same few again and again, and each costs a quarter of a millisecond. */
const known = new Map<string, string>();

/** A municipality in Latin letters, without its county: Bunkyo-ku, Hinode-machi, Chuo-ku (Sapporo-shi). */
export function latinNameOf(municipality: Municipality): string {
  const { code } = municipality;
  const name = known.get(code) ?? makeLatinName(municipality);
  known.set(code, name);
  return name;
}

function makeLatinName({ code, name, kana }: Municipality): string {
  const city = municipalityByCode(designatedCityOf(code) ?? '');
  if (city) return `${withSuffix(kana.slice(city.kana.length))} (${latinNameOf(city)})`;
  return withSuffix(/.郡.+[町村]$/u.test(name) ? kana.replace(COUNTY, '') : kana);
}

/** A prefecture in Latin letters, from its reading: Tokyo, Hokkaido, Kanagawa. */
export function latinPrefecture(kana: string): string {
  return latinOf(kana.replace(/(?:ケン|(?<=キョウ)ト|(?<=キョウト|オオサカ)フ)$/u, ''));
}
