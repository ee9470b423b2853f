/**
 * Ages as places state them, and as people ask for them.
 *
 * A band is half-open: from the day on which `from` is reached until (not including) the day on which `until` is
 * reached. School stages turn on 1 April (学校教育法 17条), so a stage covers every age that a child in it can have.
 */

/** Completed months and, within them, days. 57日 is `{ months: 0, days: 57 }`; 「3歳の誕生日の前々日まで」 ends at `{ months: 36, days: -1 }`. */
export interface AgePoint {
  months: number;
  days: number;
}

export const LIFE_STAGES = [
  'PREGNANCY',
  'BABY',
  'TODDLER',
  'PRESCHOOL',
  'PRIMARY_LOWER',
  'PRIMARY_UPPER',
  'JUNIOR_HIGH',
  'HIGH_SCHOOL',
  'YOUTH',
] as const;

export type LifeStage = (typeof LIFE_STAGES)[number];

export interface AgeBand {
  /** null: no lower limit. */
  from: AgePoint | null;
  /** Not included. null: no upper limit. */
  until: AgePoint | null;
  /** Set where the source speaks of school stages instead of (or beside) ages: 小学生, 中学生. */
  stages?: LifeStage[];
}

/** One person somebody asks for. */
export type AskedAge = { months: number } | { years: number } | { stage: LifeStage };

/** Mean Gregorian month; lets a day count (57日) be compared with completed months. */
const DAYS_PER_MONTH = 30.436875;

/** Ages in months, half-open. */
interface MonthRange {
  from: number;
  until: number;
}

/**
 * Every age that a person in a stage can have, in months. A pupil enters primary school on the 1 April after the
 * sixth birthday (学校教育法 17条), so a pupil of the first year is 6 or 7 and 就学前 lasts until almost 7; each later
 * stage overlaps its neighbour by one year in the same way. YOUTH ends at 40 (サポステ and 内閣府 surveys: 15–39).
 */
export const STAGE_MONTHS: Record<Exclude<LifeStage, 'PREGNANCY'>, MonthRange> = {
  BABY: { from: 0, until: 12 },
  TODDLER: { from: 12, until: 36 },
  PRESCHOOL: { from: 36, until: 84 },
  PRIMARY_LOWER: { from: 72, until: 120 },
  PRIMARY_UPPER: { from: 108, until: 156 },
  JUNIOR_HIGH: { from: 144, until: 192 },
  HIGH_SCHOOL: { from: 180, until: 228 },
  YOUTH: { from: 216, until: 480 },
};

function pointInMonths(point: AgePoint): number {
  return point.months + point.days / DAYS_PER_MONTH;
}

function askedRange(asked: AskedAge): MonthRange | null {
  if ('months' in asked) return { from: asked.months, until: asked.months + 1 };
  if ('years' in asked) return { from: asked.years * 12, until: asked.years * 12 + 12 };
  return asked.stage === 'PREGNANCY' ? null : STAGE_MONTHS[asked.stage];
}

/**
 * Whether one band admits a person asked for. An age asked in completed years (or months) admits when some age within
 * that year (or month) lies in the half-open band. Where the band names stages, the asked stage must be one of them, or
 * the asked age one that a person in such a stage can have; bounds beside stages narrow them further.
 */
export function bandAdmits(band: AgeBand, asked: AskedAge): boolean {
  const stages = band.stages ?? [];
  const range = askedRange(asked);
  if (range === null)
    return stages.length > 0 ? stages.includes('PREGNANCY') : band.from === null && band.until === null;
  if ('stage' in asked && stages.length > 0 && !stages.includes(asked.stage)) return false;
  if (!('stage' in asked) && stages.length > 0 && !stages.some((stage) => stageOverlaps(stage, range))) return false;
  const from = band.from === null ? -Infinity : pointInMonths(band.from);
  const until = band.until === null ? Infinity : pointInMonths(band.until);
  return from < range.until && range.from < until;
}

function stageOverlaps(stage: LifeStage, range: MonthRange): boolean {
  if (stage === 'PREGNANCY') return false;
  const { from, until } = STAGE_MONTHS[stage];
  return from < range.until && range.from < until;
}

/**
 * Whether any of the bands admits the person.
 * @returns null where the place states no ages (null or no band at all): neither yes nor no.
 */
export function agesAdmit(bands: readonly AgeBand[] | null, asked: AskedAge): boolean | null {
  if (bands === null || bands.length === 0) return null;
  return bands.some((band) => bandAdmits(band, asked));
}
