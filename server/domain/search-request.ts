import type { AskedAge } from './age.ts';
import { InputError } from './errors.ts';
import type { Access } from './access.ts';
import { readAges, readArea, readCodes, readMunicipality, readNear, readText } from './search-input.ts';
import type { PlaceFilterInput, NearInput } from './search-input.ts';
import type { Area, BookingFilter, HoursFilter, Near } from './search-terms.ts';
import { type When, readWhen } from './search-when.ts';

export type PlaceOrder = 'DISTANCE' | 'OPENS_SOONEST' | 'NAME' | 'RECENTLY_CONFIRMED';

/**
 * What somebody searches for, validated, capped and with every default filled in: a plain value. An empty list or null
 * means that nothing is asked there.
 */
export interface SearchRequest {
  text: string | null;
  needs: string[];
  kinds: string[];
  activities: string[];
  features: string[];
  access: Access[];
  ages: AskedAge[];
  when: When | null;
  hours: HoursFilter;
  includeNotStated: boolean;
  within: Area | null;
  livesIn: string | null;
  free: boolean | null;
  childAlone: boolean | null;
  booking: BookingFilter | null;
  near: Near | null;
  orderBy: PlaceOrder;
  /** With a text, no `near` and no order asked: places whose name or reading holds every word come before the others. */
  nameMatchesFirst: boolean;
}

const ACCESS: readonly Access[] = ['DROP_IN', 'BOOKED', 'ENROLLED', 'REFERRAL', 'VISITS'];

/**
 * The request that a filter, a point and an order ask for.
 * @param now milliseconds since the epoch; `weekly` counts its eight weeks from its day.
 * @throws InputError naming the argument and saying what to give instead.
 */
export function searchRequest(
  filter: PlaceFilterInput | null | undefined,
  near: NearInput | null | undefined,
  orderBy: PlaceOrder | null | undefined,
  now: number,
): SearchRequest {
  const asked = filter ?? {};
  const home = readNear(near);
  const text = readText(asked.text);
  return {
    text,
    needs: readCodes(asked.needs, 'needs'),
    kinds: readCodes(asked.kinds, 'kinds'),
    activities: readCodes(asked.activities, 'activities'),
    features: readCodes(asked.features, 'features'),
    access: readAccess(asked.access),
    ages: readAges(asked.ages),
    when: readWhen(asked.when, home !== null, now),
    hours: asked.hours ?? 'KNOWN',
    includeNotStated: asked.includeNotStated ?? false,
    within: readArea(asked.within),
    livesIn: readMunicipality(asked.livesIn, ['filter', 'livesIn']),
    free: asked.free ?? null,
    childAlone: asked.childAlone ?? null,
    booking: asked.booking ?? null,
    near: home,
    orderBy: readOrder(orderBy, home),
    nameMatchesFirst: text !== null && home === null && (orderBy ?? null) === null,
  };
}

function readAccess(access: readonly Access[] | null | undefined): Access[] {
  const asked = [...new Set(access ?? [])];
  const unknown = asked.find((each) => !ACCESS.includes(each));
  if (unknown !== undefined) throw new InputError('INVALID', ['filter', 'access'], `Use one of ${ACCESS.join(', ')}.`);
  return asked;
}

function readOrder(orderBy: PlaceOrder | null | undefined, near: Near | null): PlaceOrder {
  if (orderBy === 'DISTANCE' && near === null) {
    throw new InputError('INVALID', ['orderBy'], 'Order DISTANCE needs a point: give `near`, or another order.');
  }
  return orderBy ?? (near === null ? 'NAME' : 'DISTANCE');
}
