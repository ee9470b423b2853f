import type { AgeInput, AreaInput, NearInput, PlaceFilter, PlaceOrder, WhenInput } from '../graphql/gen/graphql.ts';
import { addDays, dateInJapan, instantInJapan, instantOf, weekdayOf } from '../schedule/jst.ts';
import type { Box, Filters, When, Who } from './filters.ts';
import { isAsking } from './filters.ts';

/** What stays on the device: the visitor's rounded position, and a map section looked at while it is on. */
export interface OwnPosition {
  latitude: number;
  longitude: number;
  box: Box | null;
}

export interface SearchVariables {
  filter: PlaceFilter;
  near: NearInput | null;
  orderBy: PlaceOrder | null;
  ages: AgeInput[];
  first: number;
  after: string | null;
}

/** Variables of the search for filters at an instant (epoch milliseconds), around the visitor where they said so. */
export function searchVariables(filters: Filters, now: number, own: OwnPosition | null): SearchVariables {
  const near = nearOf(filters, own);
  return {
    filter: placeFilter(filters, now, own),
    near,
    // A text is ranked by the index itself (names before addresses); a point by distance.
    orderBy: near || filters.text ? null : 'OPENS_SOONEST',
    ages: agesOf(filters.who),
    first: filters.shown,
    after: filters.after,
  };
}

/** The filter alone: list, map and counts ask with the same one. */
export function placeFilter(filters: Filters, now: number, own: OwnPosition | null): PlaceFilter {
  const list = <T>(values: T[]): T[] | undefined => (values.length > 0 ? values : undefined);
  return {
    text: filters.text || undefined,
    needs: list(filters.needs),
    kinds: list(filters.kinds),
    activities: list(filters.activities),
    features: list(filters.features),
    access: isWalkIn(filters, own) ? ['DROP_IN'] : undefined,
    ages: list(agesOf(filters.who)),
    when: whenInput(filters.when, now),
    hours: ({ known: undefined, 'also-maybe': 'INCLUDE_MAYBE', 'only-maybe': 'ONLY_MAYBE' } as const)[filters.hours],
    includeNotStated: filters.includeNotStated || undefined,
    within: areaInput(filters, own),
    free: filters.free || undefined,
    childAlone: filters.childAlone || undefined,
    booking: filters.noBooking ? 'NOT_REQUIRED' : undefined,
  };
}

/** "Now", and a start where nothing is asked yet, mean what one can just walk into, unless somebody wants the rest too. */
export function isWalkIn(filters: Filters, own: OwnPosition | null): boolean {
  return !filters.anyAccess && (filters.when.kind === 'now' || (!isAsking(filters) && own === null));
}

/** Today means what is left of it: what is over already helps nobody. */
export function whenInput(when: When, now: number): WhenInput | undefined {
  const today = dateInJapan(now);
  switch (when.kind) {
    case 'any':
      return undefined;
    case 'now':
      return { openAt: instantInJapan(now) };
    case 'today':
      return { openDuring: { from: instantInJapan(now), to: instantOf(today, '24:00') } };
    case 'tomorrow':
      return { onDates: { from: addDays(today, 1), to: addDays(today, 1) } };
    case 'weekend':
      return { onDates: weekendFrom(today) };
    case 'day':
      return dayInput(when.date, when.from, when.to);
  }
}

function dayInput(date: string, from: string | null, to: string | null): WhenInput {
  if (!from && !to) return { onDates: { from: date, to: date } };
  const start = from ?? '00:00';
  const end = to && to > start ? to : '24:00';
  return { openDuring: { from: instantOf(date, start), to: instantOf(date, end) } };
}

/** The coming Saturday and Sunday; on a Sunday, that day alone. */
export function weekendFrom(today: string): { from: string; to: string } {
  const weekday = weekdayOf(today);
  if (weekday === 0) return { from: today, to: today };
  const saturday = addDays(today, 6 - weekday);
  return { from: saturday, to: addDays(saturday, 1) };
}

/** People as the API takes them. */
export function agesOf(who: Who[]): AgeInput[] {
  return who as AgeInput[];
}

function nearOf(filters: Filters, own: OwnPosition | null): NearInput | null {
  if (own) return { latitude: own.latitude, longitude: own.longitude };
  if (filters.where.kind !== 'point') return null;
  return { latitude: filters.where.latitude, longitude: filters.where.longitude };
}

function areaInput(filters: Filters, own: OwnPosition | null): AreaInput | undefined {
  if (own) return { bounds: own.box ?? boxAround(own, filters.radius) };
  const { where } = filters;
  if (where.kind === 'box') return { bounds: where.box };
  if (where.kind === 'point') return { bounds: boxAround(where, filters.radius) };
  if (where.kind === 'area') return where.code.length === 2 ? { prefecture: where.code } : areaOfCode(where.code);
  return undefined;
}

/** Six-digit codes of prefectures end in 000 and a check digit (全国地方公共団体コード). */
function areaOfCode(code: string): AreaInput {
  return code.slice(2, 5) === '000' ? { prefecture: code } : { municipality: code };
}

/** A square around a point, so that map and list can ask for the same area. Metres per degree as on the ellipsoid's mean. */
export function boxAround(point: { latitude: number; longitude: number }, meters: number): Box {
  const round = (value: number) => Math.round(value * 10000) / 10000;
  const up = meters / 111_320;
  const across = up / Math.cos((point.latitude * Math.PI) / 180);
  return {
    west: round(point.longitude - across),
    south: round(point.latitude - up),
    east: round(point.longitude + across),
    north: round(point.latitude + up),
  };
}
