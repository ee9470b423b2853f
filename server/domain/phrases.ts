import { loadDefaultJapaneseParser } from 'budoux';

const parser = loadDefaultJapaneseParser();

/** A Japanese text cut where a line may break without parting a phrase; joined again it is the same text. */
export function phrasesOf(text: string): string[] {
  return parser.parse(text);
}
