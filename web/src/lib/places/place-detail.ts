import type { PlaceDetailFragment, PlaceSessionFragment } from '../graphql/gen/graphql.ts';

/** A place as its page asks for it. */
export type PlaceDetail = PlaceDetailFragment;

export type PlaceSession = PlaceSessionFragment;
