/** What somebody asks for. The URL holds exactly this (filters-url.ts), the API gets it as variables (search-variables.ts). */
export const LIFE_STAGES = [
  'PREGNANCY',
  'BABY',
  'TODDLER',
  'PRESCHOOL',
  'PRIMARY_LOWER',
  'PRIMARY_UPPER',
  'JUNIOR_HIGH',
  'HIGH_SCHOOL',
  'YOUTH',
] as const;
export type LifeStage = (typeof LIFE_STAGES)[number];

/** One person who comes along. */
export type Who = { years: number } | { months: number } | { stage: LifeStage };

/**
 * When. `day` may have hours; without them any session of the day counts, its time known or not. `home`: there on foot,
 * and home again by a time of day.
 */
export type When =
  | { kind: 'any' | 'now' | 'today' | 'tomorrow' | 'weekend' }
  | { kind: 'home'; by: string }
  | { kind: 'day'; date: string; from: string | null; to: string | null };

/** A rectangle in degrees. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Where. A point is one that was chosen by name (a station, a town), never the visitor's own. */
export type Where =
  | { kind: 'anywhere' }
  | { kind: 'area'; code: string }
  | { kind: 'point'; latitude: number; longitude: number; name: string }
  | { kind: 'box'; box: Box };

/** Times to be home by that are offered; the third is what children are told most. */
export const HOME_TIMES = ['16:00', '16:30', '17:00', '17:30', '18:00', '19:00', '20:00'] as const;
export const DEFAULT_HOME_TIME = '17:00';

/** How far from a point, in metres: a walk, a bicycle ride, a bus ride, a train ride. */
export const RADII = [1000, 3000, 10000, 30000] as const;
export const DEFAULT_RADIUS = 3000;
export const PAGE_SIZE = 20;
/** The API answers at most this many at a time. */
export const MOST_SHOWN = 100;

export interface Filters {
  text: string;
  who: Who[];
  when: When;
  needs: string[];
  kinds: string[];
  activities: string[];
  features: string[];
  where: Where;
  /** Metres around a point or around the visitor. */
  radius: number;
  hours: 'known' | 'also-maybe' | 'only-maybe';
  /** Also places that do not say what is asked. */
  includeNotStated: boolean;
  free: boolean;
  childAlone: boolean;
  noBooking: boolean;
  /** With "now": also what needs booking, enrolment or an office. Otherwise now means what one can walk into. */
  anyAccess: boolean;
  /** How many places the list shows. */
  shown: number;
  /** Cursor behind which the list begins. */
  after: string | null;
}

export const NO_FILTERS: Filters = {
  text: '',
  who: [],
  when: { kind: 'any' },
  needs: [],
  kinds: [],
  activities: [],
  features: [],
  where: { kind: 'anywhere' },
  radius: DEFAULT_RADIUS,
  hours: 'known',
  includeNotStated: false,
  free: false,
  childAlone: false,
  noBooking: false,
  anyAccess: false,
  shown: PAGE_SIZE,
  after: null,
};

/** The same filters with parts changed, from the first page on. */
export function withFilters(filters: Filters, change: Partial<Filters>): Filters {
  return { ...filters, shown: PAGE_SIZE, after: null, ...change };
}

/** Whether somebody has asked for anything at all. */
export function isAsking(filters: Filters): boolean {
  const { text, who, when, needs, kinds, activities, features, where, free, childAlone, noBooking } = filters;
  const lists = [who, needs, kinds, activities, features].some((list) => list.length > 0);
  return text !== '' || lists || when.kind !== 'any' || where.kind !== 'anywhere' || free || childAlone || noBooking;
}

/** Codes of the features that decide for the needs that are asked: a child who does not go to school asks first who is told. */
export function decidingFeatures({ needs: asked }: Filters, needs: { code: string; features: string[] }[]): string[] {
  return [...new Set(needs.filter(({ code }) => asked.includes(code)).flatMap(({ features }) => features))];
}

/** Whether two people are the same wish. */
export function sameWho(one: Who, other: Who): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
