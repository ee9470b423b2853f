import { refuse } from '../domain/user-error.ts';
import type { Asking, People } from './people.ts';
import { requireAccount } from './rights.ts';
import { emailKeyOf } from './sign-in.ts';
import { tellUnkept } from './telling-moderators.ts';

/** Everything that is kept about the viewer, as JSON. Hashes of secrets stay out: they are of use to nobody. */
export async function exportAccount({ people, viewer }: Asking): Promise<string> {
  const { account } = requireAccount(viewer);
  const everything = await people.store.accounts.everythingOf(account._id);
  return JSON.stringify(everything, null, 2);
}

/** Removes the viewer's account; the journal keeps a pseudonym that leads to nobody. @throws Refused where the address is not the account's */
export async function deleteAccount(asking: Asking, { email }: { email: string }): Promise<void> {
  const { people, visit } = asking;
  const { account } = requireAccount(asking.viewer);
  if (emailKeyOf(email) !== account.emailKey) refuse('INVALID', ['email'], 'EMAIL_DIFFERS');
  const kept = await people.store.operators.placesOf(account._id);
  await dropUnsentPhotos(people, account._id);
  await people.store.accounts.remove(account._id);
  for (const id of kept) await tellUnkept(people, id);
  visit.setCookie('session', '', 0);
}

/** Photos of drafts that go with the account; those of places that there are stay with their place. */
async function dropUnsentPhotos({ store }: People, accountId: string): Promise<void> {
  const ids = (await store.operators.draftsOf(accountId)).map(({ placeId }) => placeId);
  const there = new Set((await store.places.readAll(ids)).map(({ id }) => id));
  for (const id of ids) if (!there.has(id)) await store.photos.removeOf(id);
}
