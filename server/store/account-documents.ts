import type { Place, PlacePhoto } from '../domain/place.ts';
import type { PlaceInput } from '../domain/place-input.ts';
import type { Voice } from '../domain/voice.ts';

/** A role beside operating places of one's own. `area`: code of a municipality or prefecture; null of an admin. */
export interface RoleGrant {
  role: 'MODERATOR' | 'ADMIN';
  area: string | null;
}

export interface PasskeyRecord {
  /** Credential id, base64url. */
  id: string;
  /** Public key, base64url. */
  publicKey: string;
  counter: number;
  transports: string[];
  label: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** Somebody who signed in. The id is the pseudonym that stands in the journal. */
export interface AccountDocument {
  _id: string;
  email: string;
  /** The address in the form in which two spellings of it are equal. */
  emailKey: string;
  roles: RoleGrant[];
  /** In which voice mails are written. */
  voice: Voice;
  passkeys: PasskeyRecord[];
  createdAt: Date;
}

/** A sign-in that was asked for and not used yet. */
export interface SignInDocument {
  /** Hash of the cookie of the browser that asked. */
  _id: string;
  email: string;
  emailKey: string;
  voice: Voice;
  tokenHash: string;
  /** Of the code together with the cookie: six digits alone would soon be tried through. */
  codeHash: string;
  tries: number;
  expiresAt: Date;
}

/** A browser that is signed in. */
export interface SessionDocument {
  /** Hash of the cookie. */
  _id: string;
  /** Names the session to its owner. */
  device: string;
  accountId: string;
  label: string;
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
}

/** A challenge that a browser is to sign with a passkey. */
export interface ChallengeDocument {
  /** Hash of the browser's cookie. */
  _id: string;
  challenge: string;
  expiresAt: Date;
}

/** An account operates a place. */
export interface MembershipDocument {
  /** placeId:accountId */
  _id: string;
  placeId: string;
  accountId: string;
  since: Date;
}

/** Somebody was asked to operate a place, and becomes its operator when they sign in. */
export interface InvitationDocument {
  /** placeId:emailKey */
  _id: string;
  placeId: string;
  emailKey: string;
  invitedBy: string;
  expiresAt: Date;
}

/** What an account is writing of a place. */
export interface DraftDocument {
  /** placeId:accountId */
  _id: string;
  placeId: string;
  accountId: string;
  /** Revision of the place on which it is based; 0 for a new place. */
  revision: number;
  version: number;
  /** As typed, wrong values included. */
  input: PlaceInput;
  savedAt: Date;
}

export type ReviewKind = 'REGISTRATION' | 'EDIT' | 'CLAIM';
export type ReviewState = 'WAITING' | 'APPROVED' | 'ASKED_BACK' | 'REFUSED';

/** What waits for a moderator, or was decided. */
export interface ReviewDocument {
  _id: string;
  kind: ReviewKind;
  state: ReviewState;
  placeId: string;
  municipalityCode: string | null;
  accountId: string;
  /** Fields that it would change, of an EDIT. */
  facts: Partial<Place>;
  /** Photos that it would add, of an EDIT. */
  photos: PlacePhoto[];
  message: string | null;
  submittedAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
  reason: string | null;
}

export type ReportAbout = 'GONE' | 'WAS_CLOSED' | 'HOURS' | 'WHERE' | 'CONTACT' | 'UNSAFE' | 'OTHER';

/** What a visitor said is wrong; nothing about the visitor. */
export interface ReportDocument {
  _id: string;
  placeId: string;
  municipalityCode: string | null;
  about: ReportAbout;
  text: string | null;
  at: Date;
  settledAt: Date | null;
  settledBy: string | null;
}

/** A link by which whoever has it can say that a place is closed. */
export interface ClosureLinkDocument {
  _id: string;
  tokenHash: string;
  placeId: string;
  label: string | null;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** A closure or an extra date that was announced, so that it can be taken back. */
export interface AnnouncementDocument {
  _id: string;
  placeId: string;
  kind: 'CLOSED' | 'EXTRA';
  /** Days in Japan, both included. */
  from: string;
  to: string;
  /** Minutes after midnight; null: the whole day, or not known. */
  start: number | null;
  end: number | null;
  reason: string | null;
  at: Date;
  /** Pseudonym; null through a closure link. */
  accountId: string | null;
  undoneAt: Date | null;
}

/** A link in a mail by which places are confirmed, each once. */
export interface ConfirmationDocument {
  /** Hash of the token. */
  _id: string;
  placeIds: string[];
  accountId: string;
  /** A place that was confirmed since needs it no more. */
  askedAt: Date;
  expiresAt: Date;
}

/** A mail that is sent once, whichever server comes first. */
export interface SentMailDocument {
  /** What it is about. */
  _id: string;
  claimedAt: Date;
  sentAt: Date | null;
  expiresAt: Date;
}

/** A timed job, and which server does it now. */
export interface LeaseDocument {
  _id: string;
  holder: string;
  until: Date;
}

/** An uploaded photo; its bytes are blobs `photos/{id}/large` and `photos/{id}/small`. */
export interface PhotoDocument {
  _id: string;
  accountId: string;
  placeId: string | null;
  alt: string | null;
  width: number;
  height: number;
  state: 'UPLOADED' | 'WAITING' | 'PUBLIC' | 'REMOVED';
  uploadedAt: Date;
}
