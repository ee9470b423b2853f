import { DAY_MS } from '../domain/schedule/calendar-day.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { Store } from '../store/store.ts';
import type { Asking, Viewer, Visit } from './people.ts';
import { hashOf, newId, newToken } from './tokens.ts';

/** A browser that is not used for this long is signed out. */
const IDLE_DAYS = 60;
/** `lastUsedAt` is kept to the hour: a write for every request would say more than anybody needs. */
const TOUCH_MS = 3_600_000;

/** Who the cookie of this browser says is signed in; null for a visitor. */
export async function viewerOf(store: Store, visit: Visit, now: number): Promise<Viewer | null> {
  const cookie = visit.cookie('session');
  if (cookie === null) return null;
  const at = new Date(now);
  const session = await store.signIns.session(hashOf(cookie), at);
  const account = session && (await store.accounts.byId(session.accountId));
  if (!session || !account) return null;
  if (now - session.lastUsedAt.getTime() > TOUCH_MS) {
    await store.signIns.touchSession(session._id, at, new Date(now + IDLE_DAYS * DAY_MS));
    visit.setCookie('session', cookie, IDLE_DAYS * 86_400);
  }
  return viewerFor(store, account, session._id);
}

/** The viewer that an account is, with the places it operates. */
export async function viewerFor(store: Store, account: StoredAccount, session: string): Promise<Viewer> {
  return { account, session, places: new Set(await store.operators.placesOf(account._id)) };
}

/** Signs this browser in with a cookie that it never had before; what it was signed in as ends. */
export async function openSession({ people, visit, now }: Asking, account: StoredAccount): Promise<Viewer> {
  const { signIns, operators } = people.store;
  const before = visit.cookie('session');
  if (before !== null) await signIns.closeSession(hashOf(before));
  const token = newToken();
  const at = new Date(now);
  await signIns.openSession({
    _id: hashOf(token),
    device: newId(),
    accountId: account._id,
    label: browserName(visit.userAgent),
    createdAt: at,
    lastUsedAt: at,
    expiresAt: new Date(now + IDLE_DAYS * DAY_MS),
  });
  await operators.acceptInvitations(account.emailKey, account._id, at);
  visit.setCookie('session', token, IDLE_DAYS * 86_400);
  visit.setCookie('sign-in', '', 0);
  return viewerFor(people.store, account, hashOf(token));
}

const BROWSERS: [sign: RegExp, name: string][] = [
  [/Line\//i, 'LINE'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Chrome\/|CriOS/, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: [sign: RegExp, name: string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
];

/** 「Safari · iPhone」: enough to know one's own, less than a fingerprint. */
export function browserName(userAgent: string): string {
  const browser = BROWSERS.find(([sign]) => sign.test(userAgent))?.[1];
  const system = SYSTEMS.find(([sign]) => sign.test(userAgent))?.[1];
  return [browser, system].filter((part) => part !== undefined).join(' · ') || '?';
}

/** Which browsers to sign out. */
export interface SignOut {
  device?: string | null | undefined;
  everywhere?: boolean | null | undefined;
}

/** Signs out; returns who is still signed in here. */
export async function signOut(
  { people, viewer, visit, now }: Asking,
  { device, everywhere }: SignOut,
): Promise<Viewer | null> {
  const { signIns } = people.store;
  if (viewer === null) return null;
  if (everywhere) await signIns.closeAll(viewer.account._id);
  else if (device) {
    const own = (await signIns.session(viewer.session, new Date(now)))?.device;
    await signIns.closeDevice(viewer.account._id, device);
    if (own !== device) return viewer;
  } else await signIns.closeSession(viewer.session);
  visit.setCookie('session', '', 0);
  return null;
}
