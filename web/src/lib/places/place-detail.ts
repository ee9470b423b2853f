import type { PlacePageQuery, PlaceSessionFragment } from '../graphql/gen/graphql.ts';

/** A place as its page asks for it. */
export type PlaceDetail = NonNullable<PlacePageQuery['place']>;

export type PlaceSession = PlaceSessionFragment;
