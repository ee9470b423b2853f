import { similarPlaces } from '../accounts/duplicates.ts';
import type { Asking } from '../accounts/people.ts';
import { mayRead, moderatedPrefixes, type ReadRight } from '../accounts/rights.ts';
import { differences } from '../domain/describe-field.ts';
import { emptyPlace } from '../domain/empty-place.ts';
import type { Place } from '../domain/place.ts';
import type { StoredReview } from '../store/reviews.ts';
import { areaOf, pageSize, photosOfPlace } from './account.ts';
import { askingOf, type Context } from './context.ts';
import { revisionsOf } from './revisions.ts';
import type { ModeratedPlaceResolvers, ModerationResolvers, ReportResolvers, ReviewResolvers } from './types.gen.ts';

const YEAR_MS = 365.2425 * 86_400_000;

/** What a moderator sees; every list is asked for the own areas alone. */
export const moderationResolvers: ModerationResolvers = {
  areas: ({ account }) =>
    account.roles.flatMap(({ role, area }) => (role === 'MODERATOR' && area ? [areaOf(area)] : [])),
  async reviews(viewer, { first, after }, context) {
    const { people } = askingOf(context);
    const page = await people.store.reviews.waiting(moderatedPrefixes(viewer), pageSize(first), after ?? null);
    return { ...page, hasPrevious: Boolean(after) };
  },
  async review(viewer, { id }, context) {
    const { people } = askingOf(context);
    const review = await people.store.reviews.byId(id);
    const place = review && (await people.store.places.read(review.placeId));
    return place && mayRead(viewer, place, 'reviews') ? review : null;
  },
  async reports(viewer, { first, after }, context) {
    const { people } = askingOf(context);
    const page = await people.store.reviews.reports(moderatedPrefixes(viewer), pageSize(first), after ?? null);
    return { ...page, hasPrevious: Boolean(after) };
  },
  async stale(viewer, { first, after }, context) {
    const { people, now } = askingOf(context);
    const query = { areas: moderatedPrefixes(viewer), before: new Date(now - YEAR_MS), first: pageSize(first) };
    const page = await people.store.places.stale({ ...query, after: after ?? null });
    return { ...page, hasPrevious: Boolean(after) };
  },
  async place(viewer, { id }, context) {
    const place = await askingOf(context).people.store.places.read(id);
    return place && mayRead(viewer, place, 'reviews') ? place : null;
  },
};

/** A list of a place for who may see it by the table, whatever led here. */
const seen = async <T>(
  place: Place,
  what: ReadRight,
  context: Context,
  list: (asking: Asking) => Promise<T[]>,
): Promise<T[]> => (mayRead(context.viewer, place, what) ? list(askingOf(context)) : []);

export const moderatedPlaceResolvers: ModeratedPlaceResolvers = {
  place: (place) => place,
  revisions: (place, { first }, context) =>
    seen(place, 'revisions', context, (asking) => revisionsOf(asking, place.id, pageSize(first))),
  reviews: (place, _, context) =>
    seen(place, 'reviews', context, ({ people }) => people.store.reviews.ofPlace(place.id)),
  reports: (place, _, context) =>
    seen(place, 'reports', context, ({ people }) => people.store.reviews.reportsOf(place.id)),
  operatorCount: async (place, _, context) =>
    (await seen(place, 'operatorCount', context, ({ people }) => people.store.operators.of(place.id))).length,
};

/** The place of a review as it is kept. A place is never deleted, so there is one. */
async function placeOf({ people, now }: Asking, { placeId }: { placeId: string }): Promise<Place> {
  return (await people.store.places.read(placeId)) ?? emptyPlace(placeId, now);
}

const proposed = (place: Place, review: StoredReview): Place => ({
  ...place,
  ...review.facts,
  photos: [...(place.photos ?? []), ...review.photos],
});

export const reviewResolvers: ReviewResolvers = {
  id: ({ _id }) => _id,
  who: ({ accountId }) => accountId,
  async place(review, _, context) {
    const place = await placeOf(askingOf(context), review);
    return place.status === 'PENDING' || place.status === 'DRAFT' ? null : place;
  },
  proposed: async (review, _, context) => proposed(await placeOf(askingOf(context), review), review),
  async changes(review, _, context) {
    const place = await placeOf(askingOf(context), review);
    const before = review.kind === 'REGISTRATION' ? null : place;
    return differences(before, proposed(place, review), context.voice);
  },
  async photos(review, _, context) {
    const photos = await photosOfPlace(askingOf(context), await placeOf(askingOf(context), review));
    return photos.filter(({ id }) => review.photos.some((photo) => photo.id === id));
  },
  async similar(review, _, context) {
    const asking = askingOf(context);
    const place = proposed(await placeOf(asking, review), review);
    return review.kind === 'CLAIM' ? [] : similarPlaces(asking.people, place);
  },
};

export const reportResolvers: ReportResolvers = {
  id: ({ _id }) => _id,
  place: (report, _, context) => placeOf(askingOf(context), report),
  settled: ({ settledAt }) => settledAt !== null,
};
