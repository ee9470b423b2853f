import { describe, expect, test } from 'vitest';
import type { AgeBand } from '../../server/domain/age.ts';
import { readAges } from '../../server/domain/read-ages.ts';
import { readConditions } from '../../server/domain/read-conditions.ts';

/** `3..72`, `57d..36`, `36..` with the initials of stages. */
function short(bands: AgeBand[] | null): string | null {
  if (bands === null) return null;
  const point = (at: AgeBand['from']): string =>
    at === null ? '' : at.days === 0 ? `${at.months}` : at.months === 0 ? `${at.days}d` : `${at.months}${at.days}d`;
  return bands
    .map((band) => `${point(band.from)}..${point(band.until)}${band.stages ? ` ${band.stages.join(' ')}` : ''}`)
    .join(' | ');
}

const PRIMARY = 'PRIMARY_LOWER PRIMARY_UPPER';
const BEFORE_SCHOOL = 'BABY TODDLER PRESCHOOL';

describe('readAges', () => {
  test.each([
    ['0歳から5歳', '0..72'],
    ['６歳～１２歳（小学校１年生～６年生）', `72..156 ${PRIMARY}`],
    ['小学校1年生から6年生', `72..156 ${PRIMARY}`],
    ['18歳未満', '..216'],
    ['18歳まで', '..228'],
    ['3ヶ月から', '3..'],
    ['(幼)3歳から(保)1歳6ヶ月から', '36.. | 18..'],
    ['原則、未就園児', `..84 ${BEFORE_SCHOOL}`],
    ['小学生', `72..156 ${PRIMARY}`],
    ['学童', `72..156 ${PRIMARY}`],
    ['3ヶ月から2歳児クラス相当まで', '3..48'],
    ['3ヶ月から小学校6年生まで', `3..156 ${BEFORE_SCHOOL} ${PRIMARY}`],
    ['産休明け～2歳児', '57d..36'],
    ['満３歳～５歳', '36..72'],
    ['1歳クラスから', '12..'],
    ['57日～5歳', '57d..72'],
    ['生後57日から～5歳', '57d..72'],
    ['1歳10か月', '22..'],
    ['産休あけ', '57d..'],
    ['2歳半～5歳', '30..72'],
    ['0歳6か月から満3歳未満', '6..36'],
    ['6か月から3歳の誕生日の前々日まで', '6..36-1d'],
    ['就学前', `..84 ${BEFORE_SCHOOL}`],
    ['小学4年生から6年生と中学校生', '108..156 PRIMARY_UPPER | 144..192 JUNIOR_HIGH'],
    ['0〜18歳', '0..228'],
    ['どなたでも', '..'],
    ['妊婦', '.. PREGNANCY'],
  ])('%s', (text, expected) => {
    expect(short(readAges(text))).toBe(expected);
  });

  test.each(['', '要相談', '3歳', '高校生は対象外', '主に小学生', '5歳から3歳', '子ども、独居高齢者、若者'])(
    'leaves 「%s」 unread rather than guess',
    (text) => {
      expect(readAges(text)).toBeNull();
    },
  );
});

describe('readConditions', () => {
  test.each([
    ['なし', '..', 'ANYONE', null],
    ['どなたでも', '..', 'ANYONE', null],
    ['小学生のみ', `72..156 ${PRIMARY}`, undefined, null],
    ['小学生とその家族', `72..156 ${PRIMARY}`, undefined, null],
    ['中高生', '144..228 JUNIOR_HIGH HIGH_SCHOOL', undefined, null],
    ['おおむね１８歳未満', '..216', undefined, null],
    ['未就学児は保護者同伴', null, undefined, true],
    ['児童の保護者は対象外', null, undefined, true],
    ['保護者同伴が必要', null, undefined, false],
    ['市内在住の小学生', `72..156 ${PRIMARY}`, 'RESIDENTS', null],
    ['ひとり親家庭の親子', null, undefined, null],
    ['誰でも参加可能\n小学生は親の了解が必要', '..', 'ANYONE', null],
  ])('%s', (text, ages, who, childAlone) => {
    const reading = readConditions(text, '131059');
    expect([short(reading.ages), reading.eligibility?.who, reading.childAlone]).toEqual([ages, who, childAlone]);
  });

  test('residents are of the municipality of the place', () => {
    expect(readConditions('区内在住の方', '131059').eligibility).toEqual({
      who: 'RESIDENTS',
      municipalities: ['131059'],
    });
  });
});
