import { YEAR_MS } from '../domain/schedule/calendar-day.ts';
import type { AgePoint } from '../domain/age.ts';
import { phrasesOf } from '../domain/phrases.ts';
import type { Place } from '../domain/place.ts';
import { publicView } from '../domain/public-view.ts';
import { romajiOf } from '../domain/romaji.ts';
import { keptFactsOf } from './place-facts.ts';
import { municipalityByCode } from '../gazetteer/municipalities.ts';
import { seesHidden } from './account.ts';
import { jsonLdOf } from './json-ld.ts';
import { scheduleOf } from './schedule.ts';
import type { PlaceAges, PlaceResolvers } from './types.gen.ts';

/** Fields whose answer depends on who asks, and only where `hidesSomething`. */
export const ASK_WHERE_HIDDEN: ReadonlySet<string> = new Set(['address', 'location', 'contact']);

export const hidesSomething = ({ addressHidden, phonesHidden }: Place): boolean =>
  addressHidden === true || phonesHidden === true;

/** Fields of a place that differ from the domain value. What asks for its place alone takes one parameter: see `ready`. */
export const placeResolvers: PlaceResolvers = {
  romaji: ({ kana }) => romajiOf(kana),
  phrases: ({ name, description, easyDescription }) => ({
    name: phrasesOf(name),
    description: description === null ? null : phrasesOf(description),
    easyDescription: easyDescription === null ? null : phrasesOf(easyDescription),
  }),
  ages: agesOf,
  childAlone: (place) => keptFactsOf(place).childAlone,
  access: (place) => keptFactsOf(place).access,
  fee(place) {
    const free = keptFactsOf(place).free;
    const { freeForChildren: _, ...bands } = place.fee;
    const stated = Object.values(place.fee).some((value) => value !== null);
    return free === null && !stated ? null : { ...bands, freeForChildren: free?.value ?? null, stated };
  },
  booking(place) {
    const need = keptFactsOf(place).booking;
    if (need === null) return null;
    const { how = null, deadlineMinutes = null, note = null } = place.booking ?? {};
    return { need: need.value, stated: need.stated, how, deadlineMinutes, note };
  },
  eligibility: ({ eligibility }) =>
    eligibility && {
      who: eligibility.who,
      municipalities: eligibility.municipalities ?? [],
      note: eligibility.note ?? null,
    },
  address: (place, _, context) => (place.addressHidden && !seesHidden(place, context) ? null : place.address),
  location: (place, _, context) => (place.addressHidden && !seesHidden(place, context) ? null : place.location),
  contact: (place, _, context) =>
    place.phonesHidden && !seesHidden(place, context) ? publicView(place).contact : place.contact,
  phonesHidden: ({ phonesHidden }) => phonesHidden === true,
  photos: ({ photos }) => (photos ?? []).map((photo) => ({ ...photo, waiting: false })),
  serves: ({ serviceArea }) => serviceArea.flatMap((code) => municipalityByCode(code) ?? []),
  municipality: ({ municipalityCode }) => (municipalityCode === null ? null : municipalityByCode(municipalityCode)),
  schedule: scheduleOf,
  jsonLd: (place, _, { publicUrl, now }) => jsonLdOf(publicView(place), publicUrl, now),
  mayBeOutdated: ({ confirmedAt }, _, { now }) => confirmedAt !== null && now - confirmedAt.getTime() > YEAR_MS,
  partOf: ({ partOf }, _, { index }) => (partOf === null ? null : index.place(partOf)),
  parts: ({ id }, _, { index }) => index.partsOf(id),
  worksWith: ({ worksWith }, _, { index }) => worksWith.map((id) => index.place(id)).filter((place) => place !== null),
};

function agesOf(place: Place): PlaceAges | null {
  const fact = keptFactsOf(place).ages;
  if (fact === null) return null;
  const bands = fact.value.map(({ from, until, stages = [] }) => ({ from, until, stages }));
  return {
    from: extreme(
      bands.map(({ from }) => from),
      -1,
    ),
    until: extreme(
      bands.map(({ until }) => until),
      1,
    ),
    stages: [...new Set(bands.flatMap(({ stages }) => stages))],
    bands,
    stated: fact.stated,
    text: place.agesText,
  };
}

/** The outermost of several ends; null where one of them has no limit. */
function extreme(points: (AgePoint | null)[], direction: 1 | -1): AgePoint | null {
  const known = points.filter((point) => point !== null);
  if (known.length < points.length) return null;
  const inDays = ({ months, days }: AgePoint) => months * 31 + days;
  return known.sort((a, b) => direction * (inDays(b) - inDays(a)))[0] ?? null;
}
