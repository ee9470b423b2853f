import type { AccountCollections } from './account-models.ts';
import type { ChallengeDocument, SessionDocument, SignInDocument } from './account-documents.ts';

export type { SessionDocument as StoredSession, SignInDocument as StoredSignIn } from './account-documents.ts';

export interface SignInStore {
  /** Keeps what was asked for; what the same browser asked before is void. */
  ask(signIn: SignInDocument): Promise<void>;
  /** Takes the sign-in of a link: whoever comes second finds none. */
  takeByToken(tokenHash: string, now: Date): Promise<SignInDocument | null>;
  /** The sign-in of a browser, with this try counted; null where there is none, or no try is left. */
  tryCode(browserHash: string, mostTries: number, now: Date): Promise<SignInDocument | null>;
  /** Takes the sign-in of a browser; false where somebody else has taken it. */
  takeByBrowser(browserHash: string): Promise<boolean>;
  openSession(session: SessionDocument): Promise<void>;
  session(hash: string, now: Date): Promise<SessionDocument | null>;
  sessionsOf(accountId: string, now: Date): Promise<SessionDocument[]>;
  touchSession(hash: string, lastUsedAt: Date, expiresAt: Date): Promise<void>;
  closeSession(hash: string): Promise<void>;
  closeDevice(accountId: string, device: string): Promise<boolean>;
  closeAll(accountId: string): Promise<void>;
  keepChallenge(challenge: ChallengeDocument): Promise<void>;
  /** Takes the challenge of a browser; null where there is none. */
  takeChallenge(browserHash: string, now: Date): Promise<string | null>;
}

/** Sign-ins and sessions in these collections. */
export function signInsIn({ signIns, sessions, challenges }: AccountCollections): SignInStore {
  return {
    async ask({ _id, ...signIn }) {
      await signIns.replaceOne({ _id }, signIn, { upsert: true });
    },
    takeByToken: (tokenHash, now) => signIns.findOneAndDelete({ tokenHash, expiresAt: { $gt: now } }),
    tryCode: (browserHash, mostTries, now) =>
      signIns.findOneAndUpdate(
        { _id: browserHash, tries: { $lt: mostTries }, expiresAt: { $gt: now } },
        { $inc: { tries: 1 } },
        { returnDocument: 'after' },
      ),
    takeByBrowser: async (browserHash) => (await signIns.deleteOne({ _id: browserHash })).deletedCount === 1,
    async openSession(session) {
      await sessions.insertOne(session);
    },
    session: (hash, now) => sessions.findOne({ _id: hash, expiresAt: { $gt: now } }, { comment: 'sessions.byHash' }),
    sessionsOf: (accountId, now) =>
      sessions
        .find({ accountId, expiresAt: { $gt: now } }, { comment: 'sessions.of' })
        .sort({ createdAt: -1 })
        .toArray(),
    async touchSession(hash, lastUsedAt, expiresAt) {
      await sessions.updateOne({ _id: hash }, { $set: { lastUsedAt, expiresAt } });
    },
    async closeSession(hash) {
      await sessions.deleteOne({ _id: hash });
    },
    closeDevice: async (accountId, device) => (await sessions.deleteOne({ accountId, device })).deletedCount === 1,
    async closeAll(accountId) {
      await sessions.deleteMany({ accountId });
    },
    async keepChallenge({ _id, ...challenge }) {
      await challenges.replaceOne({ _id }, challenge, { upsert: true });
    },
    takeChallenge: async (browserHash, now) =>
      (await challenges.findOneAndDelete({ _id: browserHash, expiresAt: { $gt: now } }))?.challenge ?? null,
  };
}
