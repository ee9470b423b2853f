import type { SearchRequest } from '../domain/search-request.ts';
import { countCommon } from './bits.ts';
import type { Core } from './core.ts';
import { select } from './select.ts';

export interface FacetCount {
  code: string;
  count: number;
}

const GROUPS = ['kinds', 'activities', 'features', 'access'] as const;

/** Counts per code, the most frequent first; codes that no place has are left out. */
export type Facets = Record<(typeof GROUPS)[number], FacetCount[]>;

/**
 * How many places have each code, among those that match the request without its own filter on that group: what somebody
 * would find with another choice there.
 */
export function facetsOf(core: Core, request: SearchRequest): Facets {
  const { matched } = select(core, request);
  const facets: Facets = { kinds: [], activities: [], features: [], access: [] };
  for (const group of GROUPS) {
    const rows = request[group].length === 0 ? matched : select(core, { ...request, [group]: [] }).matched;
    for (const [code, bits] of core[group]) {
      const count = countCommon(rows, bits);
      if (count > 0) facets[group].push({ code, count });
    }
    if (rows !== matched) core.rooms.giveBack(rows);
    facets[group].sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  }
  core.rooms.giveBack(matched);
  return facets;
}
