import type { Place } from '../domain/place.ts';
import { refuse } from '../domain/user-error.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { Asking } from './people.ts';
import { requireAccount, requireRight } from './rights.ts';
import { write } from './submit.ts';
import { hashOf } from './tokens.ts';

/** `ConfirmPlaceInput` of the contract: one of both. */
export interface ConfirmPlace {
  id?: string | null | undefined;
  link?: { token: string; id: string } | null | undefined;
}

/**
 * Says that everything shown of a place is still right: by who keeps it, or by the link of a mail.
 * @throws Refused EXPIRED for a link that is not valid any more, or not for this place
 */
export async function confirmPlace(asking: Asking, { id, link }: ConfirmPlace): Promise<Place> {
  const { base, viewer } = link ? await byLink(asking, link) : await byOperator(asking, id ?? '');
  const place = { ...base, confirmedAt: new Date(asking.now) };
  return write(asking, viewer, { base, place, why: 'CONFIRM' });
}

async function byOperator(asking: Asking, id: string) {
  const viewer = requireAccount(asking.viewer);
  return { viewer, base: requireRight('confirmPlace', viewer, await asking.people.store.places.read(id), ['id']) };
}

async function byLink(asking: Asking, { token, id }: { token: string; id: string }) {
  const found = (await placesOfConfirmation(asking, token)) ?? refuse('EXPIRED', ['link'], 'LINK_EXPIRED');
  const base = found.places.find((place) => place.id === id) ?? refuse('EXPIRED', ['link'], 'LINK_EXPIRED');
  if (!found.open.includes(id)) refuse('EXPIRED', ['link'], 'CONFIRMED');
  return { viewer: { account: found.account, session: '', places: new Set([id]) }, base };
}

const byName = (one: Place, other: Place) => (one.name < other.name ? -1 : 1);

/** What the link of a mail leads to. */
export interface LinkedConfirmation {
  places: Place[];
  /** Ids of those that nobody has confirmed since the mail: each is confirmed once by it. */
  open: string[];
  account: StoredAccount;
}

/** Places of a confirmation link that its account still keeps; null where there is none of them, or the link is not valid. */
export async function placesOfConfirmation({ people, now }: Asking, token: string): Promise<LinkedConfirmation | null> {
  const { once, operators, accounts, places } = people.store;
  const confirmation = await once.confirmation(hashOf(token), new Date(now));
  const account = confirmation && (await accounts.byId(confirmation.accountId));
  if (!account) return null;
  const kept = new Set(await operators.placesOf(account._id));
  const found = await places.readAll(confirmation.placeIds.filter((id) => kept.has(id)));
  const shown = found.filter(({ status }) => status === 'PUBLISHED').sort(byName);
  const isOpen = ({ confirmedAt }: Place) => confirmedAt === null || confirmedAt < confirmation.askedAt;
  const open = shown.filter(isOpen).map(({ id }) => id);
  return shown.length === 0 ? null : { places: shown, open, account };
}

/**
 * Takes the viewer's own newest change back: the place is as it was, but what is hidden stays hidden.
 * @throws Refused where somebody else has changed it since
 */
export async function undoRevision(asking: Asking, { id, revision }: { id: string; revision: number }): Promise<Place> {
  const { places } = asking.people.store;
  const viewer = requireAccount(asking.viewer);
  const base = requireRight('undoRevision', viewer, await places.read(id), ['id']);
  const [newest, before] = await places.history(id, 2);
  const own = newest?.revision === revision && newest.who === viewer.account._id && base.revision === revision;
  if (!own || !before) return refuse('INVALID', ['revision'], 'NOT_NEWEST');
  const place = goneBack(base, before.after);
  return write(asking, viewer, { base, place, why: 'UNDO' });
}

/**
 * A place as it was before, but for what has a life of its own (whether it is public, where it came from, its photos).
 * What is hidden now or was hidden then stays hidden.
 */
export function goneBack(now: Place, before: Omit<Place, 'updatedAt'>): Place {
  const { status, mergedInto, createdAt, source, photos } = now;
  return {
    ...now,
    ...before,
    ...{ status, mergedInto, createdAt, source, photos },
    addressHidden: now.addressHidden || before.addressHidden,
    phonesHidden: now.phonesHidden === true || before.phonesHidden === true,
  };
}
