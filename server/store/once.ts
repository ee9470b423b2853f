import type { AccountCollections } from './account-models.ts';
import type { ConfirmationDocument } from './account-documents.ts';
import { isDuplicateKey } from './accounts.ts';

export interface OnceStore {
  /** Takes a lease until a moment of the database's clock; false where it is taken, by whomever. */
  lease(name: string, holder: string, now: Date, until: Date): Promise<boolean>;
  /** Claims the sending of a mail; false where it was sent, or another server claimed it less than `retryMs` ago. */
  claimMail(about: string, now: Date, options: { retryMs: number; expiresAt: Date }): Promise<boolean>;
  sentMail(about: string, at: Date): Promise<void>;
  keepConfirmation(confirmation: ConfirmationDocument): Promise<void>;
  confirmation(hash: string, now: Date): Promise<ConfirmationDocument | null>;
}

/** What happens once however many servers there are, in these collections. */
export function onceIn({ leases, sentMails, confirmations }: AccountCollections): OnceStore {
  return {
    async lease(name, holder, now, until) {
      try {
        await leases.updateOne({ _id: name, until: { $lte: now } }, { $set: { holder, until } }, { upsert: true });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    async claimMail(about, now, { retryMs, expiresAt }) {
      try {
        await sentMails.updateOne(
          { _id: about, sentAt: null, claimedAt: { $lte: new Date(now.getTime() - retryMs) } },
          { $set: { claimedAt: now, sentAt: null, expiresAt } },
          { upsert: true },
        );
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    async sentMail(about, sentAt) {
      await sentMails.updateOne({ _id: about }, { $set: { sentAt } });
    },
    async keepConfirmation({ _id, ...confirmation }) {
      await confirmations.replaceOne({ _id }, confirmation, { upsert: true });
    },
    confirmation: (hash, now) => confirmations.findOne({ _id: hash, expiresAt: { $gt: now } }),
  };
}
