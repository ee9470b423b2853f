/**
 * 全国地方公共団体コード: two digits of the prefecture, three of the municipality, one check digit
 * (総務省「全国地方公共団体コード仕様」).
 */

/** The five first digits of the twenty designated cities (政令指定都市); their wards follow each in number. */
const DESIGNATED_CITIES = [
  '01100',
  '04100',
  '11100',
  '12100',
  '14100',
  '14130',
  '14150',
  '15100',
  '22100',
  '22130',
  '23100',
  '26100',
  '27100',
  '27140',
  '28100',
  '33100',
  '34100',
  '40100',
  '40130',
  '43100',
] as const;

const WEIGHTS = [6, 5, 4, 3, 2] as const;

/**
 * The check digit of a five-digit code: S = Σ digit × (6,5,4,3,2); 11 − S where S < 11, else 11 − S mod 11; its last
 * digit.
 */
export function checkDigit(five: string): number {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(five[index]), 0);
  return (sum < 11 ? 11 - sum : 11 - (sum % 11)) % 10;
}

/** The six-digit code of a five-digit one. */
export function withCheckDigit(five: string): string {
  return `${five}${checkDigit(five)}`;
}

/** Whether the text is a six-digit code with the right check digit and an existing prefecture. */
export function isMunicipalityCode(text: string): boolean {
  if (!/^\d{6}$/.test(text)) return false;
  const prefecture = Number(text.slice(0, 2));
  return prefecture >= 1 && prefecture <= 47 && Number(text[5]) === checkDigit(text.slice(0, 5));
}

export type CodeReading =
  { code: string; problem: null } | { code: null; problem: 'BLANK' | 'NOT_A_CODE' | 'BAD_CHECK_DIGIT' };

/**
 * Reads a code as files write it: full-width, with the leading 0 that Excel drops (11002 for 011002), two digits of a
 * prefecture (11 for 110001).
 */
export function readMunicipalityCode(cell: string): CodeReading {
  const digits = cell.normalize('NFKC').replace(/[\s']/g, '').replace(/\.0$/, '');
  if (digits === '') return { code: null, problem: 'BLANK' };
  if (!/^\d{1,6}$/.test(digits)) return { code: null, problem: 'NOT_A_CODE' };
  if (digits.length <= 2) {
    const code = withCheckDigit(`${digits.padStart(2, '0')}000`);
    return isMunicipalityCode(code) ? { code, problem: null } : { code: null, problem: 'NOT_A_CODE' };
  }
  // Five digits are a code without its leading 0, or (of prefectures 10–47) one written without its check digit.
  const candidates = digits.length === 6 ? [digits] : [digits.padStart(6, '0')];
  if (digits.length === 5) candidates.push(withCheckDigit(digits));
  const code = candidates.find(isMunicipalityCode);
  if (code !== undefined) return { code, problem: null };
  return { code: null, problem: digits.length >= 5 ? 'BAD_CHECK_DIGIT' : 'NOT_A_CODE' };
}

/** Whether the code names a whole prefecture (131001-like codes are cities; 130001 is 東京都). */
export function isPrefectureCode(code: string): boolean {
  return code.slice(2, 5) === '000';
}

/** The code of the prefecture of a municipality. */
export function prefectureCodeOf(code: string): string {
  return withCheckDigit(`${code.slice(0, 2)}000`);
}

/** The designated city of a ward, else null. The special wards of 東京都 (13101–13123) are municipalities of their own. */
export function designatedCityOf(code: string): string | null {
  const five = code.slice(0, 5);
  if (five.startsWith('13') || five[2] !== '1') return null;
  const city = DESIGNATED_CITIES.filter((each) => each.slice(0, 2) === five.slice(0, 2) && each <= five).at(-1);
  return city === undefined || city === five ? null : withCheckDigit(city);
}

/** Whether the code is of a designated city itself. */
export function isDesignatedCity(code: string): boolean {
  return (DESIGNATED_CITIES as readonly string[]).includes(code.slice(0, 5));
}

/** Whether `area` (a prefecture, a designated city or any municipality) is or contains `code`. */
export function areaContains(area: string, code: string): boolean {
  if (area === code) return true;
  if (isPrefectureCode(area)) return area.slice(0, 2) === code.slice(0, 2);
  return designatedCityOf(code) === area;
}
