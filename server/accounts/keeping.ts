import type { Place } from '../domain/place.ts';
import { refuse } from '../domain/user-error.ts';
import type { Asking } from './people.ts';
import { requireAccount, requireRight } from './rights.ts';
import { write } from './submit.ts';
import { hashOf } from './tokens.ts';

/**
 * Says that everything shown of a place is still right: by who keeps it, or by the link of a mail.
 * @throws Refused EXPIRED for a link that is not valid any more
 */
export async function confirmPlace(
  asking: Asking,
  input: { id?: string | null | undefined; token?: string | null | undefined },
): Promise<Place> {
  return input.token ? confirmByLink(asking, input.token) : confirmOwn(asking, input.id ?? '');
}

async function confirmOwn(asking: Asking, id: string): Promise<Place> {
  const viewer = requireAccount(asking.viewer);
  const base = requireRight('confirmPlace', viewer, await asking.people.store.places.read(id), ['id']);
  const place = { ...base, confirmedAt: new Date(asking.now) };
  return write(asking, viewer, { base, place, why: 'CONFIRM' });
}

/** The place that a confirmation link leads to; null where the link is not valid any more, or its account left the place. */
export async function placeOfConfirmation({ people, now }: Asking, token: string) {
  const { once, operators, accounts, places } = people.store;
  const confirmation = await once.confirmation(hashOf(token), new Date(now));
  if (confirmation === null) return null;
  const keeps = (await operators.of(confirmation.placeId)).some(
    ({ accountId }) => accountId === confirmation.accountId,
  );
  const account = keeps ? await accounts.byId(confirmation.accountId) : null;
  const place = account && (await places.read(confirmation.placeId));
  return place?.status === 'PUBLISHED' ? { place, account } : null;
}

async function confirmByLink(asking: Asking, token: string): Promise<Place> {
  const found = (await placeOfConfirmation(asking, token)) ?? refuse('EXPIRED', ['token'], 'LINK_EXPIRED');
  const { place: base, account } = found;
  const viewer = {
    account: account ?? refuse('EXPIRED', ['token'], 'LINK_EXPIRED'),
    session: '',
    places: new Set([base.id]),
  };
  return write(asking, viewer, { base, place: { ...base, confirmedAt: new Date(asking.now) }, why: 'CONFIRM' });
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
