import type { PlaceConnectionResolvers, PlaceEdgeResolvers } from './types.gen.ts';

/** A page of places: everything is there already but the facets, which are counted only when asked for. */
export const placeConnectionResolvers: PlaceConnectionResolvers = {
  edges: ({ hits }) => hits,
  nodes: ({ hits }) => hits.map(({ place }) => place),
  pageInfo: ({ hits, hasNext, hasPrevious }) => ({
    hasNextPage: hasNext,
    hasPreviousPage: hasPrevious,
    startCursor: hits[0]?.cursor ?? null,
    endCursor: hits.at(-1)?.cursor ?? null,
  }),
  totalCount: ({ total }) => total,
  unknownHoursCount: ({ unknownHours }) => unknownHours,
  notStated: ({ notStated }) => notStated,
  facets: (page) => page.facets(),
};

export const placeEdgeResolvers: PlaceEdgeResolvers = {
  node: ({ place }) => place,
};
