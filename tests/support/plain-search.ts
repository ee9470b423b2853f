import { agesAdmit } from '../../server/domain/age.ts';
import { boundsContain, distanceMeters } from '../../server/domain/geo.ts';
import { areaContains } from '../../server/domain/municipality-code.ts';
import type { Place } from '../../server/domain/place.ts';
import {
  answerAt,
  answerDuring,
  answerOnDates,
  type Answer,
  type SlotFilters,
} from '../../server/domain/schedule/answer.ts';
import type { CalendarFacts, TimeSlot } from '../../server/domain/schedule/schedule.ts';
import type { SearchRequest } from '../../server/domain/search-request.ts';
import { foldText, spellingsOf, wordsOf } from '../../server/domain/search-text.ts';
import { type When, weeklyWindows } from '../../server/domain/search-when.ts';
import { factsOf, type PlaceFacts } from '../../server/domain/usual.ts';
import { NEEDS } from '../../server/domain/vocabulary/needs.ts';
import { listMunicipalities } from '../../server/gazetteer/municipalities.ts';

/**
 * The search as plain predicates over domain values, one place at a time: what the index must equal. It imports nothing
 * from server/search/.
 */

export const FACTS = ['ages', 'childAlone', 'free', 'booking'] as const;
export type FactName = (typeof FACTS)[number];

/** The point a place is drawn at; null where it has none of its own. */
export function pinOf(place: Place): Place['location'] {
  return place.addressHidden || place.location?.precision === 'MUNICIPALITY' ? null : place.location;
}

export function calendarOf(place: Place): CalendarFacts {
  return { confirmedAt: place.confirmedAt?.getTime() ?? null };
}

/** Distance from `near`; null without it or without a pin. */
export function distanceOf(place: Place, { near }: SearchRequest): number | null {
  const pin = pinOf(place);
  return near === null || pin === null ? null : distanceMeters(near, pin);
}

/** Whether a place is in the result. `lenient`: facts for which "not stated" is good enough. */
export function matches(place: Place, request: SearchRequest, lenient: readonly FactName[]): boolean {
  const answer = verdict(place, request, lenient);
  if (request.when === null || request.hours === 'KNOWN') return answer === 'YES';
  return request.hours === 'ONLY_MAYBE' ? answer === 'MAYBE' : answer !== 'NO';
}

/** Facts that a request forgives for not being stated. */
export const forgiven = ({ includeNotStated }: SearchRequest): readonly FactName[] => (includeNotStated ? FACTS : []);

/** YES or NO without `when`; with it the answer for the hours, NO where anything else fails. */
export function verdict(place: Place, request: SearchRequest, lenient: readonly FactName[]): Answer {
  const facts = factsOf(place);
  if (!matchesPlace(place, facts, request, lenient)) return 'NO';
  const filters = slotFilters(place, facts, request, lenient);
  if (request.when === null) return filters.every((filter) => filter(null) === 'YES') ? 'YES' : 'NO';
  return hoursAnswer(place, request, request.when, filters);
}

function matchesPlace(place: Place, facts: PlaceFacts, request: SearchRequest, lenient: readonly FactName[]): boolean {
  const { kinds, features, within, near, text, livesIn } = request;
  if (kinds.length > 0 && !kinds.some((kind) => place.kinds.includes(kind))) return false;
  if (!features.every((feature) => place.features.includes(feature))) return false;
  if (!boolean(facts.free?.value, request.free, lenient.includes('free'))) return false;
  if (!boolean(facts.childAlone?.value, request.childAlone, lenient.includes('childAlone'))) return false;
  if (within !== null && !isWithin(place, within)) return false;
  if (near?.maxDistanceMeters != null && !((distanceOf(place, request) ?? Infinity) < near.maxDistanceMeters)) {
    return false;
  }
  if (livesIn !== null && !mayUse(place, livesIn)) return false;
  return text === null || wordsOf(text).every((word) => holdsWord(place, word));
}

function boolean(value: boolean | undefined, asked: boolean | null, lenient: boolean): boolean {
  if (asked === null) return true;
  return value === undefined ? lenient : value === asked;
}

function isWithin(place: Place, within: NonNullable<SearchRequest['within']>): boolean {
  if ('bounds' in within) {
    const pin = pinOf(place);
    return pin !== null && boundsContain(within.bounds, pin);
  }
  if (place.municipalityCode === null) return false;
  if ('prefecture' in within) return place.municipalityCode.startsWith(within.prefecture);
  return areaContains(within.municipality, place.municipalityCode);
}

/** Residents of a municipality: not where only others may come, nor a visiting service that does not serve it. */
function mayUse(place: Place, livesIn: string): boolean {
  const overlaps = (code: string) => areaContains(code, livesIn) || areaContains(livesIn, code);
  if (place.serviceArea.length > 0) return place.serviceArea.some(overlaps);
  const who = place.eligibility?.who;
  if (who !== 'RESIDENTS' && who !== 'SCHOOL_DISTRICT') return true;
  const named = place.eligibility?.municipalities ?? [];
  const admitted = named.length > 0 ? named : [place.municipalityCode];
  return admitted.some((code) => code === null || overlaps(code));
}

const TOWNS = listMunicipalities().map(({ code, name, shortName, prefecture, kana }) => ({
  code,
  prefecture: foldText(prefecture),
  full: [name, shortName, prefecture + name].map(foldText),
  beginnings: [name, shortName, kana].map(foldText),
}));

/** What a function found is kept: a word is held against hundreds of places. */
function remembering<T>(find: (word: string) => T): (word: string) => T {
  const found = new Map<string, T>();
  return (word) => {
    if (!found.has(word)) found.set(word, find(word));
    return found.get(word)!;
  };
}

/** Words that name an area in full, with the areas they name. */
const areasNamed = remembering((word) => ({
  towns: TOWNS.filter(({ full }) => full.includes(word)),
  prefecture: TOWNS.find(({ prefecture }) => prefecture === word)?.code.slice(0, 2) ?? null,
}));

export function holdsWord(place: Place, word: string): boolean {
  const { towns, prefecture } = areasNamed(word);
  const code = place.municipalityCode;
  if (towns.length > 0 || prefecture !== null) {
    if (code === null) return addressOf(place).includes(word);
    return towns.some((each) => areaContains(each.code, code)) || prefecture === code.slice(0, 2);
  }
  const says = (part: string) =>
    inFields([...nameFields(place), addressOf(place), foldText(place.operator ?? '')], part) || inTown(place, part);
  const split = splitAtArea(word);
  return says(word) || (split !== null && holdsWord(place, split.area) && says(split.rest));
}

/** 文京区ひろば, ひろば文京区: the longest area at an end of a word, and what is left of it, two letters at least. */
const splitAtArea = remembering((word): { area: string; rest: string } | null => {
  const splits = Array.from({ length: word.length }, (_, at) => [word.slice(0, at), word.slice(at)]).flatMap(
    ([head = '', tail = '']) => [
      { area: head, rest: tail },
      { area: tail, rest: head },
    ],
  );
  const fit = splits.filter(({ area, rest }) => {
    const { towns, prefecture } = areasNamed(area);
    return (
      rest.length >= 2 && '都道府県市区町村'.includes(area.at(-1) ?? '-') && (towns.length > 0 || prefecture !== null)
    );
  });
  return (
    fit.sort(
      (a, b) => b.area.length - a.area.length || Number(word.startsWith(b.area)) - Number(word.startsWith(a.area)),
    )[0] ?? null
  );
});

/** Whether the name or the reading holds every word that does not name an area. */
export function inName(place: Place, text: string): boolean {
  return wordsOf(text)
    .filter((word) => areasNamed(word).towns.length === 0 && areasNamed(word).prefecture === null)
    .every((word) => [word, splitAtArea(word)?.rest ?? word].some((each) => inFields(nameFields(place), each)));
}

const inFields = (fields: string[], word: string) =>
  spellingsOf(word).some((spelling) => fields.some((field) => field.includes(spelling)));

const nameFields = (place: Place) => [foldText(place.name), foldText(place.kana ?? '')];

const addressOf = ({ addressHidden, address }: Place) =>
  addressHidden || address === null ? '' : foldText(`${address.text} ${address.building ?? ''}`);

/** しぶや, 渋谷: the municipality whose name or reading begins with the word. */
function inTown({ municipalityCode }: Place, word: string): boolean {
  const town = TOWNS.find(({ code }) => code === municipalityCode);
  return town !== undefined && word.length > 1 && town.beginnings.some((each) => each.startsWith(word));
}

/** What a session must offer: one filter for everybody who comes; facts that a session does not have are the place's. */
export function slotFilters(
  place: Place,
  facts: PlaceFacts,
  request: SearchRequest,
  lenient: readonly FactName[],
): SlotFilters {
  const offers = (slot: TimeSlot | null) => {
    const activities = slot?.activities?.length ? slot.activities : place.activities;
    const access = slot?.access ?? facts.access?.value;
    return (
      offersActivity(place, activities, request) &&
      (request.access.length === 0 || (access !== undefined && request.access.includes(access))) &&
      booked(slot?.booking?.need ?? facts.booking?.value, request, lenient.includes('booking'))
    );
  };
  const people = request.ages.length === 0 ? [null] : request.ages;
  return people.map((person) => (slot) => {
    if (!offers(slot)) return 'NO';
    if (person === null) return 'YES';
    const admitted = agesAdmit(slot?.ages?.length ? slot.ages : (facts.ages?.value ?? null), person);
    return (admitted ?? lenient.includes('ages')) ? 'YES' : 'NO';
  });
}

function offersActivity(place: Place, activities: string[], request: SearchRequest): boolean {
  const asked = request.activities;
  if (asked.length > 0 && !asked.some((activity) => activities.includes(activity))) return false;
  if (request.needs.length === 0) return true;
  return NEEDS.filter(({ code }) => request.needs.includes(code)).some(
    (need) =>
      need.kinds.some((kind) => place.kinds.includes(kind)) ||
      need.activities.some((activity) => activities.includes(activity)),
  );
}

function booked(need: string | undefined, { booking }: SearchRequest, lenient: boolean): boolean {
  if (booking === null) return true;
  if (need === undefined) return lenient;
  return booking === 'NOT_REQUIRED' ? need !== 'REQUIRED' : need === booking;
}

function hoursAnswer(place: Place, request: SearchRequest, when: When, filters: SlotFilters): Answer {
  const facts = calendarOf(place);
  const { schedule } = place;
  switch (when.kind) {
    case 'AT':
      return answerAt(schedule, when.at, facts, filters);
    case 'DURING':
      return answerDuring(schedule, when.from, when.to, when.minMinutes, facts, filters);
    case 'DATES':
      return answerOnDates(schedule, when.from, when.to, facts, filters);
    case 'WEEKLY': {
      const answers = weeklyWindows(when).map(({ from, to }) =>
        answerDuring(schedule, from, to, when.minMinutes, facts, filters),
      );
      return answers.includes('YES') ? 'YES' : answers.includes('MAYBE') ? 'MAYBE' : 'NO';
    }
    case 'VISIT': {
      const walk = walkMs(place, request);
      if (walk === null || when.from + 2 * walk + when.minMinutes * 60_000 > when.homeBy) return 'NO';
      const arrival = when.from + walk;
      return answerDuring(schedule, arrival, arrival + when.minMinutes * 60_000, when.minMinutes, facts, filters);
    }
  }
}

/** One way on foot in ms, 1.3 times as far as the crow flies; null where the place has no point of its own. */
export function walkMs(place: Place, request: SearchRequest): number | null {
  const distance = distanceOf(place, request);
  if (distance === null || request.when?.kind !== 'VISIT') return null;
  return Math.ceil(((distance * 1.3) / request.when.metersPerMinute) * 60_000);
}
