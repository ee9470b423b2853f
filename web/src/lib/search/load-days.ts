import type { SearchDaysQuery } from '../graphql/gen/graphql.ts';
import { request } from '../graphql/request.ts';
import type { Voice } from '../i18n/voice.ts';
import { DaysQuery } from './day-queries.ts';
import { daysVariables } from './days-variables.ts';
import type { Filters } from './filters.ts';
import type { OwnPosition } from './search-variables.ts';

export type FoundDays = SearchDaysQuery;
export type FoundSession = SearchDaysQuery['sessions']['nodes'][number];

interface Asking {
  fetch: typeof globalThis.fetch;
  voice: Voice;
  filters: Filters;
  /** Epoch milliseconds. */
  now: number;
  own: OwnPosition | null;
}

/** What is on by day, for filters: counts of two weeks, and the sessions of the days that were asked for. */
export function loadDays({ fetch, voice, filters, now, own }: Asking): Promise<FoundDays> {
  return request(fetch, voice, DaysQuery, daysVariables(filters, now, own));
}
