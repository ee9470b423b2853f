import { agesAdmit } from '../domain/age.ts';
import type { SearchRequest } from '../domain/search-request.ts';
import type { Need } from '../domain/vocabulary/needs.ts';
import { type Bits, hasBit } from './bits.ts';
import type { Core } from './core.ts';
import type { SlotFacts } from './schedule-table.ts';
import type { SpanBuffer } from './span-buffer.ts';

/** What is asked of a session, as sets of rows where the place's facts hold. */
export interface PlaceLevel {
  /** null: not asked. */
  activities: Bits | null;
  /** Needs met by a kind of the place, whatever it offers then, and by its activities. null: not asked. */
  needs: { byKind: Bits; byActivity: Bits } | null;
  access: Bits | null;
  booking: { yes: Bits; known: Bits } | null;
}

/** Facts that a row may leave unsaid. */
export interface Lenient {
  ages: boolean;
  booking: boolean;
}

/** A `Lenient` of two booleans: one of four, so that looking at a row makes no object. */
export const lenientIn = (ages: boolean, booking: boolean): Lenient => LENIENT[(ages ? 1 : 0) | (booking ? 2 : 0)]!;

const LENIENT: Lenient[] = [0, 1, 2, 3].map((bits) => ({ ages: (bits & 1) !== 0, booking: (bits & 2) !== 0 }));

/**
 * Who is served by each session of a place, one bit for each person asked (one bit in all where no ages are): a session's
 * own ages, activities, access and booking go before the place's.
 */
export interface SlotTests {
  everybody: number;
  /** Masks of the spans in a buffer, for a row. The array is reused by the next call. */
  masks(row: number, spans: SpanBuffer, lenient: Lenient): Int32Array;
  /** The mask of one session of a row. */
  mask(row: number, slotId: number, lenient: Lenient): number;
  /** The same, by the number of the facts that the session has of its own. */
  maskOfFacts(row: number, factsId: number, lenient: Lenient): number;
  /** For whom a session with such facts of its own is, by their number: of those who are asked for. */
  whom(factsId: number): Whom;
  /** Below `SIGNATURES`: rows of one signature, with one schedule, have the same masks. */
  signature(row: number, lenient: Lenient): number;
}

/** Who a session is for, as far as its own facts say. */
export type Whom = 'NOBODY' | 'EVERYBODY' | 'AS_THE_PLACE' | 'ASK_THE_ROW';

export const SIGNATURES = 2 ** 17;

/** How a session's own facts answer: INHERIT where it has none of that sort. */
interface Own {
  ages: number;
  activities: number;
  needs: number;
  access: number;
  booking: number;
}

const INHERIT = -1;

export function slotTests(core: Core, request: SearchRequest, needs: Need[], level: PlaceLevel): SlotTests {
  const everybody = request.ages.length === 0 ? 1 : (1 << request.ages.length) - 1;
  const owns: Own[] = [];
  const whoms: Whom[] = [];
  const admitted: number[] = [];
  const ownOf = (id: number) => (owns[id] ??= ownAnswers(core.table.slotFacts(id), request, needs, everybody));
  const maskOfFacts = (row: number, factsId: number, lenient: Lenient): number => {
    const own = ownOf(factsId);
    if (!offers(own, row, level, lenient)) return 0;
    if (own.ages !== INHERIT || request.ages.length === 0) return own.ages === INHERIT ? everybody : own.ages;
    return admittedByPlace(row, lenient);
  };
  const mask = (row: number, slotId: number, lenient: Lenient) =>
    maskOfFacts(row, core.table.slotFactsOf(slotId), lenient);
  /** Whom the place's ages admit, where a session has none of its own. */
  const admittedByPlace = (row: number, lenient: Lenient): number => {
    if (!hasBit(core.agesKnown, row)) return lenient.ages ? everybody : 0;
    const set = core.ageSet[row]!;
    return (admitted[set] ??= peopleMask(core.ageSets.values[set]!, request));
  };
  let room = new Int32Array(64);
  return {
    everybody,
    mask,
    maskOfFacts,
    whom: (factsId) => (whoms[factsId] ??= whomOf(ownOf(factsId), request.ages.length > 0, level, everybody)),
    signature(row, lenient) {
      const ages = request.ages.length === 0 ? 0 : admittedByPlace(row, lenient);
      return ages * 32 + placeBits(row, level, lenient);
    },
    masks(row, spans, lenient) {
      if (room.length < spans.length) room = new Int32Array(spans.length * 2);
      for (let at = 0; at < spans.length; at++) room[at] = mask(row, spans.slot[at]!, lenient);
      return room;
    },
  };
}

/** The place's own answers to all but ages, five bits. */
function placeBits(row: number, { activities, needs, access, booking }: PlaceLevel, lenient: Lenient): number {
  const bit = (bits: Bits | null | undefined, at: number) => (bits && hasBit(bits, row) ? 1 << at : 0);
  const booked = booking && (hasBit(booking.known, row) ? hasBit(booking.yes, row) : lenient.booking);
  return (
    bit(activities, 0) | bit(access, 1) | bit(needs?.byKind, 2) | bit(needs?.byActivity, 3) | (booked ? 1 << 4 : 0)
  );
}

function ownAnswers(
  { ages, activities, access, booking }: SlotFacts,
  request: SearchRequest,
  needs: Need[],
  everybody: number,
): Own {
  const offered = activities?.length ? activities : null;
  return {
    ages: ages?.length ? (request.ages.length === 0 ? everybody : peopleMask(ages, request)) : INHERIT,
    activities: offered ? Number(request.activities.some((code) => offered.includes(code))) : INHERIT,
    needs: offered ? Number(needs.some((need) => need.activities.some((code) => offered.includes(code)))) : INHERIT,
    access: access ? Number(request.access.includes(access)) : INHERIT,
    booking: booking ? Number(suits(booking.need, request.booking)) : INHERIT,
  };
}

function whomOf(own: Own, agesAsked: boolean, level: PlaceLevel, everybody: number): Whom {
  const asked = [
    ...(level.activities ? [own.activities] : []),
    ...(level.access ? [own.access] : []),
    ...(level.booking ? [own.booking] : []),
  ];
  // Needs may be met by the kind of the place, whatever a session offers.
  if ((agesAsked && own.ages === 0) || asked.includes(0)) return 'NOBODY';
  if (level.needs) asked.push(own.needs);
  if ([...(agesAsked ? [own.ages] : []), ...asked].every((answer) => answer === INHERIT)) return 'AS_THE_PLACE';
  const admitsAll = !agesAsked || own.ages === everybody;
  return admitsAll && asked.every((answer) => answer === 1) ? 'EVERYBODY' : 'ASK_THE_ROW';
}

function suits(need: string, asked: SearchRequest['booking']): boolean {
  return asked === 'NOT_REQUIRED' ? need !== 'REQUIRED' : need === asked;
}

function peopleMask(bands: NonNullable<SlotFacts['ages']>, { ages }: SearchRequest): number {
  return ages.reduce((mask, age, person) => (agesAdmit(bands, age) === true ? mask | (1 << person) : mask), 0);
}

function offers(own: Own, row: number, level: PlaceLevel, lenient: Lenient): boolean {
  const { activities, needs, access, booking } = level;
  if (activities && !(own.activities === INHERIT ? hasBit(activities, row) : own.activities)) return false;
  if (access && !(own.access === INHERIT ? hasBit(access, row) : own.access)) return false;
  if (needs && !hasBit(needs.byKind, row)) {
    if (!(own.needs === INHERIT ? hasBit(needs.byActivity, row) : own.needs)) return false;
  }
  if (!booking) return true;
  if (own.booking !== INHERIT) return own.booking === 1;
  return hasBit(booking.known, row) ? hasBit(booking.yes, row) : lenient.booking;
}
