import type { ModeratedPlaceQuery, ModerationQuery } from '../graphql/gen/graphql.ts';

/** What waits for a moderator. */
export type Moderation = NonNullable<NonNullable<ModerationQuery['viewer']>['moderation']>;
export type Review = Moderation['reviews']['nodes'][number];
export type Report = Moderation['reports']['nodes'][number];
/** A place as its moderator sees it. */
export type ModeratedPlace = NonNullable<
  NonNullable<NonNullable<ModeratedPlaceQuery['viewer']>['moderation']>['place']
>;
