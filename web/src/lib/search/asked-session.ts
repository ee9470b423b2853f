import type { SearchPlacesQuery } from '../graphql/gen/graphql.ts';
import type { Vocabulary } from '../shell/vocabulary.ts';
import type { Filters } from './filters.ts';
import { askedWindow } from './search-variables.ts';

type Node = SearchPlacesQuery['places']['edges'][number]['node'];
type Next = NonNullable<NonNullable<Node['schedule']['asked']>['next']>;

/** A session as a card shows it. */
export interface AskedSession {
  start: string;
  end: string | null;
  timeKnown: boolean;
  certain: boolean;
}

/**
 * When to go at the time that was asked: the next session in it, or what is left of one that already runs. null where
 * today was asked, which the badge answers, and where the session found may be for others than those who asked.
 */
export function askedSession(
  place: Pick<Node, 'kinds' | 'schedule'>,
  filters: Filters,
  vocabulary: Pick<Vocabulary, 'needs'>,
  now: number,
): AskedSession | null {
  const window = askedWindow(filters.when, now);
  const state = place.schedule.asked;
  if (!window || !state) return null;
  const next = state.next && Date.parse(state.next.start) < Date.parse(window.to) ? state.next : null;
  const startsWithWindow = next !== null && Date.parse(next.start) <= Date.parse(window.from);
  if (state.kind === 'OPEN' && !startsWithWindow) {
    const isLonger = state.until && Date.parse(state.until) > Date.parse(window.to);
    const end = isLonger ? window.to : (state.until ?? null);
    return { start: window.from, end, timeKnown: true, certain: true };
  }
  if (!next || !isForThem(next, place.kinds, filters, vocabulary)) return null;
  return { start: next.start, end: next.end ?? null, timeKnown: next.timeKnown, certain: next.certain };
}

/**
 * The API chooses the session by age, where any of several people may come; and not by activity. A session of its own
 * ages or activities is shown only where it surely serves what was asked.
 */
function isForThem(session: Next, kinds: string[], filters: Filters, { needs }: Pick<Vocabulary, 'needs'>): boolean {
  if (filters.who.length > 1 && session.ages) return false;
  if (session.activities.length === 0) return true;
  const wanted = needs.filter(({ code }) => filters.needs.includes(code));
  if (filters.activities.length + wanted.length === 0) return true;
  if (filters.activities.length === 0 && wanted.some((need) => need.kinds.some((kind) => kinds.includes(kind)))) {
    return true;
  }
  const activities = [...filters.activities, ...wanted.flatMap((need) => need.activities)];
  return session.activities.some((code) => activities.includes(code));
}
