import { type AccountCollections } from './account-models.ts';
import type {
  ClosureLinkDocument,
  DraftDocument,
  InvitationDocument,
  MembershipDocument,
} from './account-documents.ts';
import { isDuplicateKey } from './accounts.ts';

export type {
  ClosureLinkDocument as StoredClosureLink,
  DraftDocument as StoredDraft,
  InvitationDocument as StoredInvitation,
} from './account-documents.ts';

export interface OperatorStore {
  placesOf(accountId: string): Promise<string[]>;
  of(placeId: string): Promise<MembershipDocument[]>;
  add(placeId: string, accountId: string, since: Date): Promise<void>;
  /** false where the account did not operate the place. */
  remove(placeId: string, accountId: string): Promise<boolean>;
  invite(placeId: string, emailKey: string, invitedBy: string, expiresAt: Date): Promise<void>;
  /** Who was asked to operate a place and has not signed in since. */
  invitationsOf(placeId: string, now: Date): Promise<InvitationDocument[]>;
  /** false where nobody of that address was asked. */
  withdraw(placeId: string, emailKey: string): Promise<boolean>;
  /** Makes an account operator of the places that its address was invited to. */
  acceptInvitations(emailKey: string, accountId: string, now: Date): Promise<void>;
  /** Ids of places that have an operator at all. */
  operated(): Promise<string[]>;

  draft(placeId: string, accountId: string): Promise<DraftDocument | null>;
  draftsOf(accountId: string): Promise<DraftDocument[]>;
  /** Writes a draft over the version that the writer saw (0: none); false where there is another one by now. */
  saveDraft(draft: Omit<DraftDocument, '_id' | 'version'>, seenVersion: number): Promise<boolean>;
  removeDraft(placeId: string, accountId: string): Promise<boolean>;
  /** Takes fields, by the names of `PlaceInput`, out of every draft of a place. */
  eraseFromDrafts(placeId: string, fields: string[]): Promise<void>;

  addLink(link: ClosureLinkDocument): Promise<void>;
  linksOf(placeId: string): Promise<ClosureLinkDocument[]>;
  link(id: string): Promise<ClosureLinkDocument | null>;
  linkByToken(tokenHash: string): Promise<ClosureLinkDocument | null>;
  usedLink(id: string, at: Date): Promise<void>;
  removeLink(id: string): Promise<boolean>;
}

const pair = (placeId: string, who: string) => `${placeId}:${who}`;

/** Who operates what, and what they are writing, in these collections. */
export function operatorsIn(collections: AccountCollections): OperatorStore {
  const { memberships, invitations } = collections;
  const add: OperatorStore['add'] = async (placeId, accountId, since) => {
    await memberships.updateOne(
      { _id: pair(placeId, accountId) },
      { $setOnInsert: { placeId, accountId, since } },
      { upsert: true },
    );
  };
  return {
    async placesOf(accountId) {
      const found = await memberships.find({ accountId }, { comment: 'operators.placesOf' }).toArray();
      return found.map(({ placeId }) => placeId);
    },
    of: (placeId) => memberships.find({ placeId }, { comment: 'operators.of' }).sort({ since: 1 }).toArray(),
    add,
    remove: async (placeId, accountId) =>
      (await memberships.deleteOne({ _id: pair(placeId, accountId) })).deletedCount === 1,
    async invite(placeId, emailKey, invitedBy, expiresAt) {
      await invitations.updateOne(
        { _id: pair(placeId, emailKey) },
        { $set: { placeId, emailKey, invitedBy, expiresAt } },
        { upsert: true },
      );
    },
    invitationsOf: (placeId, now) =>
      invitations.find({ placeId, expiresAt: { $gt: now } }, { comment: 'operators.invitationsOf' }).toArray(),
    withdraw: async (placeId, emailKey) =>
      (await invitations.deleteOne({ _id: pair(placeId, emailKey) })).deletedCount === 1,
    async acceptInvitations(emailKey, accountId, now) {
      const found = await invitations.find({ emailKey, expiresAt: { $gt: now } }).toArray();
      for (const { _id, placeId } of found) {
        await add(placeId, accountId, now);
        await invitations.deleteOne({ _id });
      }
    },
    operated: () => memberships.distinct('placeId'),
    ...draftsIn(collections),
    ...linksIn(collections),
  };
}

function draftsIn({ drafts }: AccountCollections) {
  return {
    draft: (placeId: string, accountId: string) => drafts.findOne({ _id: pair(placeId, accountId) }),
    draftsOf: (accountId: string) =>
      drafts.find({ accountId }, { comment: 'drafts.of' }).sort({ savedAt: -1 }).toArray(),
    async saveDraft(draft: Omit<DraftDocument, '_id' | 'version'>, seenVersion: number) {
      const _id = pair(draft.placeId, draft.accountId);
      if (seenVersion > 0) {
        const result = await drafts.updateOne(
          { _id, version: seenVersion },
          { $set: { ...draft, version: seenVersion + 1 } },
        );
        return result.matchedCount === 1;
      }
      try {
        await drafts.insertOne({ _id, ...draft, version: 1 });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    async eraseFromDrafts(placeId: string, fields: string[]) {
      const gone = Object.fromEntries(fields.map((field) => [`input.${field}`, true as const]));
      await drafts.updateMany({ placeId }, { $unset: gone });
    },
    removeDraft: async (placeId: string, accountId: string) =>
      (await drafts.deleteOne({ _id: pair(placeId, accountId) })).deletedCount === 1,
  };
}

function linksIn({ closureLinks }: AccountCollections) {
  return {
    async addLink(link: ClosureLinkDocument) {
      await closureLinks.insertOne(link);
    },
    linksOf: (placeId: string) => closureLinks.find({ placeId }).sort({ createdAt: -1 }).toArray(),
    link: (id: string) => closureLinks.findOne({ _id: id }),
    linkByToken: (tokenHash: string) => closureLinks.findOne({ tokenHash }),
    async usedLink(id: string, lastUsedAt: Date) {
      await closureLinks.updateOne({ _id: id }, { $set: { lastUsedAt } });
    },
    removeLink: async (id: string) => (await closureLinks.deleteOne({ _id: id })).deletedCount === 1,
  };
}
