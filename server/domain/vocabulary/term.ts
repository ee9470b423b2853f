/** A word of the directory in the three voices. `easyJa` is read by children: short words, kana, spaces between words. */
export interface Term {
  code: string;
  ja: string;
  easyJa: string;
  en: string;
  /** Name of its icon in the web's icon set. */
  icon: string;
}

/** Rows of `code | ja | easy ja | en | icon`, one term a line: how the lists below stay readable. Throws on a broken row. */
export function terms(rows: string): Term[] {
  return rows
    .trim()
    .split('\n')
    .map((row) => {
      const [code, ja, easyJa, en, icon] = row.split('|').map((cell) => cell.trim());
      if (!code || !ja || !easyJa || !en || !icon) throw new Error(`Vocabulary row needs 5 cells: ${row}`);
      return { code, ja, easyJa, en, icon };
    });
}
