import { expect, test } from 'vitest';
import { InputError } from '../../server/domain/errors.ts';
import type { NearInput, PlaceFilterInput } from '../../server/domain/search-input.ts';
import { searchRequest } from '../../server/domain/search-request.ts';
import { weeklyWindows } from '../../server/domain/search-when.ts';
import { NOW } from './world.ts';

const HOME = { latitude: 35.7, longitude: 139.75 };
const at = (text: string) => new Date(`2026-11-${text}:00+09:00`);

function refusal(filter: PlaceFilterInput, near: NearInput | null = null): string {
  try {
    searchRequest(filter, near, null, NOW);
  } catch (error) {
    if (error instanceof InputError) return `${error.code} ${error.argument.join('.')}`;
    throw error;
  }
  return 'accepted';
}

test('nothing asked is everything, by name; with a point by distance', () => {
  expect(searchRequest(null, null, null, NOW)).toEqual({
    text: null,
    needs: [],
    kinds: [],
    activities: [],
    features: [],
    access: [],
    ages: [],
    when: null,
    hours: 'KNOWN',
    includeNotStated: false,
    within: null,
    livesIn: null,
    free: null,
    childAlone: null,
    booking: null,
    near: null,
    orderBy: 'NAME',
    nameMatchesFirst: false,
  });
  expect(searchRequest({}, HOME, null, NOW)).toMatchObject({ orderBy: 'DISTANCE', near: { maxDistanceMeters: null } });
});

test('a window asks for 30 minutes, or for all of it where it is shorter', () => {
  const during = (to: string) =>
    searchRequest({ when: { openDuring: { from: at('24T15:00'), to: at(to) } } }, null, null, NOW).when;
  expect(during('24T17:00')).toMatchObject({ kind: 'DURING', minMinutes: 30 });
  expect(during('24T15:20')).toMatchObject({ kind: 'DURING', minMinutes: 20 });
});

test('a weekly time that ends before it begins goes on after midnight, eight weeks from today', () => {
  const { when } = searchRequest(
    { when: { weekly: { weekdays: ['FRIDAY'], from: '22:00', to: '02:00' } } },
    null,
    null,
    NOW,
  );
  const windows = when?.kind === 'WEEKLY' ? weeklyWindows(when) : [];
  expect(windows).toHaveLength(8);
  expect(windows[0]).toEqual({ from: at('27T22:00').getTime(), to: at('28T02:00').getTime() });
});

test('bounds of a map that was turned around the world are those of the world', () => {
  const within = (west: number, east: number) =>
    searchRequest({ within: { bounds: { west, east, south: 30, north: 40 } } }, null, null, NOW).within;
  expect(within(490, 500)).toEqual({ bounds: { west: 130, east: 140, south: 30, north: 40 } });
  expect(within(170, 190)).toEqual({ bounds: { west: 170, east: -170, south: 30, north: 40 } });
  expect(within(-400, 400)).toEqual({ bounds: { west: -180, east: 180, south: 30, north: 40 } });
});

test('a prefecture may be given by two digits, its code, or as a municipality', () => {
  for (const area of [{ prefecture: '13' }, { prefecture: '130001' }, { municipality: '130001' }]) {
    expect(searchRequest({ within: area }, null, null, NOW).within).toEqual({ prefecture: '13' });
  }
});

test.each<[string, PlaceFilterInput]>([
  ['TOO_LONG filter.text', { text: 'あ'.repeat(101) }],
  ['TOO_LONG filter.kinds', { kinds: Array.from({ length: 51 }, (_, code) => String(code)) }],
  ['INVALID filter.ages.0', { ages: [{ years: 3, months: 4 }] }],
  ['INVALID filter.ages.1', { ages: [{ years: 3 }, { years: -1 }] }],
  ['INVALID filter.ages.0', { ages: [{}] }],
  ['TOO_LONG filter.ages', { ages: Array.from({ length: 13 }, () => ({ years: 3 })) }],
  ['INVALID filter.when', { when: {} }],
  ['INVALID filter.when', { when: { openAt: at('24T15:00'), onDates: { from: '2026-11-24', to: '2026-11-24' } } }],
  ['INVALID filter.when.openAt', { when: { openAt: new Date(NaN) } }],
  ['INVALID filter.when.openDuring.to', { when: { openDuring: { from: at('24T15:00'), to: at('24T15:00') } } }],
  [
    'INVALID filter.when.openDuring.minMinutes',
    { when: { openDuring: { from: at('24T15:00'), to: at('24T16:00'), minMinutes: 61 } } },
  ],
  ['INVALID filter.when.onDates.from', { when: { onDates: { from: '2026-02-30', to: '2026-03-01' } } }],
  ['INVALID filter.when.onDates.to', { when: { onDates: { from: '2026-11-24', to: '2026-11-23' } } }],
  ['TOO_LONG filter.when.onDates.to', { when: { onDates: { from: '2026-11-24', to: '2027-01-26' } } }],
  ['INVALID filter.when.weekly.weekdays', { when: { weekly: { weekdays: [], from: '09:00', to: '12:00' } } }],
  ['INVALID filter.when.weekly.to', { when: { weekly: { weekdays: ['MONDAY'], from: '09:00', to: '24:01' } } }],
  ['REQUIRED filter.when.visit', { when: { visit: { from: at('24T15:00'), homeBy: at('24T17:45') } } }],
  ['INVALID filter.within', { within: {} }],
  ['INVALID filter.within.bounds', { within: { bounds: { west: 139, east: 140, south: 36, north: 35 } } }],
  ['INVALID filter.within.prefecture', { within: { prefecture: '48' } }],
  ['BAD_CHECK_DIGIT filter.within.municipality', { within: { municipality: '131058' } }],
  ['INVALID filter.livesIn', { livesIn: '13105' }],
])('%s is refused: %j', (expected, filter) => {
  expect(refusal(filter)).toBe(expected);
});

test('a point outside the world, or a distance of nothing, is refused', () => {
  expect(refusal({}, { latitude: 91, longitude: 0 })).toBe('INVALID near');
  expect(refusal({}, { ...HOME, maxDistanceMeters: 0 })).toBe('INVALID near.maxDistanceMeters');
  expect(() => searchRequest({}, null, 'DISTANCE', NOW)).toThrow('give `near`');
});
