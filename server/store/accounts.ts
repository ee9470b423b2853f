import mongoose from 'mongoose';
import type { Voice } from '../domain/voice.ts';
import type { AccountCollections } from './account-models.ts';
import type { AccountDocument, PasskeyRecord, RoleGrant } from './account-documents.ts';

export type { AccountDocument as StoredAccount, PasskeyRecord, RoleGrant } from './account-documents.ts';

export interface AccountStore {
  byId(id: string): Promise<AccountDocument | null>;
  byIds(ids: string[]): Promise<AccountDocument[]>;
  byEmail(emailKey: string): Promise<AccountDocument | null>;
  byPasskey(credential: string): Promise<AccountDocument | null>;
  /** The account of an address; made with this id where there is none. */
  findOrCreate(
    account: Pick<AccountDocument, '_id' | 'email' | 'emailKey' | 'voice' | 'createdAt'>,
  ): Promise<AccountDocument>;
  withRoles(): Promise<AccountDocument[]>;
  setRoles(id: string, roles: RoleGrant[]): Promise<void>;
  setVoice(id: string, voice: Voice): Promise<void>;
  addPasskey(id: string, passkey: PasskeyRecord): Promise<void>;
  usedPasskey(id: string, credential: string, counter: number, at: Date): Promise<void>;
  removePasskey(id: string, credential: string): Promise<void>;
  /** Removes the account and what belongs to it alone; the journal keeps its pseudonym. */
  remove(id: string): Promise<void>;
  /** Everything that is kept about an account, by collection. */
  everythingOf(id: string): Promise<Record<string, unknown[]>>;
}

const DUPLICATE_KEY = 11_000;

/** Whether an error says that a unique key is taken. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoServerError && error.code === DUPLICATE_KEY;
}

/** Accounts in these collections. */
export function accountsIn(collections: AccountCollections): AccountStore {
  const { accounts } = collections;
  const byEmail = (emailKey: string) => accounts.findOne({ emailKey }, { comment: 'accounts.byEmail' });
  return {
    byId: (id) => accounts.findOne({ _id: id }, { comment: 'accounts.byId' }),
    byIds: (ids) => accounts.find({ _id: { $in: ids } }, { comment: 'accounts.byIds' }).toArray(),
    byEmail,
    byPasskey: (credential) => accounts.findOne({ 'passkeys.id': credential }, { comment: 'accounts.byPasskey' }),
    async findOrCreate(account) {
      const known = await byEmail(account.emailKey);
      if (known) return known;
      const made: AccountDocument = { ...account, roles: [], passkeys: [] };
      try {
        await accounts.insertOne(made);
        return made;
      } catch (error) {
        const other = isDuplicateKey(error) ? await byEmail(account.emailKey) : null;
        if (other) return other;
        throw error;
      }
    },
    withRoles: () => accounts.find({ 'roles.role': { $exists: true } }, { comment: 'accounts.withRoles' }).toArray(),
    setRoles: (id, roles) => set(accounts, id, { roles }),
    setVoice: (id, voice) => set(accounts, id, { voice }),
    async addPasskey(id, passkey) {
      await accounts.updateOne({ _id: id }, { $push: { passkeys: passkey } });
    },
    async usedPasskey(id, credential, counter, lastUsedAt) {
      await accounts.updateOne(
        { _id: id, 'passkeys.id': credential },
        { $set: { 'passkeys.$.counter': counter, 'passkeys.$.lastUsedAt': lastUsedAt } },
      );
    },
    async removePasskey(id, credential) {
      await accounts.updateOne({ _id: id }, { $pull: { passkeys: { id: credential } } });
    },
    remove: (id) => removeAccount(collections, id),
    everythingOf: (id) => everythingOf(collections, id),
  };
}

async function set(
  accounts: AccountCollections['accounts'],
  id: string,
  fields: Partial<Omit<AccountDocument, '_id'>>,
): Promise<void> {
  await accounts.updateOne({ _id: id }, { $set: fields });
}

/** The account itself goes first: from then on nobody can act as it, whatever becomes of the rest. */
async function removeAccount(collections: AccountCollections, accountId: string): Promise<void> {
  await collections.accounts.deleteOne({ _id: accountId });
  await collections.sessions.deleteMany({ accountId });
  await collections.memberships.deleteMany({ accountId });
  await collections.drafts.deleteMany({ accountId });
  await collections.confirmations.deleteMany({ accountId });
  await collections.reviews.deleteMany({ accountId, kind: 'CLAIM' });
  await collections.reviews.updateMany({ accountId }, { $set: { message: null } });
}

async function everythingOf(collections: AccountCollections, accountId: string): Promise<Record<string, unknown[]>> {
  const hide = { _id: 0 } as const;
  return {
    account: await collections.accounts.find({ _id: accountId }).toArray(),
    sessions: await collections.sessions.find({ accountId }, { projection: hide }).toArray(),
    operates: await collections.memberships.find({ accountId }, { projection: hide }).toArray(),
    drafts: await collections.drafts.find({ accountId }, { projection: hide }).toArray(),
    reviews: await collections.reviews.find({ accountId }).toArray(),
    announcements: await collections.announcements.find({ accountId }).toArray(),
    photos: await collections.photos.find({ accountId }).toArray(),
  };
}
