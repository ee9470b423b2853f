import type { AgeBand, AgePoint } from './age.ts';
import { type AgeTerm, readAgeTerm, stagesBetween } from './read-age-bound.ts';

/** No limit, said in so many words. */
const ANY_AGE =
  /^(どなた(で)?も|誰でも|だれでも|たれでも|全年齢|年齢(制限)?(なし|無し|不問)|(年齢)?制限(なし|無し)|子供から大人まで)(参加)?(可能?|どうぞ|歓迎|ok)?$/iu;

/** The end of a range, as months and days, and whether it is the end of a school year. */
interface Upper {
  until: AgePoint | null;
  school: boolean;
}

/** NFKC, one form of wave dash and of こども, no spaces. */
export function foldAgeText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u3000]+/gu, '')
    .replace(/[~〜∼～―–—−]/gu, '~')
    .replace(/から~/gu, '~')
    .replace(/(?<!\d)(\d{1,2})~(?=\d{1,2}[歳才])/gu, '$1歳~')
    .replace(/(子ども|こども|お子さま|お子様|お子さん|子供)/gu, '子供')
    .replace(/、|，|､/gu, ',');
}

function readUpper(text: string): Upper | null {
  const below = /^(.+?)(?:未満|に(?:なる|達する)(?:前)?まで|の誕生日(?:の前日)?まで)(?:まで)?$/u.exec(text);
  if (below?.[1]) {
    const term = readAgeTerm(below[1]);
    return term?.from ? { until: term.from, school: term.school } : null;
  }
  const eve = /^(.+?)の?誕生日の前々日まで$/u.exec(text);
  if (eve?.[1]) {
    const from = readAgeTerm(eve[1])?.from;
    return from ? { until: { months: from.months, days: -1 }, school: false } : null;
  }
  const term = readAgeTerm(text.replace(/(くらい|ぐらい|程度|頃|ごろ)?(まで|以下)$/u, ''));
  if (!term) return null;
  return { until: term.exact ? term.from : term.until, school: term.school };
}

function band(
  from: AgePoint | null,
  until: AgePoint | null,
  school: { from: boolean; until: boolean },
): AgeBand | null {
  if (from && until && from.months * 31 + from.days >= until.months * 31 + until.days) return null;
  if (!school.from && !school.until) return { from, until };
  const stages = stagesBetween(from?.months ?? 0, until?.months ?? 480, school.until && until !== null);
  return { from, until, stages };
}

/** 6年生 in 小学校1年生から6年生 takes the school of the other end. */
function withSchoolOf(lower: string, upper: string): string {
  const school = /^(小学校?|中学校?|高校)/u.exec(lower)?.[1];
  return school && /^[1-6]年生?/u.test(upper) ? school + upper : upper;
}

function readRange(text: string): AgeBand | null {
  const both = /^(.+?)(?:から|より|~|-|以上)(.+)$/u.exec(text);
  if (both?.[1] && both[2]) {
    const lower = readAgeTerm(both[1]);
    const upper = readUpper(withSchoolOf(both[1], both[2]));
    return lower && upper ? band(lower.from, upper.until, { from: lower.school, until: upper.school }) : null;
  }
  const onlyLower = /^(.+?)(?:から|より|~|以上)$/u.exec(text);
  if (onlyLower?.[1]) {
    const lower = readAgeTerm(onlyLower[1]);
    return lower && band(lower.from, null, { from: lower.school, until: false });
  }
  if (/^~|(まで|以下|未満)$/u.test(text)) {
    const upper = readUpper(text.replace(/^~/, ''));
    return upper && band(null, upper.until, { from: false, until: upper.school });
  }
  if (/^(妊婦|妊産婦|妊娠中|プレママ)$/u.test(text)) return { from: null, until: null, stages: ['PREGNANCY'] };
  const alone = readAgeTerm(text);
  return alone && bandOfTerm(alone);
}

/** 小学生 is a whole range; 1歳10か月 alone is where one begins; 3歳 alone could be either. */
function bandOfTerm(term: AgeTerm): AgeBand | null {
  if (term.school) return band(term.from, term.until, { from: true, until: true });
  return term.exact ? { from: term.from, until: null } : null;
}

/** Words around an age that do not change it. */
function withoutFrame(text: string): string {
  return text
    .replace(/^((市|区|町|村)内|近隣|地域)(に?(在住|居住|お住まい))?の/u, '')
    .replace(/^(対象(年齢|者)?[:は]?|原則として,?|原則,?|おおむね|概ね)/u, '')
    .replace(/(が|を)?(対象|限定|に限る|のみ(参加可能?|可)?|が参加可能?|の参加可能?)$/u, '')
    .replace(/(と|及び|および|、)?(その|の)?(ご)?(家族|保護者|親|兄弟)(も可)?$/u, '')
    .replace(/(の|まで(?=の))の?(子供|児童|方|人|親子|乳幼児)(たち)?$/u, (found) =>
      found.startsWith('まで') ? 'まで' : '',
    )
    .replace(/の$/u, '');
}

function readParts(text: string): AgeBand[] | null {
  const whole = readRange(text);
  if (whole) return [whole];
  const parts = text.split(/[,・;/]|と|及び|および|並びに|または|又は/u).filter(Boolean);
  if (parts.length < 2) return null;
  const bands = parts.map((part) => readRange(withoutFrame(part)));
  return bands.every((each) => each !== null) ? bands : null;
}

/** 6歳~12歳(小学校1年生~6年生): the same range twice, once as ages and once as stages, within a year at each end. */
function readTwice(text: string): AgeBand[] | null {
  const found = /^([^()]+)\(([^()]+)\)$/u.exec(text);
  if (!found?.[1] || !found[2]) return null;
  const outer = readParts(withoutFrame(found[1]));
  const inner = readParts(withoutFrame(found[2]));
  const [one] = outer ?? [];
  const [other] = inner ?? [];
  if (!one || !other || outer?.length !== 1 || inner?.length !== 1) return null;
  const near = (a: AgePoint | null, b: AgePoint | null): boolean =>
    a === b || (a !== null && b !== null && Math.abs(a.months - b.months) <= 12);
  if (!near(one.from, other.from) || !near(one.until, other.until)) return null;
  return [{ ...one, ...((one.stages ?? other.stages) ? { stages: one.stages ?? other.stages } : {}) }];
}

/** (幼)3歳から(保)1歳6ヶ月から: each programme of an こども園 has its own range. */
function readLabelled(text: string): AgeBand[] | null {
  const pieces = text.split(/\((?:幼|保|幼稚園|保育所?|教育|[1-3]号(?:認定)?)\)/u);
  if (pieces.length < 2 || pieces[0] !== '') return null;
  const bands = pieces.slice(1).map((piece) => readRange(withoutFrame(piece.replace(/,$/, ''))));
  return bands.every((each) => each !== null) ? bands : null;
}

/**
 * Reads an age cell (受入年齢) or an age sentence whole, or not at all: a wrong age is worse than an unknown one.
 * @returns null where any piece of it is not understood; a band without an upper end where the text gives none (産休明けから); the kind's usual end closes it
 */
export function readAges(text: string): AgeBand[] | null {
  const folded = foldAgeText(text);
  if (folded === '') return null;
  if (ANY_AGE.test(folded)) return [{ from: null, until: null }];
  return readLabelled(folded) ?? readTwice(folded) ?? readParts(folded) ?? readParts(withoutFrame(folded));
}
