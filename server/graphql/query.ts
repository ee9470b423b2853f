import { placeOfLink } from '../accounts/announcing.ts';
import { placesOfConfirmation } from '../accounts/keeping.ts';
import { InputError } from '../domain/errors.ts';
import { parseLocalDate, startOfDay } from '../domain/schedule/calendar-day.ts';
import { readSchedule } from '../domain/schedule/read-text/read-schedule.ts';
import { readBounds } from '../domain/search-input.ts';
import { searchRequest } from '../domain/search-request.ts';
import { askingOf } from './context.ts';
import { flyerQuery, locateAddress } from './flyer.ts';
import { pageSize } from './page-size.ts';
import type { QueryResolvers } from './types.gen.ts';
import { vocabulary } from './vocabulary.ts';

const MAX_SUGGESTIONS = 20;
const MAX_SESSION_DAYS = 62;
/** Longer than any sentence about opening hours; a limit, so that nobody makes the reader work for a book. */
const MAX_SCHEDULE_TEXT = 2000;

/** The answer when the hours are laid out: at once where they are there. */
const laidOut = <T>(laying: Promise<void> | null, answer: () => T): T | Promise<T> => laying?.then(answer) ?? answer();

/** The table of contents of the API. */
export const queryResolvers: QueryResolvers = {
  places(_, { filter, near, orderBy, first, after }, { index, now }) {
    const request = searchRequest(filter, near, orderBy, now);
    const page = { first: pageSize(first), after: after ?? null };
    return laidOut(index.layOut(request), () => index.search(request, page, now));
  },
  placeMap(_, { filter, near, bounds, zoom }, { index, now }) {
    if (!(zoom >= 0 && zoom <= 22)) throw new InputError('INVALID', ['zoom'], '`zoom` is a number from 0 to 22.');
    const request = searchRequest(filter, near, null, now);
    const box = readBounds(bounds, ['bounds']);
    return laidOut(index.layOut(request), () => index.map(request, box, zoom, now));
  },
  sessions(_, { filter, near, from, to, first, after }, { index, now }) {
    const [start, end] = [from.getTime(), to.getTime()];
    if (!(start < end && end - start <= MAX_SESSION_DAYS * 86_400_000)) {
      throw new InputError(
        'INVALID',
        ['to'],
        `\`to\` must be after \`from\` and at most ${MAX_SESSION_DAYS} days later.`,
      );
    }
    const request = searchRequest(filter, near, null, now);
    const page = { first: pageSize(first), after: after ?? null };
    const laying = index.layOut(request, { from: start, to: end });
    return laidOut(laying, () => index.sessions(request, start, end, page, now));
  },
  sessionDays(_, { filter, near, from, to }, { index, now }) {
    const [first, last] = [parseLocalDate(from) ?? NaN, parseLocalDate(to) ?? NaN];
    const days = last - first + 1;
    if (!(days >= 1 && days <= MAX_SESSION_DAYS)) {
      throw new InputError(
        'INVALID',
        ['to'],
        `\`to\` must not be before \`from\`, and both at most ${MAX_SESSION_DAYS} days apart.`,
      );
    }
    const request = searchRequest(filter, near, null, now);
    const laying = index.layOut(request, { from: startOfDay(first), to: startOfDay(last + 1) });
    return laidOut(laying, () => index.sessionDays(request, from, to, now));
  },
  place: (_, { id }, { index }) => index.place(id),
  node(_, { id }, { index }) {
    const place = index.place(id);
    return place && { __typename: 'Place' as const, ...place };
  },
  suggest(_, { text, first }, { index }) {
    if (!(first >= 1 && first <= MAX_SUGGESTIONS)) {
      throw new InputError('INVALID', ['first'], `\`first\` is a whole number from 1 to ${MAX_SUGGESTIONS}.`);
    }
    return index.suggest(text, first);
  },
  vocabulary: () => vocabulary,
  readSchedule(_, { text }, { now }) {
    const length = Object.values(text).reduce((sum, cell) => sum + (cell?.length ?? 0), 0);
    if (length > MAX_SCHEDULE_TEXT) {
      throw new InputError(
        'TOO_LONG',
        ['text'],
        `The text has ${length} characters; at most ${MAX_SCHEDULE_TEXT} can be read.`,
      );
    }
    return { schedule: readSchedule(text), place: null, facts: { confirmedAt: now } };
  },
  locateAddress: (_, args, { people, viewer }) => locateAddress(args, people, viewer !== null),
  readFlyer: flyerQuery,
  viewer: (_, __, { viewer }) => viewer,
  confirmationLink: async (_, { token }, context) => context.people && placesOfConfirmation(askingOf(context), token),
  closureLink: async (_, { token }, context) => {
    const place = context.people && (await placeOfLink(askingOf(context), token));
    return place && { place };
  },
};
