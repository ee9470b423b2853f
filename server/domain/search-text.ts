/** How texts are compared in a search. What is shown is never changed. */

const SMALL_KANA = new Map(
  [...'ぁぃぅぇぉっゃゅょゎゕゖ'].map((small, index) => [small, 'あいうえおつやゆよわかけ'[index] ?? small]),
);
const ROWS: [vowel: string, kana: string][] = [
  ['あ', 'あかさたなはまやらわがざだばぱ'],
  ['い', 'いきしちにひみりぎじぢびぴ'],
  ['う', 'うくすつぬふむゆるぐずづぶぷゔ'],
  ['え', 'えけせてねへめれげぜでべぺ'],
  ['お', 'おこそとのほもよろをごぞどぼぽ'],
];
const VOWEL_OF = new Map(ROWS.flatMap(([vowel, kana]) => [...kana].map((each) => [each, vowel])));
/** Which kana lengthen a vowel in writing: とう, けい beside とお, けえ. */
const LENGTHENED_BY: Record<string, string> = { あ: 'あ', い: 'い', う: 'う', え: 'えい', お: 'おう' };

/**
 * NFKC, lower case, katakana as hiragana, small kana as large ones, without the long-vowel mark: センター, せんたー and
 * ｾﾝﾀｰ become せんた. Spaces of any kind become one blank.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[ぁぃぅぇぉっゃゅょゎゕゖ]/g, (kana) => SMALL_KANA.get(kana) ?? kana)
    .replace(/[ー〜～]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a text, folded, each once. */
export function wordsOf(text: string): string[] {
  return [...new Set(foldText(text).split(' '))].filter((word) => word !== '');
}

/**
 * The spellings under which a folded word may stand in folded texts: itself, and in kana without its long vowels, since
 * texts have lost their long-vowel marks: せんたあ finds センター, とうきょう finds トーキョー.
 */
export function spellingsOf(word: string): string[] {
  if (!/^[\u3041-\u3096]+$/.test(word)) return [word];
  const short = withoutLongVowels(word);
  return short === word || short.length < 2 ? [word] : [word, short];
}

function withoutLongVowels(word: string): string {
  let kept = '';
  for (const kana of word) {
    const vowel = VOWEL_OF.get(kept.at(-1) ?? '');
    if (vowel === undefined || !LENGTHENED_BY[vowel]?.includes(kana)) kept += kana;
  }
  return kept;
}
