import { aboutOf, IS_PEOPLE, SIGNS, type About } from './beside.ts';
import type { Token } from './token.ts';

const PARTICLE = /(?:[はがもをのにとや:]|(?<!ま)で)$/;
/** 「(祝日)は休み」: no clause begins behind the bracket. */
const STARTS_WITHIN = /^[はがもをのにでとや]/;
/** A closing day is named here, of which the word of closing stands further on. */
const LISTED = /(?:[曜祝始盆][日期]?|[0-9]日|期間|\))[、・ ]$/;
const PREDICATE =
  /(?:は|も|を|に)?、?(?:お?休み?|休[館業園所室]|閉[館園所室]|除[くき])(?:です|ます|します|となります|とします)?$/;
/** The next line, or the next heading on this one. */
const OF_NEXT =
  /^ (?:\/ |(?:お?休み|定休|休[館業所園室]|閉[館所園室])日?[ :は]|(?:開[館所園室設]|利用)(?:時間|日)[ :は])/;
/** A longer clause is not looked through, nor more of its pieces. */
const [MOST_LETTERS, MOST_CLAUSES] = [160, 6];

/** The clause that begins here and speaks of something else than the days and hours of the place, as one token. */
export function besideAt(input: string, at: number): Token | null {
  if (input[at] === '(') {
    const [text = '', inner = ''] = /^\(([^()]*)\)/.exec(input.slice(at, at + MOST_LETTERS)) ?? [];
    const abouts = inner.split(/。+(?!$)/).map(aboutOf);
    const about = abouts.includes(null) ? null : (abouts[0] ?? null);
    return about === null ? null : tokenOf(text, about, input.slice(Math.max(0, at - 6), at));
  }
  const before = input.slice(Math.max(0, at - 3), at).replace(/及び$|および$|(?<=[日始])と$/, '、');
  const begins = before === '' || SIGNS.test(before.replace(/ +$/, '').slice(-1)) || /[(]$| \/ $|注.?\)$/.test(before);
  if (
    /[ /]/.test(input[at] ?? '') ||
    (!begins &&
      (!/[、・ )]$/.test(before) || PARTICLE.test(before.slice(0, -1)) || STARTS_WITHIN.test(input.slice(at, at + 2))))
  )
    return null;
  for (const { text: whole, ends } of clausesAt(input, at)) {
    const text = !begins && LISTED.test(before) ? whole.replace(PREDICATE, '') : whole;
    if (text.length < 3 || (!ends && PARTICLE.test(text)) || !/[ぁ-んァ-ヶー一-龠]/.test(text)) continue;
    const about = aboutOf(text);
    if (about === 'PEOPLE' && !begins && IS_PEOPLE.test(sentenceBefore(input, at))) continue;
    if (about !== null) return tokenOf(text, about, '');
  }
  return null;
}

/** What stands in the sentence so far. */
const sentenceBefore = (input: string, at: number): string =>
  input
    .slice(Math.max(0, at - MOST_LETTERS), at)
    .split(SIGNS)
    .at(-1) ?? '';

const HOLIDAYS_BEFORE = /(?:祝|休|祭)日?(?:等|など)? ?$/;
const WEEKDAY_BEFORE = /[月火水木金土日](?:曜日?)? ?$/;

/** What becomes of the closing day before the bracket; elsewhere a closing day that moves is left out. */
function tokenOf(text: string, about: About, before: string): Token {
  const [, weekday] = /([月火水木金土日])曜/.exec(text) ?? [];
  const ofHolidays = HOLIDAYS_BEFORE.test(before);
  if (about !== 'MOVED' || (ofHolidays ? weekday === undefined : !WEEKDAY_BEFORE.test(before)))
    return { kind: 'aside', about, text };
  const closes = ofHolidays || /[休閉]/.test(text);
  const also = ofHolidays || /日?も、?(?:お?休|閉)/.test(text);
  const rule = { kind: 'holiday-rule', rule: 'MOVES_TO_NEXT_DAY', closes, also, text } as const;
  return ofHolidays ? { ...rule, weekday: '月火水木金土日'.indexOf(weekday ?? '') + 1 } : rule;
}

/** 「広場は月・水・金の10時~12時」: the days go on behind the sign. */
function isAmongDays(input: string, at: number): boolean {
  const [before, after] = [input.slice(Math.max(0, at - 3), at), input.slice(at, at + 3)];
  return (
    (/[月火水木金土日](?:曜日?)?$/.test(before) &&
      /^(?:・|、(?=[月火水木金土日](?![曜一-龠])))[月火水木金土日]/.test(after)) ||
    (/第[1-5]$/.test(before) && /^[・、](?:第|[1-5])/.test(after)) ||
    (/[0-9]日$/.test(before) && /^[・、][0-9]/.test(after))
  );
}

/** From here to the end of the sentence, or to a sign within it that no days or hours follow; the longest first. */
function clausesAt(input: string, at: number): { text: string; ends: boolean }[] {
  const clauses: { text: string; ends: boolean }[] = [];
  let depth = 0;
  for (let end = at; end <= Math.min(input.length, at + MOST_LETTERS); end++) {
    const sign = input[end];
    if (sign === '(') depth++;
    const ends =
      sign === undefined ||
      SIGNS.test(sign) ||
      (sign === ')' && --depth < 0) ||
      (sign === ' ' && OF_NEXT.test(input.slice(end, end + 12)));
    const parts =
      depth === 0 &&
      (sign === '、' ||
        sign === '・' ||
        (sign === ' ' && !/[0-9月火水木金土日毎第平午祝年]/.test(input[end + 1] ?? '')));
    if ((ends || (parts && !isAmongDays(input, end))) && end > at)
      clauses.unshift({ text: input.slice(at, end), ends });
    if (ends) break;
  }
  return clauses.length > MOST_CLAUSES
    ? clauses.filter((_, i) => i === 0 || i > clauses.length - MOST_CLAUSES)
    : clauses;
}
