import type { Hours } from './hours.ts';

const PEOPLE = /[1-6]年|小学|中学|小中|中高|高校|幼児|乳児|未就|大人|一般|学生|親子/;

/** 「中高生は」 before hours; 「小学生対象」 speaks of the whole session. */
export const isOfPeople = ({ label }: Hours): boolean =>
  label !== null && PEOPLE.test(label) && !/対象|限定|支援|教室|学習/.test(label);

/**
 * Hours of some people beside those of all: 「中高生は20時まで」 and 「幼児は14時から」 come to 15:00~18:00, 「小学生は17時まで」 leaves the rest of the
 * hours to the others. null where it cannot be said, as with hours of theirs in the midst of the hours of all.
 */
export function withAudience(base: Hours[], some: Hours[]): Hours[] | null {
  let all: Hours[] | null = isWhole(base) ? base : null;
  for (const own of some) all = all && addAudience(all, own);
  return all;
}

const isWhole = (base: Hours[]) => base.length > 0 && base.every((h) => !h.bad && h.start !== null && h.end !== null);

function addAudience(base: Hours[], own: Hours): Hours[] | null {
  const { start, end, label } = own;
  const [opens, closes] = [Math.min(...base.map((h) => h.start ?? 0)), Math.max(...base.map((h) => h.end ?? 0))];
  if (own.bad) return null;
  if (start !== null && start < opens)
    return end === null && !/頃|ごろ/.test(own.text) ? [{ ...own, end: opens }, ...base] : null;
  if (end !== null && end > closes) return [...base, { ...own, start: Math.max(start ?? 0, closes) }];
  if (start !== null && end !== null) return null;
  if (start !== null) return start < closes ? base.flatMap((h) => without(h, 0, start, label)) : null;
  return base.flatMap((h) => without(h, end ?? 0, DAY, label));
}

const DAY = 1440;

/** The parts of some hours; the one between two times is not for those people. */
function without(h: Hours, from: number, to: number, label: string | null): Hours[] {
  const part = (start: number, end: number): Hours => ({
    ...h,
    start: Math.max(h.start ?? 0, start),
    end: Math.min(h.end ?? DAY, end),
  });
  // 「小学生は17時まで、中学生は19時まで」: from 19:00 for neither
  const shut = h.without && label ? `${h.without}・${label}` : label;
  const parts = [part(0, from), { ...part(from, to), without: shut }, part(to, DAY)];
  return parts.filter((one) => (one.start ?? 0) < (one.end ?? 0));
}

/** Hours of all and of some in one breath: 「9:00~18:00(中高生は20:00まで)」. */
export function mergeAudience(hours: Hours[]): Hours[] {
  const some = hours.filter(isOfPeople);
  const base = hours.filter((h) => !isOfPeople(h));
  if (some.length === 0 || base.length === 0) return hours;
  return withAudience(base, some) ?? hours;
}

/** 「17:30~食事、19:00終了」: a start alone and the end that follows it; 「17:00まで開館(朝は9:30開館)」. */
export function pairEnds(hours: Hours[]): Hours[] {
  // 「放課後、15時ごろから」
  const known = hours.filter((h) => h.bad || h.start !== null || h.end !== null);
  if (known.length > 0 && known.length < hours.length) return pairEnds(known);
  const [first, second, ...more] = hours;
  if (first && second && more.length === 0 && first.start === null && second.end === null && first.label === null) {
    const ends = second.start !== null && first.end !== null && second.start < first.end;
    return ends ? [{ ...second, end: first.end }] : hours;
  }
  return hours.reduce<Hours[]>((list, h) => {
    const last = list.at(-1);
    const pairs = last && !last.bad && last.end === null && last.start !== null && h.start === null && !isOfPeople(h);
    if (pairs && h.end !== null && h.end > (last.start ?? 0)) return [...list.slice(0, -1), { ...last, end: h.end }];
    return [...list, h];
  }, []);
}
