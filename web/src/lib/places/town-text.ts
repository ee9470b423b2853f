import type { Messages } from '../i18n/ja.ts';

/** A municipality, with its name in Latin letters beside. */
export interface Town {
  name: string;
  romaji: string;
  prefecture: { name: string; romaji: string };
}

/** A municipality with its prefecture, in the letters of the voice. */
export function townText({ name, romaji, prefecture }: Town, t: Messages): string {
  return t.card.town(prefecture.name, name, romaji, prefecture.romaji);
}
