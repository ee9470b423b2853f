import type { AgeBand, AgePoint } from './age.ts';
import type { Access, Booking } from './access.ts';
import type { Place } from './place.ts';
import { KIND_BY_CODE, type KindEntry } from './vocabulary/kinds.ts';

/** A fact as an answer gives it: stated by the place, or usual for its kind. */
export interface Fact<T> {
  value: T;
  stated: boolean;
}

/** The facts that can be searched; null: neither stated nor usual, so it matches no filter on it. */
export interface PlaceFacts {
  ages: Fact<AgeBand[]> | null;
  access: Fact<Access> | null;
  /** Free for children. */
  free: Fact<boolean> | null;
  childAlone: Fact<boolean> | null;
  booking: Fact<Booking['need']> | null;
}

/**
 * What holds of a place: what it states, else what is usual for its kind (design: "a blank is never a yes by itself").
 * With several kinds the usual value is taken only where those that have one agree; ages are united.
 */
export function factsOf(place: Place): PlaceFacts {
  const kinds = place.kinds.map((code) => KIND_BY_CODE.get(code)).filter((entry) => entry !== undefined);
  const access = fact(
    place.access,
    agreed(kinds, (entry) => entry.access),
  );
  return {
    ages: fact(place.ages && closedByKind(place.ages, usualAges(kinds)), usualAges(kinds)),
    access,
    free: fact(
      place.fee.freeForChildren,
      agreed(kinds, (entry) => entry.free),
    ),
    childAlone: fact(
      place.childAlone,
      agreed(kinds, (entry) => entry.childAlone),
    ),
    booking: fact(place.booking?.need ?? null, usualBooking(access?.value ?? null)),
  };
}

function fact<T>(stated: T | null, usual: T | null): Fact<T> | null {
  if (stated !== null) return { value: stated, stated: true };
  return usual === null ? null : { value: usual, stated: false };
}

function agreed<T>(kinds: KindEntry[], of: (entry: KindEntry) => T | null): T | null {
  const values = new Set(kinds.map(of).filter((value) => value !== null));
  const [first] = values;
  return values.size === 1 && first !== undefined ? first : null;
}

function usualAges(kinds: KindEntry[]): AgeBand[] | null {
  const bands = kinds.map((entry) => entry.ages);
  return bands.length === 0 || bands.includes(null) ? null : bands.flatMap((each) => each ?? []);
}

/** Where one just goes, nobody books; where one books, one must. */
function usualBooking(access: Access | null): Booking['need'] | null {
  if (access === 'DROP_IN') return 'NONE';
  return access === 'BOOKED' ? 'REQUIRED' : null;
}

/**
 * 「1歳クラスから」 of a nursery does not admit a nine-year-old: an end that a stated range leaves open is closed by the
 * kind's own, where the kind has one by law (school stages, or both ends). 「どなたでも」, open at both ends, stays open.
 */
function closedByKind(stated: AgeBand[], usual: AgeBand[] | null): AgeBand[] {
  const limits = usual?.filter(({ stages }) => !stages?.includes('PREGNANCY')) ?? [];
  const lawful =
    limits.length > 0 && limits.every(({ from, until, stages }) => stages !== undefined || (from && until));
  if (!lawful) return stated;
  return stated.flatMap((band) => (isHalfOpen(band) ? limits.map((limit) => narrowed(band, limit)) : [band]));
}

const isHalfOpen = ({ from, until, stages }: AgeBand) => (from === null) !== (until === null) && !stages?.length;

function narrowed(band: AgeBand, limit: AgeBand): AgeBand {
  return {
    from: outer(band.from, limit.from, 1),
    until: outer(band.until, limit.until, -1),
    ...(limit.stages ? { stages: limit.stages } : {}),
  };
}

/** The later (1) or the earlier (-1) of two ends, null being no limit. */
function outer(a: AgePoint | null, b: AgePoint | null, direction: 1 | -1): AgePoint | null {
  if (a === null || b === null) return a ?? b;
  return direction * (a.months * 31 + a.days - b.months * 31 - b.days) >= 0 ? a : b;
}
