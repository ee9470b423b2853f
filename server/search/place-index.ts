import { boundsContain, normalBounds, type Bounds } from '../domain/geo.ts';
import type { Place, Precision } from '../domain/place.ts';
import { formatLocalDate, parseLocalDate, startOfDay, epochDayAt } from '../domain/schedule/calendar-day.ts';
import type { LocalDate, OpenSpan } from '../domain/schedule/schedule.ts';
import { openSpans } from '../domain/schedule/spans.ts';
import { stateAt, type OpenStateKind } from '../domain/schedule/state.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import { foldText } from '../domain/search-text.ts';
import { factsOf } from '../domain/usual.ts';
import { KINDS } from '../domain/vocabulary/kinds.ts';
import { NEEDS } from '../domain/vocabulary/needs.ts';
import { listMunicipalities } from '../gazetteer/municipalities.ts';
import {
  calendarOf,
  distanceOf,
  FACTS,
  forgiven,
  inName,
  matches,
  pinOf,
  slotFilters,
  verdict,
  walkMs,
} from './plain.ts';

export interface Page {
  /** 1–100. */
  first: number;
  /** Cursor of the last hit of the page before. */
  after: string | null;
}

export interface SearchHit {
  place: Place;
  cursor: string;
  /** As the crow flies; null without `near` and where the place has no point of its own. */
  distanceMeters: number | null;
  /** Set where a visit was asked; ms since the epoch. */
  visit: { arriveAt: number; leaveBy: number; homeAt: number } | null;
}

export interface FacetCount {
  code: string;
  count: number;
}

export interface Facets {
  kinds: FacetCount[];
  activities: FacetCount[];
  features: FacetCount[];
  access: FacetCount[];
}

export interface SearchPage {
  hits: SearchHit[];
  total: number;
  unknownHours: number;
  notStated: { ages: number; childAlone: number; free: number; booking: number };
  /** Counted when called. */
  facets(): Facets;
  hasNext: boolean;
  hasPrevious: boolean;
}

export interface MapAnswer {
  clusters: { latitude: number; longitude: number; count: number; bounds: Bounds }[];
  points: {
    id: string;
    name: string;
    latitude: number;
    longitude: number;
    kinds: string[];
    precision: Precision;
    state: OpenStateKind;
  }[];
  totalCount: number;
  withoutPointCount: number;
}

export interface SessionPage {
  edges: { node: { span: OpenSpan; place: Place }; cursor: string }[];
  nodes: { span: OpenSpan; place: Place }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: number;
}

export interface Suggestion {
  type: 'PLACE' | 'MUNICIPALITY' | 'PREFECTURE' | 'TOWN' | 'STATION' | 'KIND' | 'NEED';
  label: string;
  detail: string | null;
  id: string | null;
  code: string | null;
  latitude: number | null;
  longitude: number | null;
}

export interface PlaceIndex {
  readonly size: number;
  apply(change: { upserts: Place[]; removals: string[] }): void;
  place(id: string): Place | null;
  partsOf(id: string): Place[];
  /** Replaces everything by these places; until it is done, what was there goes on answering. */
  load(batches: AsyncIterable<Place[]>): Promise<void>;
  search(request: SearchRequest, page: Page, now: number): SearchPage;
  map(request: SearchRequest, bounds: Bounds, zoom: number, now: number): MapAnswer;
  sessions(request: SearchRequest, from: number, to: number, page: Page, now: number): SessionPage;
  sessionDays(
    request: SearchRequest,
    from: LocalDate,
    to: LocalDate,
    now: number,
  ): { date: LocalDate; count: number; maybeCount: number }[];
  suggest(text: string, first: number): Suggestion[];
  each(request: SearchRequest, now: number): Iterable<Place>;
}

/** Names for suggestions that no place of the directory has. */
export interface PlaceNames {
  findTowns(
    text: string,
    limit: number,
  ): { name: string; municipality: { prefecture: string; name: string }; latitude: number; longitude: number }[];
  findStations(text: string, limit: number): { name: string; line: string; latitude: number; longitude: number }[];
}

export interface IndexOptions {
  towns?: PlaceNames;
}

/** First form: one scan a request. */
export function createPlaceIndex(initial: Iterable<Place>, _options: IndexOptions = {}): PlaceIndex {
  const places = new Map<string, Place>();
  for (const place of initial) places.set(place.id, place);
  const all = (request: SearchRequest) =>
    [...places.values()].filter((place) => matches(place, request, forgiven(request)));
  const ordered = (request: SearchRequest, now: number) => sorted(all(request), request, now);
  return {
    get size() {
      return places.size;
    },
    apply({ upserts, removals }) {
      for (const place of upserts) places.set(place.id, place);
      for (const id of removals) places.delete(id);
    },
    async load(batches) {
      const ids = new Set<string>();
      for await (const batch of batches) {
        for (const place of batch) {
          ids.add(place.id);
          places.set(place.id, place);
        }
      }
      for (const id of places.keys()) if (!ids.has(id)) places.delete(id);
    },
    place: (id) => places.get(id) ?? null,
    partsOf: (id) => [...places.values()].filter(({ partOf }) => partOf === id),
    search(request, page, now) {
      const hits = ordered(request, now);
      const cut = sliced(hits, page, ({ id }) => id);
      return {
        hits: cut.items.map((place) => hitOf(place, request)),
        total: hits.length,
        unknownHours:
          request.when === null
            ? 0
            : [...places.values()].filter((place) => verdict(place, request, forgiven(request)) === 'MAYBE').length,
        notStated: notStated([...places.values()], request),
        facets: () => facets([...places.values()], request),
        hasNext: cut.hasNext,
        hasPrevious: cut.hasPrevious,
      };
    },
    map: (request, bounds, zoom, now) => mapOf(all(request), normalBounds(bounds), zoom, now),
    sessions(request, from, to, page) {
      const found = all(request)
        .flatMap((place) => sessionsOf(place, request, from, to).map((span) => ({ span, place })))
        .sort((a, b) => a.span.start - b.span.start || (a.place.id < b.place.id ? -1 : 1));
      const cut = sliced(found, page, ({ span, place }) => `${span.start}:${place.id}`);
      const edges = cut.items.map((node) => ({ node, cursor: cursorOf(`${node.span.start}:${node.place.id}`) }));
      return {
        edges,
        nodes: cut.items,
        pageInfo: {
          hasNextPage: cut.hasNext,
          hasPreviousPage: cut.hasPrevious,
          startCursor: edges[0]?.cursor ?? null,
          endCursor: edges.at(-1)?.cursor ?? null,
        },
        totalCount: found.length,
      };
    },
    sessionDays(request, from, to) {
      const [first, last] = [parseLocalDate(from) ?? 0, parseLocalDate(to) ?? 0];
      const days = Array.from({ length: last - first + 1 }, (_, index) => ({
        date: formatLocalDate(first + index),
        count: 0,
        maybeCount: 0,
      }));
      for (const place of all(request)) {
        for (const span of sessionsOf(
          place,
          { ...request, hours: 'INCLUDE_MAYBE' },
          startOfDay(first),
          startOfDay(last + 1),
        )) {
          const day = days[epochDayAt(span.start) - first];
          if (day) day[span.certain ? 'count' : 'maybeCount']++;
        }
      }
      return days;
    },
    suggest: (text, first) => suggestions([...places.values()], text).slice(0, first),
    each: (request, now) => ordered(request, now),
  };
}

const cursorOf = (key: string) => Buffer.from(key).toString('base64url');

function sliced<T>(items: T[], { first, after }: Page, keyOf: (item: T) => string) {
  const start = after === null ? 0 : items.findIndex((item) => cursorOf(keyOf(item)) === after) + 1;
  return { items: items.slice(start, start + first), hasNext: items.length > start + first, hasPrevious: start > 0 };
}

function sorted(places: Place[], request: SearchRequest, now: number): Place[] {
  const key = (place: Place): (number | string)[] => {
    if (request.orderBy === 'DISTANCE') return [distanceOf(place, request) ?? Infinity];
    if (request.orderBy === 'RECENTLY_CONFIRMED') return [-(place.confirmedAt?.getTime() ?? 0)];
    if (request.orderBy === 'OPENS_SOONEST') {
      const facts = calendarOf(place);
      const next = openSpans(place.schedule, now, now + 7 * 86_400_000, facts).find((span) => span.certain);
      return [Math.max(now, next?.start ?? Infinity)];
    }
    const first = request.nameMatchesFirst && !inName(place, request.text ?? '') ? 1 : 0;
    return [first, place.kana === null ? 1 : 0, foldText(place.kana ?? ''), place.name];
  };
  return places
    .map((place) => ({ place, key: [...key(place), place.id] }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ place }) => place);
}

function compare(a: (number | string)[], b: (number | string)[]): number {
  const at = a.findIndex((each, index) => each !== b[index]);
  if (at < 0) return 0;
  return (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}

function hitOf(place: Place, request: SearchRequest): SearchHit {
  const walk = walkMs(place, request);
  const { when } = request;
  const visit =
    when?.kind === 'VISIT' && walk !== null
      ? { arriveAt: when.from + walk, leaveBy: when.homeBy - walk, homeAt: when.homeBy }
      : null;
  return { place, cursor: cursorOf(place.id), distanceMeters: distanceOf(place, request), visit };
}

function notStated(places: Place[], request: SearchRequest): SearchPage['notStated'] {
  const base = forgiven(request);
  const counts = { ages: 0, childAlone: 0, free: 0, booking: 0 };
  for (const fact of FACTS) {
    const without = base.filter((each) => each !== fact);
    counts[fact] = places.filter(
      (place) => !matches(place, request, without) && matches(place, request, [...without, fact]),
    ).length;
  }
  return counts;
}

function facets(places: Place[], request: SearchRequest): Facets {
  const count = (other: SearchRequest, codes: (place: Place) => string[]) => {
    const counts = new Map<string, number>();
    for (const place of places) {
      if (!matches(place, other, forgiven(other))) continue;
      for (const code of codes(place)) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    return [...counts].map(([code, n]) => ({ code, count: n }));
  };
  return {
    kinds: count({ ...request, kinds: [] }, ({ kinds }) => kinds),
    activities: count({ ...request, activities: [] }, ({ activities }) => activities),
    features: count({ ...request, features: [] }, ({ features }) => features),
    access: count({ ...request, access: [] }, (place) => [factsOf(place).access?.value ?? []].flat()),
  };
}

function mapOf(places: Place[], bounds: Bounds, zoom: number, now: number): MapAnswer {
  const without = places.filter((place) => pinOf(place) === null).length;
  const size = 360 / 2 ** Math.min(zoom + 3, 22);
  const cells = new Map<string, Place[]>();
  for (const place of places) {
    const pin = pinOf(place);
    if (pin === null || !boundsContain(bounds, pin)) continue;
    const cell = zoom >= 16 ? place.id : `${Math.floor(pin.longitude / size)}:${Math.floor(pin.latitude / size)}`;
    cells.set(cell, [...(cells.get(cell) ?? []), place]);
  }
  const answer: MapAnswer = { clusters: [], points: [], totalCount: without, withoutPointCount: without };
  for (const group of cells.values()) {
    answer.totalCount += group.length;
    const pins = group.map((place) => pinOf(place)!);
    const [first] = group;
    if (group.length === 1 && first) answer.points.push(pointOf(first, now));
    else {
      const mean = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
      const [latitudes, longitudes] = [pins.map(({ latitude }) => latitude), pins.map(({ longitude }) => longitude)];
      answer.clusters.push({
        latitude: mean(latitudes),
        longitude: mean(longitudes),
        count: group.length,
        bounds: {
          west: Math.min(...longitudes),
          south: Math.min(...latitudes),
          east: Math.max(...longitudes),
          north: Math.max(...latitudes),
        },
      });
    }
  }
  return answer;
}

function pointOf(place: Place, now: number): MapAnswer['points'][number] {
  const { latitude, longitude, precision } = pinOf(place)!;
  const { kind } = stateAt(place.schedule, now, { facts: calendarOf(place), booking: place.booking });
  return { id: place.id, name: place.name, latitude, longitude, kinds: place.kinds, precision, state: kind };
}

function sessionsOf(place: Place, request: SearchRequest, from: number, to: number): OpenSpan[] {
  const filters = slotFilters(place, factsOf(place), request, forgiven(request));
  return openSpans(place.schedule, from, to, calendarOf(place)).filter(
    (span) =>
      span.session &&
      (request.hours === 'INCLUDE_MAYBE' || span.certain === (request.hours === 'KNOWN')) &&
      filters.every((filter) => filter(span.slot) === 'YES'),
  );
}

const EMPTY = { detail: null, id: null, code: null, latitude: null, longitude: null };

function suggestions(places: Place[], text: string): Suggestion[] {
  const typed = foldText(text);
  if (typed === '') return [];
  const found: Suggestion[] = [];
  for (const { name, kana, prefecture, code, latitude, longitude } of listMunicipalities()) {
    if (!foldText(name).startsWith(typed) && !foldText(kana).startsWith(typed)) continue;
    found.push({ ...EMPTY, type: 'MUNICIPALITY', label: name, detail: prefecture, code, latitude, longitude });
  }
  for (const { code, ja } of KINDS)
    if (foldText(ja).includes(typed)) found.push({ ...EMPTY, type: 'KIND', label: ja, code });
  for (const { code, ja } of NEEDS)
    if (foldText(ja).includes(typed)) found.push({ ...EMPTY, type: 'NEED', label: ja, code });
  for (const place of places) {
    if (!inName(place, text)) continue;
    const pin = pinOf(place);
    found.push({
      ...EMPTY,
      type: 'PLACE',
      label: place.name,
      detail: place.addressHidden ? null : (place.address?.text ?? null),
      id: place.id,
      latitude: pin?.latitude ?? null,
      longitude: pin?.longitude ?? null,
    });
  }
  return found;
}
