import { describe, expect, test } from 'vitest';
import { agesAdmit, type AgeBand } from '../../server/domain/age.ts';

const years = (from: number | null, until: number | null): AgeBand => ({
  from: from === null ? null : { months: from * 12, days: 0 },
  until: until === null ? null : { months: until * 12, days: 0 },
});

describe('agesAdmit', () => {
  test('is null where no ages are stated', () => {
    expect(agesAdmit(null, { years: 5 })).toBeNull();
    expect(agesAdmit([], { years: 5 })).toBeNull();
  });

  test('a band ends before the day its upper age is reached', () => {
    expect(agesAdmit([years(0, 18)], { years: 17 })).toBe(true);
    expect(agesAdmit([years(0, 18)], { years: 18 })).toBe(false);
  });

  test('a year asked for admits when some age within it does', () => {
    const fromSixMonths: AgeBand = { from: { months: 6, days: 0 }, until: { months: 36, days: -1 } };
    expect(agesAdmit([fromSixMonths], { years: 0 })).toBe(true);
    expect(agesAdmit([fromSixMonths], { months: 5 })).toBe(false);
    expect(agesAdmit([fromSixMonths], { months: 6 })).toBe(true);
    expect(agesAdmit([fromSixMonths], { months: 35 })).toBe(true);
    expect(agesAdmit([fromSixMonths], { months: 36 })).toBe(false);
  });

  test('57 days are in the second month of life', () => {
    const band: AgeBand = { from: { months: 0, days: 57 }, until: null };
    expect(agesAdmit([band], { months: 0 })).toBe(false);
    expect(agesAdmit([band], { months: 1 })).toBe(true);
    expect(agesAdmit([band], { months: 2 })).toBe(true);
  });

  test('null bounds have no limit, for a pregnancy either', () => {
    expect(agesAdmit([{ from: null, until: null }], { years: 70 })).toBe(true);
    expect(agesAdmit([{ from: null, until: null }], { stage: 'PREGNANCY' })).toBe(true);
    expect(agesAdmit([years(0, 18)], { stage: 'PREGNANCY' })).toBe(false);
  });

  test('a stage covers every age that a child in it can have', () => {
    expect(agesAdmit([years(6, 7)], { stage: 'PRESCHOOL' })).toBe(true);
    expect(agesAdmit([years(0, 6)], { stage: 'PRIMARY_LOWER' })).toBe(false);
    expect(agesAdmit([years(12, 13)], { stage: 'PRIMARY_UPPER' })).toBe(true);
    expect(agesAdmit([years(18, 19)], { stage: 'HIGH_SCHOOL' })).toBe(true);
    expect(agesAdmit([years(0, 18)], { stage: 'YOUTH' })).toBe(false);
  });

  test('stages that a band names decide over its ages', () => {
    const primary: AgeBand = { ...years(6, 13), stages: ['PRIMARY_LOWER', 'PRIMARY_UPPER'] };
    expect(agesAdmit([primary], { stage: 'JUNIOR_HIGH' })).toBe(false);
    expect(agesAdmit([primary], { stage: 'PRIMARY_UPPER' })).toBe(true);
    expect(agesAdmit([primary], { years: 12 })).toBe(true);
    expect(agesAdmit([primary], { years: 13 })).toBe(false);
  });

  test('a band of stages alone has the ages of its stages', () => {
    const primary: AgeBand = { from: null, until: null, stages: ['PRIMARY_LOWER', 'PRIMARY_UPPER'] };
    expect(agesAdmit([primary], { years: 5 })).toBe(false);
    expect(agesAdmit([primary], { years: 6 })).toBe(true);
    expect(agesAdmit([primary], { years: 13 })).toBe(false);
    expect(agesAdmit([{ from: null, until: null, stages: ['PREGNANCY'] }], { years: 30 })).toBe(false);
    expect(agesAdmit([{ from: null, until: null, stages: ['PREGNANCY'] }], { stage: 'PREGNANCY' })).toBe(true);
  });

  test('any of several bands is enough', () => {
    expect(agesAdmit([years(0, 3), years(12, 15)], { years: 13 })).toBe(true);
    expect(agesAdmit([years(0, 3), years(12, 15)], { years: 5 })).toBe(false);
  });

  test('a band of school stages alone admits the ages that such pupils can have and no others', () => {
    const primary: AgeBand[] = [{ from: null, until: null, stages: ['PRIMARY_LOWER', 'PRIMARY_UPPER'] }];
    expect(agesAdmit(primary, { years: 2 })).toBe(false);
    expect(agesAdmit(primary, { years: 5 })).toBe(false);
    expect(agesAdmit(primary, { years: 6 })).toBe(true);
    expect(agesAdmit(primary, { years: 12 })).toBe(true);
    expect(agesAdmit(primary, { years: 13 })).toBe(false);
    expect(agesAdmit(primary, { stage: 'PREGNANCY' })).toBe(false);
  });

  test('bounds beside stages narrow them: a kindergarten from the third birthday', () => {
    const kindergarten: AgeBand[] = [{ from: { months: 36, days: 0 }, until: null, stages: ['PRESCHOOL'] }];
    expect(agesAdmit(kindergarten, { months: 35 })).toBe(false);
    expect(agesAdmit(kindergarten, { months: 36 })).toBe(true);
    expect(agesAdmit(kindergarten, { years: 9 })).toBe(false);
  });
});
