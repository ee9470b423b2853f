/**
 * What an operator's words say of one thing in a line of its own, as the importer and operators write it:
 * 「アクセス：駅から5分」.
 */
export interface OwnWords {
  /** Everything else, a list of phrases a line. */
  about: string[][];
  /** Landmarks, stations, car parks. */
  access: string[];
  bring: string[];
}

const ACCESS = /^(?:アクセス|行き方|行きかた|交通|最寄り?駅?|目印|駐車場|駐輪場)[：:]/u;
const BRING = /^(?:持ち物|持物|もちもの|持っていくもの)[：:]\s*/u;
/** Stands between phrases while lines are parted; no text has it (a zero-width space would break lines as well). */
const CUT = '\u200b';

/** Parts the lines of a text that is cut into phrases. 「駐車場：あり」 keeps its head, 「持ち物：上ばき」 does not need it. */
export function ownWords(phrases: string[]): OwnWords {
  const words: OwnWords = { about: [], access: [], bring: [] };
  for (const line of phrases.join(CUT).split('\n')) {
    const text = line.replaceAll(CUT, '').trim();
    if (ACCESS.test(text)) words.access.push(text.replace(/^アクセス[：:]\s*/u, ''));
    else if (BRING.test(text)) words.bring.push(text.replace(BRING, ''));
    else words.about.push(line.split(CUT).filter((phrase) => phrase !== ''));
  }
  return words;
}
