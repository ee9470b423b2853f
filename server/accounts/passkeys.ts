import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { cleanLine } from '../domain/clean-text.ts';
import { refuse } from '../domain/user-error.ts';
import type { PasskeyRecord, StoredAccount } from '../store/accounts.ts';
import type { Asking, Viewer } from './people.ts';
import { requireAccount } from './rights.ts';
import { browserName, openSession, viewerFor } from './sessions.ts';
import { hashOf, newToken } from './tokens.ts';

const CHALLENGE_MINUTES = 5;
const MOST_PASSKEYS = 10;

/** What the keys belong to: the host of the product's own address. */
const relyingParty = (publicUrl: string) => ({ rpID: new URL(publicUrl).hostname, origin: publicUrl });

/** Remembers the challenge of this browser until it answers. */
async function keepChallenge({ people, visit, now }: Asking, challenge: string): Promise<void> {
  const browser = newToken();
  const expiresAt = new Date(now + CHALLENGE_MINUTES * 60_000);
  await people.store.signIns.keepChallenge({ _id: hashOf(browser), challenge, expiresAt });
  visit.setCookie('sign-in', browser, CHALLENGE_MINUTES * 60);
}

async function takeChallenge({ people, visit, now }: Asking): Promise<string> {
  const browser = visit.cookie('sign-in') ?? refuse('EXPIRED', ['response'], 'PASSKEY');
  return (
    (await people.store.signIns.takeChallenge(hashOf(browser), new Date(now))) ??
    refuse('EXPIRED', ['response'], 'PASSKEY')
  );
}

/** What the browser needs to make a passkey, as JSON. */
export async function startPasskey(asking: Asking): Promise<string> {
  const { account } = requireAccount(asking.viewer);
  const options = await generateRegistrationOptions({
    rpName: 'いばしょ',
    rpID: relyingParty(asking.people.publicUrl).rpID,
    userName: account.email,
    userID: new TextEncoder().encode(account._id),
    attestationType: 'none',
    excludeCredentials: account.passkeys.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  });
  await keepChallenge(asking, options.challenge);
  return JSON.stringify(options);
}

/** Keeps the passkey that the browser made. @throws Refused where it does not answer what was asked */
export async function addPasskey(
  asking: Asking,
  input: { response: string; label?: string | null | undefined },
): Promise<Viewer> {
  const { people, visit, now } = asking;
  const viewer = requireAccount(asking.viewer);
  if (viewer.account.passkeys.length >= MOST_PASSKEYS) refuse('INVALID', ['response'], 'PASSKEY');
  const { rpID, origin } = relyingParty(people.publicUrl);
  const { registrationInfo } = await verifyRegistrationResponse({
    response: readJson<RegistrationResponseJSON>(input.response),
    expectedChallenge: await takeChallenge(asking),
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: false,
  }).catch(() => refuse('INVALID', ['response'], 'PASSKEY'));
  const { credential } = registrationInfo ?? refuse('INVALID', ['response'], 'PASSKEY');
  const passkey: PasskeyRecord = {
    id: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: credential.transports ?? [],
    label: cleanLine(input.label ?? '').slice(0, 60) || browserName(visit.userAgent),
    createdAt: new Date(now),
    lastUsedAt: null,
  };
  await people.store.accounts.addPasskey(viewer.account._id, passkey);
  return reread(asking, viewer);
}

async function reread({ people }: Asking, viewer: Viewer): Promise<Viewer> {
  const account = await people.store.accounts.byId(viewer.account._id);
  return account ? viewerFor(people.store, account, viewer.session) : viewer;
}

/** Forgets a passkey of the viewer. */
export async function removePasskey(asking: Asking, { id }: { id: string }): Promise<Viewer> {
  const viewer = requireAccount(asking.viewer);
  if (!viewer.account.passkeys.some((passkey) => passkey.id === id)) refuse('NOT_FOUND', ['id']);
  await asking.people.store.accounts.removePasskey(viewer.account._id, id);
  return reread(asking, viewer);
}

/** What the browser needs to sign in by a passkey, as JSON. It names no account: the browser offers the keys that it has. */
export async function startPasskeySignIn(asking: Asking): Promise<string> {
  const { rpID } = relyingParty(asking.people.publicUrl);
  const options = await generateAuthenticationOptions({ rpID, userVerification: 'preferred' });
  await keepChallenge(asking, options.challenge);
  return JSON.stringify(options);
}

/** Signs in by a passkey. @throws Refused for a key that is not known, or does not answer what was asked */
export async function completePasskeySignIn(asking: Asking, input: { response: string }): Promise<Viewer> {
  const { people, now } = asking;
  const response = readJson<AuthenticationResponseJSON>(input.response);
  const challenge = await takeChallenge(asking);
  const account = typeof response.id === 'string' ? await people.store.accounts.byPasskey(response.id) : null;
  if (account === null) return refuse('INVALID', ['response'], 'PASSKEY');
  const counter = await verify(asking, account, response, challenge);
  await people.store.accounts.usedPasskey(account._id, response.id, counter, new Date(now));
  return openSession(asking, account);
}

async function verify(
  { people }: Asking,
  account: StoredAccount,
  response: AuthenticationResponseJSON,
  expectedChallenge: string,
): Promise<number> {
  const key = account.passkeys.find(({ id }) => id === response.id) ?? refuse('INVALID', ['response'], 'PASSKEY');
  const { rpID, origin } = relyingParty(people.publicUrl);
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: false,
    credential: {
      id: key.id,
      publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64url')),
      counter: key.counter,
      transports: key.transports,
    },
  }).catch(() => refuse('INVALID', ['response'], 'PASSKEY'));
  return verified ? authenticationInfo.newCounter : refuse('INVALID', ['response'], 'PASSKEY');
}

function readJson<T extends object>(text: string): T {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as T;
  } catch {
    // Refused below.
  }
  return refuse('INVALID', ['response'], 'PASSKEY');
}
