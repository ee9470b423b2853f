import { toRomaji } from 'wanakana';

const KANA_ONLY = /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Nd}\p{Script=Latin}ー・\s\p{P}]+$/u;

/** Sounds of foreign words, which wanakana 5.3 reads letter by letter (ファ as `fua`). */
const FOREIGN = Object.fromEntries(
  Array.from(
    (
      'ふぁfa ふぃfi ふぇfe ふぉfo てぃti でぃdi とぅtu どぅdu ゔぁva ゔぃvi ゔぇve ゔぉvo うぃwi うぇwe うぉwo ' +
      'つぁtsa つぇtse つぉtso でゅdyu てゅtyu いぇye くぁkwa くぃkwi くぇkwe くぉkwo ぐぁgwa すぃsi ずぃzi'
    ).matchAll(/(\p{Script=Hiragana}+)([a-z]+)/gu),
    ([, kana = '', letters = '']) => [kana, letters],
  ),
);

/** Every sound of FOREIGN has one. */
const SMALL_VOWEL = /[ぁぃぅぇぉァィゥェォゅュゔヴ]/;

/**
 * A reading in Latin letters, by the Hepburn system: 「ひまわり しょくどう」 is `Himawari Shokudou`. Long vowels are
 * written out, as one types them. null where the reading holds what is no kana: nothing is guessed.
 */
export function romajiOf(kana: string | null): string | null {
  const reading = kana?.normalize('NFKC').trim();
  if (!reading || !KANA_ONLY.test(reading)) return null;
  const text = reading.replaceAll('・', ' ');
  // A mapping of one's own costs ten times the rest.
  const letters = SMALL_VOWEL.test(text) ? toRomaji(text, { customRomajiMapping: FOREIGN }) : toRomaji(text);
  return letters.replace(/(?<=^|[\s(])\p{Ll}/gu, (letter) => letter.toUpperCase());
}
