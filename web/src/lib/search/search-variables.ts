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
  /** Whether the cards say what is on at the time that was asked, and the moment before it. */
  hasAsked: boolean;
  askedAt: string | null;
  first: number;
  after: string | null;
}

/** Variables of the search for filters at an instant (epoch milliseconds), around the visitor where they said so. */
export function searchVariables(filters: Filters, now: number, own: OwnPosition | null): SearchVariables {
  const near = nearOf(filters, own);
  const asked = askedWindow(filters.when, now);
  return {
    filter: placeFilter(filters, now, own),
    near,
    // A text is ranked by the index itself (names before addresses); a point by distance.
    orderBy: near || filters.text ? null : 'OPENS_SOONEST',
    ages: agesOf(filters.who),
    hasAsked: asked !== null,
    // A second before, so that what begins with the window is the next session then.
    askedAt: asked && instantInJapan(Date.parse(asked.from) - 1000),
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
    when: whenInput(filters.when, now, nearOf(filters, own) !== null),
    hours: ({ known: undefined, 'also-maybe': 'INCLUDE_MAYBE', 'only-maybe': 'ONLY_MAYBE' } as const)[filters.hours],
    includeNotStated: filters.includeNotStated || undefined,
    within: areaInput(filters, own),
    free: filters.free || undefined,
    childAlone: filters.childAlone || undefined,
    booking: filters.noBooking ? 'NOT_REQUIRED' : undefined,
  };
}

/**
 * "Now", an outing on foot, and a start where nothing is asked yet mean what one can just walk into, unless somebody
 * wants the rest too.
 */
export function isWalkIn(filters: Filters, own: OwnPosition | null): boolean {
  if (filters.anyAccess) return false;
  return ['now', 'home'].includes(filters.when.kind) || (!isAsking(filters) && own === null);
}

/**
 * Today means what is left of it: what is over already helps nobody. `hasNear`: home is known; where it is not, being
 * home by some time can only mean open before it.
 */
export function whenInput(when: When, now: number, hasNear = false): WhenInput | undefined {
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
    case 'home': {
      const { from, to } = homeWindow(when.by, now);
      return hasNear ? { visit: { from, homeBy: to } } : { openDuring: { from, to } };
    }
  }
}

/** A shorter time is no visit: half an hour inside, and the way. */
const SHORTEST_OUTING_MS = 45 * 60_000;
/** Tomorrow's outing begins when school is over, about three hours before it ends. */
const AFTER_SCHOOL_MS = 3 * 60 * 60_000;

/** From when to when one may be out. Where it is too late for that today, tomorrow after school. */
export function homeWindow(by: string, now: number): { from: string; to: string; isTomorrow: boolean } {
  const today = dateInJapan(now);
  const to = instantOf(today, by);
  if (Date.parse(to) - now >= SHORTEST_OUTING_MS) return { from: instantInJapan(now), to, isTomorrow: false };
  const next = instantOf(addDays(today, 1), by);
  return { from: instantInJapan(Date.parse(next) - AFTER_SCHOOL_MS), to: next, isTomorrow: true };
}

/** The time that was asked for where it is another than today's: today the badge itself says it. */
export function askedWindow(when: When, now: number): { from: string; to: string } | null {
  const input = whenInput(when, now);
  if (input?.onDates) {
    return { from: instantOf(input.onDates.from, '00:00'), to: instantOf(input.onDates.to, '24:00') };
  }
  return when.kind === 'day' && input?.openDuring ? { from: input.openDuring.from, to: input.openDuring.to } : null;
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

/** Where the search measures from: the visitor, where they said so, else a point chosen by name. */
export function nearOf(filters: Filters, own: OwnPosition | null): NearInput | null {
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
