import { YEAR_MS } from '../domain/schedule/calendar-day.ts';
import { similarPlaces } from '../accounts/duplicates.ts';
import { mayRead, moderatedPrefixes } from '../accounts/rights.ts';
import { differences } from '../domain/describe-field.ts';
import type { Place } from '../domain/place.ts';
import { townName } from '../gazetteer/town-name.ts';
import type { StoredReview } from '../store/reviews.ts';
import { areaOf, photosOfPlace } from './account.ts';
import { askingOf } from './context.ts';
import { listFor } from './list-for.ts';
import { pageSize } from './page-size.ts';
import { placeBehind, readBehind } from './place-behind.ts';
import { revisionsOf } from './revisions.ts';
import type { ModeratedPlaceResolvers, ModerationResolvers, ReportResolvers, ReviewResolvers } from './types.gen.ts';

/** What a moderator sees; every list is asked for the own areas alone. */
export const moderationResolvers: ModerationResolvers = {
  areas: ({ account }) =>
    account.roles.flatMap(({ role, area }) => (role === 'MODERATOR' && area ? [areaOf(area)] : [])),
  async reviews(viewer, { first, after }, context) {
    const asking = askingOf(context);
    const { reviews } = asking.people.store;
    const page = await reviews.waiting(moderatedPrefixes(viewer), pageSize(first), after ?? null);
    await readBehind(asking, page.items);
    return { ...page, hasPrevious: Boolean(after) };
  },
  async review(viewer, { id }, context) {
    const asking = askingOf(context);
    const review = await asking.people.store.reviews.byId(id);
    return review && mayRead(viewer, await placeBehind(asking, review), 'reviews') ? review : null;
  },
  async reports(viewer, { first, after }, context) {
    const asking = askingOf(context);
    const { reviews } = asking.people.store;
    const page = await reviews.reports(moderatedPrefixes(viewer), pageSize(first), after ?? null);
    await readBehind(asking, page.items);
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

export const moderatedPlaceResolvers: ModeratedPlaceResolvers = {
  place: (place) => place,
  revisions: (place, { first }, context) =>
    listFor(place, 'revisions', context, ({ id }, asking) => revisionsOf(asking, id, pageSize(first))),
  reviews: (place, _, context) =>
    listFor(place, 'reviews', context, ({ id }, { people }) => people.store.reviews.ofPlace(id)),
  reports: (place, _, context) =>
    listFor(place, 'reports', context, ({ id }, { people }) => people.store.reviews.reportsOf(id)),
  operatorCount: async (place, _, context) =>
    (await listFor(place, 'operatorCount', context, ({ id }, { people }) => people.store.operators.of(id))).length,
};

const proposed = (place: Place, review: StoredReview): Place => ({
  ...place,
  ...review.facts,
  photos: [...(place.photos ?? []), ...review.photos],
});

export const reviewResolvers: ReviewResolvers = {
  id: ({ _id }) => _id,
  who: ({ accountId }) => accountId,
  async place(review, _, context) {
    const place = await placeBehind(askingOf(context), review);
    return place.status === 'PENDING' || place.status === 'DRAFT' ? null : place;
  },
  proposed: async (review, _, context) => proposed(await placeBehind(askingOf(context), review), review),
  async changes(review, _, context) {
    const place = await placeBehind(askingOf(context), review);
    const before = review.kind === 'REGISTRATION' ? null : place;
    return differences(before, proposed(place, review), { voice: context.voice, town: townName });
  },
  async photos(review, _, context) {
    const photos = await photosOfPlace(askingOf(context), await placeBehind(askingOf(context), review));
    return photos.filter(({ id }) => review.photos.some((photo) => photo.id === id));
  },
  async similar(review, _, context) {
    const asking = askingOf(context);
    const place = proposed(await placeBehind(asking, review), review);
    return review.kind === 'CLAIM' ? [] : similarPlaces(asking.people, place);
  },
};

export const reportResolvers: ReportResolvers = {
  id: ({ _id }) => _id,
  place: (report, _, context) => placeBehind(askingOf(context), report),
  settled: ({ settledAt }) => settledAt !== null,
};
