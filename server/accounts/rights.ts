import type { PlaceInput } from '../domain/place-input.ts';
import type { Place } from '../domain/place.ts';
import { areaContains, isPrefectureCode } from '../domain/municipality-code.ts';
import { refuse } from '../domain/user-error.ts';
import { wardsOf } from '../gazetteer/municipalities.ts';
import type { Viewer } from './people.ts';

/** What somebody is to a place. A visitor may be signed in: they have nothing to do with this place. */
export type Relation = 'VISITOR' | 'OPERATOR' | 'MODERATOR' | 'ADMIN';

/** Who may: anyone; anyone with an account; or those who are something to the place. */
export type Who = 'ANYONE' | 'ACCOUNT' | readonly Relation[];

const KEEPERS = ['OPERATOR', 'MODERATOR', 'ADMIN'] as const;
const MODERATORS = ['MODERATOR', 'ADMIN'] as const;

/** Who may do what: every mutation of the contract, by its name. ANYONE with a secret link has no other right than it. */
export const MUTATION_RIGHTS = {
  requestSignIn: 'ANYONE',
  completeSignIn: 'ANYONE',
  signOut: 'ANYONE',
  startPasskeySignIn: 'ANYONE',
  completePasskeySignIn: 'ANYONE',
  startPasskey: 'ACCOUNT',
  addPasskey: 'ACCOUNT',
  removePasskey: 'ACCOUNT',
  deleteAccount: 'ACCOUNT',
  /** A new place is anybody's with an account; a draft of it is nobody else's. */
  savePlace: KEEPERS,
  submitPlace: KEEPERS,
  discardDraft: KEEPERS,
  announce: KEEPERS,
  undoAnnouncement: KEEPERS,
  /** Or by the token of a mail. */
  confirmPlace: KEEPERS,
  undoRevision: KEEPERS,
  claimPlace: 'ACCOUNT',
  inviteOperator: KEEPERS,
  withdrawInvitation: KEEPERS,
  removeOperator: KEEPERS,
  createClosureLink: KEEPERS,
  revokeClosureLink: KEEPERS,
  /** By the token of a closure link. */
  announceByLink: 'ANYONE',
  attachPhoto: KEEPERS,
  removePhoto: KEEPERS,
  reportPlace: 'ANYONE',
  reviewPlace: MODERATORS,
  settleReport: MODERATORS,
  suspendPlace: MODERATORS,
  mergePlaces: MODERATORS,
  restoreRevision: MODERATORS,
  erasePrivate: MODERATORS,
  correctPin: MODERATORS,
} as const satisfies Record<string, Who>;

export type MutationName = keyof typeof MUTATION_RIGHTS;

/** Who may see what of a place beside what is public. */
export const READ_RIGHTS = {
  /** A place that is not published, a draft's preview. */
  unpublished: KEEPERS,
  /** An address that is hidden, its point, telephones that are hidden. */
  hiddenFields: KEEPERS,
  revisions: KEEPERS,
  /** What waits for a moderator, of a place that one keeps; claims of others are `reviews`. */
  edits: KEEPERS,
  operators: KEEPERS,
  operatorMails: ['OPERATOR', 'ADMIN'],
  invitations: ['OPERATOR', 'ADMIN'],
  closureLinks: KEEPERS,
  announcements: KEEPERS,
  waitingPhotos: KEEPERS,
  reports: MODERATORS,
  reviews: MODERATORS,
  operatorCount: MODERATORS,
} as const satisfies Record<string, Who>;

export type ReadRight = keyof typeof READ_RIGHTS;

/** How an operator's change of a field of a published place goes live. */
export interface FieldRight {
  /** The field of the place behind the field of the input. */
  field: keyof Place;
  /** REVIEW: could lead a child astray, and waits for a moderator. UNHIDE: live to hide, waits to show. */
  operator: 'LIVE' | 'REVIEW' | 'UNHIDE';
  /** Words in which a link, a mail address or a telephone could stand: a new one waits as well. */
  prose?: true;
  /** Was read of the words of another field, and waits where they do. */
  readOf?: keyof Place;
}

export const FIELD_RIGHTS = {
  name: { field: 'name', operator: 'REVIEW' },
  kana: { field: 'kana', operator: 'REVIEW' },
  kinds: { field: 'kinds', operator: 'LIVE' },
  activities: { field: 'activities', operator: 'LIVE' },
  features: { field: 'features', operator: 'LIVE' },
  description: { field: 'description', operator: 'LIVE', prose: true },
  easyDescription: { field: 'easyDescription', operator: 'LIVE', prose: true },
  ages: { field: 'ages', operator: 'LIVE', readOf: 'agesText' },
  agesText: { field: 'agesText', operator: 'LIVE', prose: true },
  conditions: { field: 'conditions', operator: 'LIVE', prose: true },
  childAlone: { field: 'childAlone', operator: 'LIVE' },
  access: { field: 'access', operator: 'LIVE' },
  fee: { field: 'fee', operator: 'LIVE', prose: true },
  booking: { field: 'booking', operator: 'LIVE', prose: true },
  eligibility: { field: 'eligibility', operator: 'LIVE', prose: true },
  capacity: { field: 'capacity', operator: 'LIVE' },
  contact: { field: 'contact', operator: 'REVIEW' },
  phonesHidden: { field: 'phonesHidden', operator: 'UNHIDE' },
  operator: { field: 'operator', operator: 'REVIEW' },
  address: { field: 'address', operator: 'REVIEW' },
  addressHidden: { field: 'addressHidden', operator: 'UNHIDE' },
  municipality: { field: 'municipalityCode', operator: 'REVIEW' },
  location: { field: 'location', operator: 'REVIEW' },
  /** It can say who moderates the place. */
  serviceArea: { field: 'serviceArea', operator: 'REVIEW' },
  schoolDistricts: { field: 'schoolDistricts', operator: 'LIVE', prose: true },
  schedule: { field: 'schedule', operator: 'LIVE', prose: true },
  partOf: { field: 'partOf', operator: 'REVIEW' },
  worksWith: { field: 'worksWith', operator: 'LIVE' },
} as const satisfies Record<keyof PlaceInput, FieldRight>;

/** What of a place decides who is what to it. */
export type Placed = Pick<Place, 'id' | 'municipalityCode' | 'serviceArea'>;

/** The municipality whose moderators a place has: its own, or the first that a service without a door serves. */
export const moderatedIn = ({ municipalityCode, serviceArea }: Placed): string | null =>
  municipalityCode ?? serviceArea[0] ?? null;

/** Whether a moderator's area holds a code. An area of a prefecture holds its municipalities, a designated city its wards. */
function moderates({ account }: Viewer, code: string | null): boolean {
  if (code === null) return false;
  return account.roles.some(({ role, area }) => role === 'MODERATOR' && area !== null && areaContains(area, code));
}

export const isAdmin = (viewer: Viewer | null): boolean =>
  viewer !== null && viewer.account.roles.some(({ role }) => role === 'ADMIN');

/** What a viewer is to a place: the strongest of all that holds. */
export function relationTo(viewer: Viewer | null, place: Placed): Relation {
  if (viewer === null) return 'VISITOR';
  if (isAdmin(viewer)) return 'ADMIN';
  if (moderates(viewer, moderatedIn(place))) return 'MODERATOR';
  return viewer.places.has(place.id) ? 'OPERATOR' : 'VISITOR';
}

/** Whether this one may, with what they are to the place. */
export function allows(who: Who, relation: Relation, signedIn: boolean): boolean {
  if (who === 'ANYONE') return true;
  return who === 'ACCOUNT' ? signedIn : who.includes(relation);
}

export function mayRead(viewer: Viewer | null, place: Placed, what: ReadRight): boolean {
  const who: readonly Relation[] = READ_RIGHTS[what];
  // Who operates a place of the area that they moderate is both.
  if (viewer?.places.has(place.id) && who.includes('OPERATOR')) return true;
  return who.includes(relationTo(viewer, place));
}

/** @throws Refused FORBIDDEN where this one may not do it to this place; NOT_FOUND where they may not even know that there is one. */
export function requireRight(
  mutation: MutationName,
  viewer: Viewer | null,
  place: Place | null,
  path: string[],
): Place {
  if (place === null) return refuse('NOT_FOUND', path, 'PLACE');
  const relation = relationTo(viewer, place);
  if (allows(MUTATION_RIGHTS[mutation], relation, viewer !== null)) return place;
  if (place.status !== 'PUBLISHED' && !mayRead(viewer, place, 'unpublished')) return refuse('NOT_FOUND', path, 'PLACE');
  return viewer === null ? refuse('FORBIDDEN', path, 'SIGN_IN') : refuse('FORBIDDEN', path);
}

/** The viewer. @throws Refused FORBIDDEN for a visitor. */
export function requireAccount(viewer: Viewer | null): Viewer {
  return viewer ?? refuse('FORBIDDEN', [], 'SIGN_IN');
}

/** First digits of the codes that a viewer moderates, for queries; null: all; empty: none. */
export function moderatedPrefixes(viewer: Viewer | null): string[] | null {
  if (isAdmin(viewer)) return null;
  const areas = (viewer?.account.roles ?? []).flatMap(({ role, area }) => (role === 'MODERATOR' && area ? [area] : []));
  return areas.flatMap((area) =>
    isPrefectureCode(area) ? [area.slice(0, 2)] : [area, ...wardsOf(area).map(({ code }) => code)],
  );
}

/** Whether somebody moderates anything. */
export const isModerator = (viewer: Viewer | null): boolean =>
  moderatedPrefixes(viewer) === null || (moderatedPrefixes(viewer)?.length ?? 0) > 0;
