import type { Messages } from '../i18n/ja.ts';
import type { Vocabulary } from '../shell/vocabulary.ts';
import { agesText } from './card-facts.ts';
import { feeBands } from './fee-bands.ts';
import type { PlaceDetail } from './place-detail.ts';

/** A fact as a sentence. `usual`: what is usual for its kind, not stated by the place; `verbatim`: the source's own words. */
export interface Sentence {
  text: string;
  usual?: boolean;
  verbatim?: boolean;
}

/** Who may come: ages, alone or not, the way in, residence, how many. */
export function whoSentences(place: PlaceDetail, vocabulary: Vocabulary, t: Messages): Sentence[] {
  const { ages, childAlone, access, eligibility } = place;
  return present([
    agesSentence(ages, vocabulary, t),
    ages?.text ? { text: ages.text, verbatim: true } : null,
    childAlone
      ? { text: childAlone.value ? t.place.alone : t.place.notAlone, usual: !childAlone.stated }
      : { text: t.place.aloneUnknown },
    access ? { text: t.place.access[access.value], usual: !access.stated } : null,
    eligibility ? { text: t.place.eligibility[eligibility.who] } : null,
    eligibility?.note ? { text: eligibility.note, verbatim: true } : null,
    place.serviceArea.length > 0 ? { text: t.place.serviceArea } : null,
    place.schoolDistricts.length > 0
      ? { text: `${t.place.schoolDistricts}: ${place.schoolDistricts.join(t.facts.join)}` }
      : null,
    place.capacity ? { text: t.place.capacity(place.capacity) } : null,
  ]);
}

function agesSentence(ages: PlaceDetail['ages'], vocabulary: Vocabulary, t: Messages): Sentence {
  if (!ages) return { text: t.place.whoAgesUnknown };
  const text = agesText(ages.bands, vocabulary, t);
  return { text: text === t.facts.anyAge ? t.place.whoAnyAge : t.place.whoAges(text), usual: !ages.stated };
}

/** What it costs, band by band where it is stated so. */
export function costSentences({ fee }: PlaceDetail, t: Messages): Sentence[] {
  if (!fee) return [{ text: t.place.feeUnknown }];
  const bands = feeBands(fee).map(({ band, yen }) => ({ text: `${t.facts.fee[band]}: ${t.facts.yen(yen)}` }));
  const children = fee.freeForChildren === true ? t.place.feeFree : t.place.feeNotFree;
  const isKnown = typeof fee.freeForChildren === 'boolean';
  return present([
    isKnown ? { text: children, usual: !fee.stated } : null,
    ...bands,
    fee.note ? { text: fee.note, verbatim: true } : null,
    !isKnown && bands.length === 0 && !fee.note ? { text: t.place.feeUnknown } : null,
  ]);
}

/** Whether one must book, how and until when. */
export function bookingSentences({ booking, access }: PlaceDetail, t: Messages): Sentence[] {
  if (!booking) {
    const isDropIn = access?.value === 'DROP_IN';
    return [isDropIn ? { text: t.place.access.DROP_IN, usual: !access.stated } : { text: t.place.bookingUnknown }];
  }
  return present([
    { text: t.place.bookingNeed[booking.need], usual: !booking.stated },
    typeof booking.deadlineMinutes === 'number'
      ? { text: t.place.bookingDeadline(durationText(booking.deadlineMinutes, t)) }
      : null,
    booking.how ? { text: booking.how, verbatim: true } : null,
    booking.note ? { text: booking.note, verbatim: true } : null,
  ]);
}

function durationText(minutes: number, t: Messages): string {
  if (minutes % 1440 === 0 && minutes > 0) return t.place.days(minutes / 1440);
  return minutes % 60 === 0 ? t.place.hours(minutes / 60) : t.place.minutes(minutes);
}

const present = (sentences: (Sentence | null)[]): Sentence[] => sentences.filter((sentence) => sentence !== null);
