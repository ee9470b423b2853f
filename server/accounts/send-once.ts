import { DAY_MS } from '../domain/schedule/calendar-day.ts';
import type { Mail } from './mail.ts';
import type { People } from './people.ts';

/** A mail that was claimed and not sent (its server died, or SMTP was away) is tried again after this. */
export const RETRY_MS = 10 * 60_000;
const REMEMBER_MS = 400 * DAY_MS;

/** Whether this server is to say something in a mail: it was not said yet, and no other server is about to. */
export function claim({ store }: People, about: string, now: Date): Promise<boolean> {
  const expiresAt = new Date(now.getTime() + REMEMBER_MS);
  return store.once.claimMail(about, now, { retryMs: RETRY_MS, expiresAt });
}

/** Sends a mail that says what was claimed; one that could not be sent is tried again later. */
export async function sendClaimed({ store, mailer }: People, claimed: string[], now: Date, mail: Mail): Promise<void> {
  try {
    await mailer.send(mail);
  } catch {
    return;
  }
  for (const about of claimed) await store.once.sentMail(about, now);
}

/** Sends a mail once, whichever server comes first. */
export async function sendOnce(people: People, about: string, now: Date, mail: Mail): Promise<void> {
  if (await claim(people, about, now)) await sendClaimed(people, [about], now, mail);
}
