import type { AgeBand } from './age.ts';
import type { Eligibility } from './place.ts';
import { foldAgeText, readAges } from './read-ages.ts';

/** What a cell of conditions (参加条件) says beside its own words, which are always kept and shown. */
export interface ConditionReading {
  ages: AgeBand[] | null;
  eligibility: Eligibility | null;
  childAlone: boolean | null;
}

const ANYONE =
  /^((特に)?(なし|無し|無|条件なし|制限なし|特になし)|(どなた(で)?も|誰でも|だれでも|たれでも)(参加)?(可能?|どうぞ|歓迎|ok)?)$/iu;
/** A sentence that speaks of ages or stages without limiting them to what can be read. */
const AGE_WORD = /\d+[歳才]|か月|ヶ月|学生|中高|高校|園児|児童|幼児|乳児|学年|年生/u;
const RESIDENTS = /(市内|区内|町内|村内)(に)?(在住|居住|お住まい)|(市民|区民|町民|村民)(のみ|限定|の方|に限る|対象)/u;
const DISTRICT = /(学区|校区)(内)?(の|に|在住|居住)|小学校(区)?(の)?(子供|児童),?(兄弟|父兄|保護者|のみ)/u;
const REFERRAL = /(紹介|推薦)(者|され|が必要|による|制)/u;
const CHILD_MAY_COME_ALONE =
  /子供(だけ|のみ)(で|の)?(も)?(参加|来所|来場|利用)?(可|ok)|(児童|子供)の?保護者は対象外|(未就学児|未就園児|幼児|乳幼児)(のみ)?は,?(必ず)?(保護者|親|大人)(の)?(同伴|と一緒)/iu;
const ADULT_MUST_COME = /^(必ず)?(保護者|親|大人)(の)?(同伴|と一緒)(が必要|のこと|に限る|必須)?$/u;

function sentences(text: string): string[] {
  return text
    .split(/[\n。;；]/u)
    .map(foldAgeText)
    .filter((sentence) => sentence !== '');
}

function readEligibility(all: string[], municipality: string | null): Eligibility | null {
  const whole = all.join(',');
  if (RESIDENTS.test(whole)) return { who: 'RESIDENTS', ...(municipality ? { municipalities: [municipality] } : {}) };
  if (DISTRICT.test(whole)) return { who: 'SCHOOL_DISTRICT' };
  if (REFERRAL.test(whole)) return { who: 'REFERRAL' };
  return all.some((sentence) => ANYONE.test(sentence)) ? { who: 'ANYONE' } : null;
}

function readChildAlone(all: string[]): boolean | null {
  if (all.some((sentence) => CHILD_MAY_COME_ALONE.test(sentence))) return true;
  return all.some((sentence) => ADULT_MUST_COME.test(sentence)) ? false : null;
}

/** Ages only where every sentence that speaks of ages is read; one that says "anyone" stands over the rest. */
function readConditionAges(all: string[]): AgeBand[] | null {
  if (all.some((sentence) => ANYONE.test(sentence))) return [{ from: null, until: null }];
  const speaking = all.filter((sentence) => AGE_WORD.test(sentence) && !/同伴|了解|同意/u.test(sentence));
  const read = speaking.map(readAges);
  return read.length > 0 && read.every((each) => each !== null) ? read.flat() : null;
}

/**
 * Reads 参加条件.
 * @param municipality code of the place, for 「市内在住」
 */
export function readConditions(text: string, municipality: string | null): ConditionReading {
  const all = sentences(text);
  return {
    ages: readConditionAges(all),
    eligibility: readEligibility(all, municipality),
    childAlone: readChildAlone(all),
  };
}
