import { agesAdmit } from '../../server/domain/age.ts';
import { calendarFactsOf } from '../../server/domain/calendar-facts.ts';
import type { Place } from '../../server/domain/place.ts';
import { openSpans } from '../../server/domain/schedule/spans.ts';
import { factsOf } from '../../server/domain/usual.ts';
import { NOW } from './places.ts';
import { DAYS } from './variants.ts';

/** A stretch in which a place is open for certain, in minutes since NOW, and whom it admits then: bit n, somebody of n years. */
export interface OpenNow {
  from: number;
  to: number;
  ages: number;
}

const MINUTE_MS = 60_000;
const OLDEST = 19;

/**
 * What a database needs to answer "open then, for somebody of that age" without an evaluator: every certain session of the
 * week from NOW, laid out. Written with the domain's own functions, since a team would do just that.
 */
export function openNow(place: Place): OpenNow[] {
  const usual = factsOf(place).ages?.value ?? null;
  return openSpans(place.schedule, NOW, NOW + DAYS * 86_400_000, calendarFactsOf(place))
    .filter(({ certain, timeKnown }) => certain && timeKnown)
    .map(({ start, end, slot }) => {
      const from = (start - NOW) / MINUTE_MS;
      // A session without an end is certain at its very beginning alone.
      const to = end === null ? from + 1 : (end - NOW) / MINUTE_MS;
      return { from, to, ages: agesMask(slot?.ages?.length ? slot.ages : usual) };
    });
}

function agesMask(bands: Parameters<typeof agesAdmit>[0]): number {
  let mask = 0;
  for (let years = 0; years < OLDEST; years++) if (agesAdmit(bands, { years }) === true) mask |= 1 << years;
  return mask;
}

/** Whether the place has a point that may be shown. */
export function pinOf({ location, addressHidden }: Place): { latitude: number; longitude: number } | null {
  return location === null || addressHidden || location.precision === 'MUNICIPALITY' ? null : location;
}
