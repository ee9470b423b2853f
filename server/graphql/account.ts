import { exportAccount } from '../accounts/account-data.ts';
import { viewDraft } from '../accounts/drafts.ts';
import { messageOf } from '../accounts/messages.ts';
import { operatorsOf } from '../accounts/operating.ts';
import type { Asking, Viewer } from '../accounts/people.ts';
import { photosOf, photosOfDraft } from '../accounts/photos.ts';
import { isModerator, mayRead } from '../accounts/rights.ts';
import { splitChange } from '../accounts/split-change.ts';
import type { Place } from '../domain/place.ts';
import { epochDayAt, parseLocalDate } from '../domain/schedule/calendar-day.ts';
import { municipalityByCode } from '../gazetteer/municipalities.ts';
import { prefectureName } from '../gazetteer/prefectures.ts';
import type { StoredPhoto } from '../store/photos.ts';
import type { ListValue, MyPlaceValue, PhotoValue } from './account-values.ts';
import { askingOf, type Context } from './context.ts';
import { listFor } from './list-for.ts';
import { pageSize } from './page-size.ts';
import { revisionsOf } from './revisions.ts';
import type {
  AccountResolvers,
  AnnouncementResolvers,
  ClosureLinkResolvers,
  DeviceResolvers,
  DraftResolvers,
  InvitationResolvers,
  MyPlaceResolvers,
  PasskeyResolvers,
  PhotoResolvers,
  RoleGrantResolvers,
  UserErrorResolvers,
} from './types.gen.ts';

/** Fields of a connection over a list that is walked by id. */
export const listResolvers = {
  edges: <T extends { _id: string } | { id: string }>({ items }: ListValue<T>) =>
    items.map((node) => ({ node, cursor: idOf(node) })),
  nodes: <T>({ items }: ListValue<T>) => items,
  pageInfo: <T extends { _id: string } | { id: string }>({ items, hasNext, hasPrevious }: ListValue<T>) => ({
    hasNextPage: hasNext,
    hasPreviousPage: hasPrevious,
    startCursor: items[0] ? idOf(items[0]) : null,
    endCursor: items.at(-1) ? idOf(items.at(-1)!) : null,
  }),
  totalCount: ({ total }: ListValue<unknown>) => total,
};

const idOf = (node: { _id: string } | { id: string }) => ('_id' in node ? node._id : node.id);

/** The area of a code, a municipality's or a prefecture's. */
export function areaOf(code: string) {
  return { code, name: municipalityByCode(code)?.name ?? prefectureName(code) ?? code };
}

export const accountResolvers: AccountResolvers = {
  id: ({ account }) => account._id,
  email: ({ account }) => account.email,
  roles: ({ account }) => account.roles,
  createdAt: ({ account }) => account.createdAt,
  places: (viewer, { first, after }, context) => myPlaces(askingOf(context), viewer, pageSize(first), after ?? null),
  myPlace: (viewer, { id }, context) => myPlace(askingOf(context), viewer, id),
  async devices({ account, session }, _, context) {
    const { people, now } = askingOf(context);
    const sessions = await people.store.signIns.sessionsOf(account._id, new Date(now));
    return sessions.map((each) => ({ session: each, current: each._id === session }));
  },
  passkeys: ({ account }) => account.passkeys,
  moderation: (viewer) => (isModerator(viewer) ? viewer : null),
  export: (_, __, context) => exportAccount(askingOf(context)),
};

export const roleGrantResolvers: RoleGrantResolvers = { area: ({ area }) => (area === null ? null : areaOf(area)) };

export const deviceResolvers: DeviceResolvers = {
  id: ({ session }) => session.device,
  label: ({ session }) => session.label,
  signedInAt: ({ session }) => session.createdAt,
  lastUsedAt: ({ session }) => session.lastUsedAt,
};

export const passkeyResolvers: PasskeyResolvers = {};

export const userErrorResolvers: UserErrorResolvers = {
  message: (problem, _, { voice }) => messageOf(problem, voice),
};

/** Places that an account keeps, and its drafts of new ones, by name. */
async function myPlaces(
  { people }: Asking,
  viewer: Viewer,
  first: number,
  after: string | null,
): Promise<ListValue<MyPlaceValue>> {
  const drafts = new Map(
    (await people.store.operators.draftsOf(viewer.account._id)).map((draft) => [draft.placeId, draft]),
  );
  const places = await people.store.places.readAll([...new Set([...viewer.places, ...drafts.keys()])]);
  const kept: MyPlaceValue[] = places
    .filter((place) => place.status !== 'ARCHIVED')
    .map((place) => ({ id: place.id, place, draft: drafts.get(place.id) ?? null }));
  const fresh = [...drafts.values()].filter(({ placeId }) => !places.some(({ id }) => id === placeId));
  const all = [...fresh.map((draft) => ({ id: draft.placeId, place: null, draft })), ...kept.sort(byName)];
  const start = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const items = all.slice(start, start + first);
  return { items, total: all.length, hasNext: start + first < all.length, hasPrevious: start > 0 };
}

const byName = (a: MyPlaceValue, b: MyPlaceValue) =>
  (a.place?.name ?? '') === (b.place?.name ?? '')
    ? a.id < b.id
      ? -1
      : 1
    : (a.place?.name ?? '') < (b.place?.name ?? '')
      ? -1
      : 1;

/** A place that the viewer may write to, or a draft of a new one; null where there is none for them. */
async function myPlace({ people }: Asking, viewer: Viewer, id: string): Promise<MyPlaceValue | null> {
  const [draft, place] = await Promise.all([
    people.store.operators.draft(id, viewer.account._id),
    people.store.places.read(id),
  ]);
  if (place === null) return draft && { id, place: null, draft };
  return mayRead(viewer, place, 'unpublished') ? { id, place, draft } : null;
}

export const myPlaceResolvers: MyPlaceResolvers = {
  draft({ draft, place }, _, context) {
    const { people, now } = askingOf(context);
    return draft && viewDraft(people, draft, place, now);
  },
  reviews: (mine, _, context) =>
    listFor(mine.place, 'edits', context, async ({ id }, { people, viewer }) => {
      const reviews = await people.store.reviews.ofPlace(id);
      return reviews.filter(({ accountId, kind }) => accountId === viewer?.account._id || kind !== 'CLAIM');
    }),
  operators: (mine, _, context) =>
    listFor(mine.place, 'operators', context, (place, asking) => operatorsOf(asking, place)),
  invitations: (mine, _, context) =>
    listFor(mine.place, 'invitations', context, ({ id }, { people, now }) =>
      people.store.operators.invitationsOf(id, new Date(now)),
    ),
  closureLinks: (mine, _, context) =>
    listFor(mine.place, 'closureLinks', context, ({ id }, { people }) => people.store.operators.linksOf(id)),
  announcements: (mine, _, context) =>
    listFor(mine.place, 'announcements', context, ({ id }, { people }) => people.store.reviews.announcementsOf(id)),
  photos: (mine, _, context) =>
    mine.place
      ? listFor(mine.place, 'waitingPhotos', context, (place, asking) => photosOfPlace(asking, place))
      : photosOfDraft(askingOf(context), mine.id).then(photoValues),
  revisions: (mine, { first }, context) =>
    listFor(mine.place, 'revisions', context, ({ id }, asking) => revisionsOf(asking, id, pageSize(first))),
};

export const draftResolvers: DraftResolvers = {
  revision: ({ draft }) => draft.revision,
  version: ({ draft }) => draft.version,
  input: ({ draft }) => JSON.stringify(draft.input),
  userErrors: ({ problems }) => problems,
  fieldsForReview: ({ base, place }) => (base?.status === 'PUBLISHED' ? splitChange(base, place).waitingFields : []),
  savedAt: ({ draft }) => draft.savedAt,
};

export const invitationResolvers: InvitationResolvers = { email: ({ emailKey }) => emailKey };

export const closureLinkResolvers: ClosureLinkResolvers = { id: ({ _id }) => _id };

const time = (minutes: number | null): string | null =>
  minutes === null
    ? null
    : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export const announcementResolvers: AnnouncementResolvers = {
  id: ({ _id }) => _id,
  start: ({ start }) => time(start),
  end: ({ end }) => time(end),
  byLink: ({ accountId }) => accountId === null,
  canUndo: ({ undoneAt, to }, _, { now }) => undoneAt === null && (parseLocalDate(to) ?? 0) >= epochDayAt(now),
};

export const photoValues = (photos: StoredPhoto[]): PhotoValue[] =>
  photos.map(({ _id, alt, width, height, state }) => ({ id: _id, alt, width, height, waiting: state === 'WAITING' }));

/** Photos of a place for this viewer. */
export const photosOfPlace = async (asking: Asking, place: Place): Promise<PhotoValue[]> =>
  photoValues(await photosOf(asking, place));

export const photoResolvers: PhotoResolvers = {
  url: ({ id }) => `/photos/${id}`,
  thumbnailUrl: ({ id }) => `/photos/${id}?size=small`,
};

/** Whether a viewer may see what a place hides. */
export const seesHidden = (place: Place, { viewer }: Context): boolean => mayRead(viewer, place, 'hiddenFields');
