import type { Connection, mongo } from 'mongoose';
import type {
  AccountDocument,
  AnnouncementDocument,
  ChallengeDocument,
  ClosureLinkDocument,
  ConfirmationDocument,
  DraftDocument,
  InvitationDocument,
  LeaseDocument,
  MembershipDocument,
  PhotoDocument,
  ReportDocument,
  ReviewDocument,
  SentMailDocument,
  SessionDocument,
  SignInDocument,
} from './account-documents.ts';

export interface AccountCollections {
  accounts: mongo.Collection<AccountDocument>;
  signIns: mongo.Collection<SignInDocument>;
  sessions: mongo.Collection<SessionDocument>;
  challenges: mongo.Collection<ChallengeDocument>;
  memberships: mongo.Collection<MembershipDocument>;
  invitations: mongo.Collection<InvitationDocument>;
  drafts: mongo.Collection<DraftDocument>;
  reviews: mongo.Collection<ReviewDocument>;
  reports: mongo.Collection<ReportDocument>;
  closureLinks: mongo.Collection<ClosureLinkDocument>;
  announcements: mongo.Collection<AnnouncementDocument>;
  confirmations: mongo.Collection<ConfirmationDocument>;
  sentMails: mongo.Collection<SentMailDocument>;
  leases: mongo.Collection<LeaseDocument>;
  photos: mongo.Collection<PhotoDocument>;
}

type Index = [fields: Record<string, 1 | -1>, options?: { unique?: boolean; expireAfterSeconds?: number }];

/** Removed by the database some time after `expiresAt`; every reader looks at the time itself. */
const EXPIRES: Index = [{ expiresAt: 1 }, { expireAfterSeconds: 0 }];

/** The indexes of each collection beside `_id`. */
const INDEXES: Record<keyof AccountCollections, Index[]> = {
  accounts: [[{ emailKey: 1 }, { unique: true }], [{ 'passkeys.id': 1 }], [{ 'roles.role': 1 }]],
  signIns: [[{ tokenHash: 1 }, { unique: true }], EXPIRES],
  sessions: [[{ accountId: 1 }], EXPIRES],
  challenges: [EXPIRES],
  memberships: [[{ accountId: 1 }], [{ placeId: 1 }]],
  invitations: [[{ emailKey: 1 }], [{ placeId: 1 }], EXPIRES],
  drafts: [[{ accountId: 1 }], [{ placeId: 1 }]],
  reviews: [[{ state: 1, submittedAt: 1 }], [{ placeId: 1, submittedAt: -1 }], [{ accountId: 1 }]],
  reports: [[{ settledAt: 1, at: 1 }], [{ placeId: 1, at: -1 }]],
  closureLinks: [[{ tokenHash: 1 }, { unique: true }], [{ placeId: 1 }]],
  announcements: [[{ placeId: 1, at: -1 }]],
  confirmations: [[{ accountId: 1 }], EXPIRES],
  sentMails: [EXPIRES],
  leases: [],
  photos: [[{ placeId: 1 }], [{ accountId: 1 }], [{ state: 1, uploadedAt: 1 }]],
};

/** The collections of accounts and of what they do. What they hold is checked before it is written, so they have no schema of their own. */
export function accountCollectionsOn(connection: Connection): AccountCollections {
  const { db } = connection;
  if (!db) throw new Error('The database connection is closed.');
  const names = Object.keys(INDEXES) as (keyof AccountCollections)[];
  return Object.fromEntries(names.map((name) => [name, db.collection(name)])) as unknown as AccountCollections;
}

/** Creates what is missing; does nothing to what is there. */
export async function createAccountIndexes(collections: AccountCollections): Promise<void> {
  for (const [name, indexes] of Object.entries(INDEXES)) {
    if (indexes.length === 0) continue;
    await collections[name as 'accounts'].createIndexes(indexes.map(([key, options]) => ({ key, ...options })));
  }
}
