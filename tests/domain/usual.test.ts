import { describe, expect, test } from 'vitest';
import { agesAdmit } from '../../server/domain/age.ts';
import { factsOf } from '../../server/domain/usual.ts';
import { KINDS } from '../../server/domain/vocabulary/kinds.ts';
import { NEEDS } from '../../server/domain/vocabulary/needs.ts';
import { ACTIVITY_CODES } from '../../server/domain/vocabulary/activities.ts';
import { aPlace } from '../support/a-place.ts';

const admits = (place: ReturnType<typeof aPlace>, years: number) =>
  agesAdmit(factsOf(place).ages?.value ?? null, { years });
const from = (months: number) => [{ from: { months, days: 0 }, until: null }];

describe('usual facts', () => {
  test('stand in where a place states nothing, and say so', () => {
    const { ages, free, childAlone, access, booking } = factsOf(aPlace({ kinds: ['children-center'] }));
    expect(ages).toMatchObject({ stated: false });
    expect(free).toEqual({ value: true, stated: false });
    expect(childAlone).toEqual({ value: true, stated: false });
    expect(access).toEqual({ value: 'DROP_IN', stated: false });
    expect(booking).toEqual({ value: 'NONE', stated: false });
  });

  test('never overrule what the place states', () => {
    expect(factsOf(aPlace({ kinds: ['children-center'], childAlone: false })).childAlone).toEqual({
      value: false,
      stated: true,
    });
  });

  test('of a kind that has none, leave the fact open', () => {
    expect(factsOf(aPlace({ kinds: ['third-place'] }))).toEqual({
      ages: null,
      access: null,
      free: null,
      childAlone: null,
      booking: null,
    });
  });

  test('of several kinds count only where they agree; their ages are united', () => {
    const both = factsOf(aPlace({ kinds: ['nursery', 'consultation-office'] }));
    expect(both.access).toBeNull();
    expect(agesAdmit(both.ages?.value ?? null, { years: 12 })).toBe(true);
  });
});

describe('an end that a stated range leaves open', () => {
  test('is closed by the stage of the kind: 「1歳クラスから」 of a nursery', () => {
    const nursery = aPlace({ kinds: ['nursery'], ages: from(12) });
    expect([0, 1, 5, 7, 9].map((years) => admits(nursery, years))).toEqual([false, true, true, false, false]);
  });

  test('stays open where the kind has no lawful limit: 「6歳以上」 of a こども食堂', () => {
    expect(admits(aPlace({ kinds: ['childrens-cafeteria'], ages: from(72) }), 40)).toBe(true);
  });

  test('stays open for everybody where everybody is stated', () => {
    expect(admits(aPlace({ kinds: ['nursery'], ages: [{ from: null, until: null }] }), 40)).toBe(true);
  });
});

describe('the vocabulary', () => {
  test('every kind is reachable from a need', () => {
    const reachable = new Set(NEEDS.flatMap(({ kinds }) => kinds));
    expect(KINDS.map(({ code }) => code).filter((code) => !reachable.has(code))).toEqual([]);
  });

  test('needs and kinds name activities that exist', () => {
    const named = [...NEEDS, ...KINDS].flatMap(({ activities }) => activities);
    expect(named.filter((code) => !ACTIVITY_CODES.has(code))).toEqual([]);
  });

  test('has the 25 kinds of the field, each once', () => {
    expect(new Set(KINDS.map(({ code }) => code)).size).toBe(25);
  });
});
