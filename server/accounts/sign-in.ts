import { mailAddress } from '../domain/read-contact-input.ts';
import { refuse } from '../domain/user-error.ts';
import type { StoredSignIn } from '../store/sign-ins.ts';
import { countUse } from './count-use.ts';
import { signInMail } from './mails/sign-in-mail.ts';
import type { Asking, Viewer } from './people.ts';
import { openSession } from './sessions.ts';
import { codeHash, hashOf, newCode, newId, newToken, sameHash } from './tokens.ts';

/** How long a link and a code are valid. */
export const SIGN_IN_MINUTES = 15;
const MOST_TRIES = 5;
const PER_ADDRESS = { points: 5, seconds: 3600 };
/** A school or a town hall asks from one address. */
const PER_CLIENT = { points: 30, seconds: 3600 };
/** Codes tried from one client, over all browsers it pretends to be. */
const TRIES_PER_CLIENT = { points: 50, seconds: 3600 };

/** The form in which two spellings of an address are equal. */
export const emailKeyOf = (email: string): string => email.normalize('NFKC').trim().toLowerCase();

/**
 * Mails a link and a code to an address. Whether there is an account is not even looked up: the answer, and how long it
 * takes, cannot tell.
 * @throws Refused for no address, too many requests, or a mail that could not be handed over
 */
export async function requestSignIn(asking: Asking, { email }: { email: string }): Promise<{ validMinutes: number }> {
  const { people, visit, voice, now } = asking;
  const address = mailAddress(email) ?? refuse('INVALID', ['email'], 'EMAIL');
  const emailKey = emailKeyOf(address);
  await countUse(people, { name: 'sign-in-client', limit: PER_CLIENT, key: visit.client, path: ['email'] });
  await countUse(people, { name: 'sign-in-address', limit: PER_ADDRESS, key: hashOf(emailKey), path: ['email'] });
  const [browser, token, code] = [newToken(), newToken(), newCode()];
  const signIn: StoredSignIn = {
    _id: hashOf(browser),
    email: address,
    emailKey,
    voice,
    tokenHash: hashOf(token),
    codeHash: codeHash(code, browser),
    tries: 0,
    expiresAt: new Date(now + SIGN_IN_MINUTES * 60_000),
  };
  await people.store.signIns.ask(signIn);
  const link = `${people.publicUrl}/sign-in?token=${token}`;
  await people.mailer
    .send(signInMail({ to: address, voice, link, code, minutes: SIGN_IN_MINUTES }))
    .catch(() => refuse('INVALID', ['email'], 'MAIL_FAILED'));
  visit.setCookie('sign-in', browser, SIGN_IN_MINUTES * 60);
  return { validMinutes: SIGN_IN_MINUTES };
}

/**
 * Signs in by the link's token or by the code, each usable once.
 * @throws Refused EXPIRED for what is unknown, used or too old; INVALID for a wrong code with tries left
 */
export async function completeSignIn(
  asking: Asking,
  input: { token?: string | null | undefined; code?: string | null | undefined },
): Promise<Viewer> {
  const signIn = input.token ? await byToken(asking, input.token) : await byCode(asking, input.code ?? '');
  const account = await asking.people.store.accounts.findOrCreate({
    _id: newId(),
    email: signIn.email,
    emailKey: signIn.emailKey,
    voice: signIn.voice,
    createdAt: new Date(asking.now),
  });
  return openSession(asking, account);
}

async function byToken({ people, now }: Asking, token: string): Promise<StoredSignIn> {
  const signIn = await people.store.signIns.takeByToken(hashOf(token), new Date(now));
  return signIn ?? refuse('EXPIRED', ['token'], 'LINK_EXPIRED');
}

async function byCode(asking: Asking, written: string): Promise<StoredSignIn> {
  const { people, visit, now } = asking;
  const browser = visit.cookie('sign-in') ?? refuse('EXPIRED', ['code'], 'CODE_EXPIRED');
  await countUse(people, { name: 'sign-in-tries', limit: TRIES_PER_CLIENT, key: visit.client, path: ['code'] });
  const signIn = await people.store.signIns.tryCode(hashOf(browser), MOST_TRIES, new Date(now));
  if (signIn === null) return refuse('EXPIRED', ['code'], 'CODE_EXPIRED');
  const code = written.normalize('NFKC').replace(/[\s-]/g, '');
  if (!sameHash(codeHash(code, browser), signIn.codeHash)) {
    const left = MOST_TRIES - signIn.tries;
    return left > 0 ? refuse('INVALID', ['code'], 'CODE', { left }) : refuse('EXPIRED', ['code'], 'CODE_EXPIRED');
  }
  // Of two browsers with the same cookie and code, one comes first.
  if (!(await people.store.signIns.takeByBrowser(signIn._id))) refuse('EXPIRED', ['code'], 'CODE_EXPIRED');
  return signIn;
}
