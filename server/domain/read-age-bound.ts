import type { AgePoint, LifeStage } from './age.ts';

/** What one end of an age range says, as a half-open range of its own: 小学生 is 72–156 months. */
export interface AgeTerm {
  from: AgePoint | null;
  until: AgePoint | null;
  /** Set where the word is a school stage. */
  school: boolean;
  /** 57日, 3か月: an age no range can end at by itself, so alone it is where a range begins. */
  exact: boolean;
}

const months = (count: number, days = 0): AgePoint => ({ months: count, days });
const school = (from: number | null, until: number | null): AgeTerm => ({
  from: from === null ? null : months(from),
  until: until === null ? null : months(until),
  school: true,
  exact: false,
});

/** 産後休業 ends 8 weeks after birth (労働基準法 65条): 産休明け is the 57th day. */
const AFTER_MATERNITY_LEAVE: AgeTerm = { from: { months: 0, days: 57 }, until: null, school: false, exact: true };

const STAGE_WORDS: readonly [pattern: RegExp, term: AgeTerm][] = [
  [/^(未就学児?|就学前(の)?(児童?|児|子供)?|小学校(入学|就学)前(の児童|児)?|小学生未満)$/u, school(null, 84)],
  [/^(未就園児?|就園前(児)?)$/u, school(null, 84)],
  [/^乳幼児(親子)?$/u, school(null, 84)],
  [/^乳児$/u, school(null, 12)],
  [/^幼児$/u, school(12, 84)],
  [/^(小学校?生|小学校?児童|学童|小学校の児童)$/u, school(72, 156)],
  [/^小学校?低学年(生|児)?$/u, school(72, 120)],
  [/^小学校?高学年(生|児)?$/u, school(108, 156)],
  [/^(中学校?生|中学生徒|中学校の?生徒)$/u, school(144, 192)],
  [/^(高校生?|高等学校生)(年代|世代|相当)?$/u, school(180, 228)],
  [/^小[・,]?中学?生?$/u, school(72, 192)],
  [/^小[・,]?中[・,]?高(校)?生?$/u, school(72, 228)],
  [/^中[・,]?高(校)?生(年代|世代)?$/u, school(144, 228)],
];

/** First month of the first year of each school, less twelve; a pupil of year n is between 12 n and 12 n + 24 later. */
const SCHOOLS: readonly [pattern: RegExp, before: number][] = [
  [/^小(?:学校?|学生)?第?([1-6])年生?$/u, 60],
  [/^中(?:学校?|学生)?第?([1-3])年生?$/u, 132],
  [/^高(?:校|等学校)?第?([1-3])年生?$/u, 168],
];

function readGrade(word: string): AgeTerm | null {
  for (const [pattern, before] of SCHOOLS) {
    const year = Number(pattern.exec(word)?.[1]);
    if (year) return school(before + 12 * year, before + 12 * year + 24);
  }
  return null;
}

const DAYS = /^(?:生後)?(\d{1,3})日(?:目|以上)?$/u;
const MONTHS = /^(?:生後|満)?(\d{1,3})[かヶケカヵ箇]月(?:児|以上)?$/u;
const YEARS = /^(?:満)?(\d{1,2})[歳才](?:(\d{1,2})[かヶケカヵ箇]月|(半))?児?$/u;
/** The class of the children who were n years old on 1 April; its oldest are almost n + 2 in March. */
const CLASS = /^(?:満)?(\d)歳児?(?:クラス|組)(?:相当)?$/u;

function readNumber(word: string): AgeTerm | null {
  const days = DAYS.exec(word);
  if (days) return { from: { months: 0, days: Number(days[1]) }, until: null, school: false, exact: true };
  const month = MONTHS.exec(word);
  if (month) return { from: months(Number(month[1])), until: months(Number(month[1]) + 1), school: false, exact: true };
  const year = YEARS.exec(word);
  if (year) {
    const more = year[3] ? 6 : Number(year[2] ?? 0);
    const from = Number(year[1]) * 12 + more;
    return { from: months(from), until: months(from + (more ? 1 : 12)), school: false, exact: more > 0 };
  }
  const group = CLASS.exec(word);
  if (!group) return null;
  const from = Number(group[1]) * 12;
  return { from: months(from), until: months(from + 24), school: false, exact: false };
}

/** One word of age or stage (57日, 1歳6か月, 2歳児クラス, 産休明け, 小学3年生, 就学前); null where it is none. */
export function readAgeTerm(word: string): AgeTerm | null {
  const plain = word.replace(/^(原則として|原則|おおむね|概ね|約)[,]?/u, '');
  if (/^(産休|産後休暇|産後休業)(明け|あけ|明)$/u.test(plain)) return AFTER_MATERNITY_LEAVE;
  return STAGE_WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? readGrade(plain) ?? readNumber(plain);
}

/** Where each stage begins by the age on 1 April, so that no two overlap; YOUTH ends at 40. */
const STAGE_STARTS: readonly [stage: LifeStage, from: number][] = [
  ['BABY', 0],
  ['TODDLER', 12],
  ['PRESCHOOL', 36],
  ['PRIMARY_LOWER', 72],
  ['PRIMARY_UPPER', 108],
  ['JUNIOR_HIGH', 144],
  ['HIGH_SCHOOL', 180],
  ['YOUTH', 216],
];

/**
 * The stages of a range of months.
 * @param untilSchool whether the range ends with a school year, whose oldest pupils are a year older than its youngest
 */
export function stagesBetween(from: number, until: number, untilSchool: boolean): LifeStage[] {
  const end = untilSchool ? until - 12 : until;
  return STAGE_STARTS.filter(([, start], index) => {
    const next = STAGE_STARTS[index + 1]?.[1] ?? 480;
    return from < next && end > start;
  }).map(([stage]) => stage);
}
