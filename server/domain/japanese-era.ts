/** First years of the eras less one (元号法; 平成31年 = 2019 = 令和1年). */
const ERAS: Record<string, number> = {
  令和: 2018,
  R: 2018,
  平成: 1988,
  H: 1988,
  昭和: 1925,
  S: 1925,
  大正: 1911,
  T: 1911,
  明治: 1867,
  M: 1867,
};

/** The year of our count that 令和8 or R8 is; `year` in digits or 元. What is no era counts from 0. */
export const yearOfEra = (era: string, year: string): number =>
  (ERAS[era.toUpperCase()] ?? 0) + (year === '元' ? 1 : Number(year));
