import type { DraftQuery, SavePlaceMutation } from '../graphql/gen/graphql.ts';

/** A place of the viewer with what is being written. */
export type MyDraft = NonNullable<NonNullable<DraftQuery['viewer']>['myPlace']>;
/** A place as its operator may change it. */
export type EditedPlace = NonNullable<MyDraft['place']>;
export type EditedSession = EditedPlace['schedule']['sessions'][number];
export type Conflict = NonNullable<SavePlaceMutation['savePlace']['conflict']>;
