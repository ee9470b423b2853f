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
