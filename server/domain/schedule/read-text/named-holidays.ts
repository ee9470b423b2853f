/** Holidays by their own names (国民の祝日に関する法律 2条); 元日 is a date to the reader. */
export const NAMED_HOLIDAY =
  '成人の日|建国記念の日|天皇誕生日|春分の日|昭和の日|憲法記念日|みどりの日|こどもの日|海の日|山の日|敬老の日|秋分の日|(?:スポーツ|体育)の日|文化の日|勤労感謝の日';

/** Those that stand on the same day every year. */
export const FIXED_HOLIDAYS: Record<string, [number, number]> = {
  建国記念の日: [2, 11],
  天皇誕生日: [2, 23],
  昭和の日: [4, 29],
  憲法記念日: [5, 3],
  みどりの日: [5, 4],
  こどもの日: [5, 5],
  子どもの日: [5, 5],
  山の日: [8, 11],
  文化の日: [11, 3],
  勤労感謝の日: [11, 23],
};

export const FIXED_NAMES = Object.keys(FIXED_HOLIDAYS).join('|');
/** こどもの日, こどもの日・文化の日 */
export const FIXED_LIST = `(?:${FIXED_NAMES})(?:(?:、|・|と|及び|および)(?:${FIXED_NAMES}))*`;
