import type { MyPlaceQuery } from '../graphql/gen/graphql.ts';

/** A place of the viewer, as its page shows it. */
export type MyPlace = NonNullable<NonNullable<MyPlaceQuery['viewer']>['myPlace']>;
export type KeptPlace = NonNullable<MyPlace['place']>;
