import { expect, it } from 'vitest';
import type { Filters } from '../../web/src/lib/search/filters.ts';
import { NO_FILTERS } from '../../web/src/lib/search/filters.ts';
import { looseningsOf } from '../../web/src/lib/search/loosenings.ts';
import { suggestionHref } from '../../web/src/lib/search/choose-suggestion.ts';

const labels = (change: Partial<Filters>, isNear = false) =>
  looseningsOf({ ...NO_FILTERS, ...change }, isNear).map(({ label }) => label);

it('"now" is loosened by what needs booking first, then by asking, then by tomorrow', () => {
  expect(labels({ when: { kind: 'now' }, who: [{ years: 9 }] })).toEqual([
    'anyAccess',
    'askToo',
    'tomorrow',
    'anyTime',
    'unstatedToo',
    'anyAge',
  ]);
});

it('around a point the next radius is offered, until the last', () => {
  expect(labels({ radius: 3000 }, true)).toContain('farther');
  expect(labels({ radius: 30000 }, true)).not.toContain('farther');
  expect(looseningsOf(NO_FILTERS, true).find(({ label }) => label === 'farther')?.filters.radius).toBe(10000);
});

it('a loosened search starts at its first page', () => {
  const [first] = looseningsOf({ ...NO_FILTERS, free: true, shown: 60, after: 'x' }, false);
  expect(first?.filters).toEqual({ ...NO_FILTERS, free: false });
});

const suggestion = { romaji: null, detail: null, id: null, code: null, latitude: null, longitude: null };

it('a suggested place leads to its page, everything else into the search', () => {
  const filters = { ...NO_FILTERS, text: 'ほん', free: true };
  expect(suggestionHref({ ...suggestion, type: 'PLACE', label: 'x', id: 'p1' }, filters)).toBe('/places/p1');
  expect(suggestionHref({ ...suggestion, type: 'MUNICIPALITY', label: '文京区', code: '131059' }, filters)).toBe(
    '/?area=131059&free=1',
  );
  expect(suggestionHref({ ...suggestion, type: 'NEED', label: 'x', code: 'eat' }, filters)).toBe('/?need=eat&free=1');
  const station = { ...suggestion, type: 'STATION' as const, label: '本郷', latitude: 35.70812, longitude: 139.76 };
  expect(suggestionHref(station, filters)).toBe('/?at=35.7081%2C139.76&name=%E6%9C%AC%E9%83%B7&free=1');
});
