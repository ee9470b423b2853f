import { cleanLine } from '../domain/clean-text.ts';
import type { Place } from '../domain/place.ts';
import { mailAddress } from '../domain/read-contact-input.ts';
import { refuse } from '../domain/user-error.ts';
import type { StoredClosureLink } from '../store/operators.ts';
import type { StoredReview } from '../store/reviews.ts';
import { countUse } from './count-use.ts';
import { invitationMail } from './mails/invitation-mail.ts';
import type { Asking, Viewer } from './people.ts';
import { mayRead, type Placed, requireAccount, requireRight } from './rights.ts';
import { emailKeyOf } from './sign-in.ts';
import { ask } from './submit.ts';
import { tellUnkept } from './telling-moderators.ts';
import { hashOf, newId, newToken } from './tokens.ts';

/** Somebody who operates a place, as another operator sees them. */
export interface OperatorView {
  id: string;
  email: string;
  you: boolean;
  since: Date;
}

const INVITATION_DAYS = 30;
const INVITATIONS = { points: 20, seconds: 86_400 };
const CLAIMS = { points: 20, seconds: 86_400 };
const MOST_LINKS = 20;

/** Everybody who operates a place; a moderator who does not sees pseudonyms without addresses. */
export async function operatorsOf({ people, viewer }: Asking, place: Placed): Promise<OperatorView[]> {
  const members = await people.store.operators.of(place.id);
  const accounts = await people.store.accounts.byIds(members.map(({ accountId }) => accountId));
  const seesMails = mayRead(viewer, place, 'operatorMails');
  return members.flatMap(({ accountId, since }) => {
    const account = accounts.find(({ _id }) => _id === accountId);
    if (!account) return [];
    return [{ id: accountId, email: seesMails ? account.email : '', you: accountId === viewer?.account._id, since }];
  });
}

/** Asks to operate a place that is there already. @throws Refused where the viewer does already, or gives no reason */
export async function claimPlace(
  asking: Asking,
  { id, message }: { id: string; message: string },
): Promise<StoredReview> {
  const viewer = requireAccount(asking.viewer);
  const place = requireRight('claimPlace', viewer, await asking.people.store.places.read(id), ['id']);
  if (place.status !== 'PUBLISHED') refuse('NOT_FOUND', ['id'], 'PLACE');
  if (viewer.places.has(id)) refuse('INVALID', ['id'], 'ALREADY_OPERATOR');
  const words = cleanLine(message);
  if (words === '') refuse('REQUIRED', ['message']);
  await countUse(asking.people, { name: 'claims', limit: CLAIMS, key: viewer.account._id });
  return ask(asking, viewer.account._id, {
    place,
    kind: 'CLAIM',
    facts: {},
    photos: [],
    message: words.slice(0, 1000),
  });
}

async function ownPlace(
  asking: Asking,
  mutation: 'inviteOperator' | 'withdrawInvitation' | 'removeOperator' | 'createClosureLink',
  id: string,
) {
  const viewer = requireAccount(asking.viewer);
  const place = requireRight(mutation, viewer, await asking.people.store.places.read(id), ['id']);
  return { viewer, place };
}

/** Invites somebody; they become an operator when they sign in with that address. */
export async function inviteOperator(asking: Asking, input: { id: string; email: string }): Promise<Place> {
  const { people, now, voice } = asking;
  const { viewer, place } = await ownPlace(asking, 'inviteOperator', input.id);
  const email = mailAddress(input.email) ?? refuse('INVALID', ['email'], 'EMAIL');
  await countUse(people, { name: 'invitations', limit: INVITATIONS, key: viewer.account._id });
  const until = new Date(now + INVITATION_DAYS * 86_400_000);
  await people.store.operators.invite(place.id, emailKeyOf(email), viewer.account._id, until);
  const link = `${people.publicUrl}/sign-in`;
  await people.mailer
    .send(invitationMail({ to: email, voice, name: place.name, link }))
    .catch(() => refuse('INVALID', ['email'], 'MAIL_FAILED'));
  return place;
}

/** Takes an invitation back that nobody has followed yet. @throws Refused NOT_FOUND where there is none */
export async function withdrawInvitation(asking: Asking, input: { id: string; email: string }): Promise<Place> {
  const { place } = await ownPlace(asking, 'withdrawInvitation', input.id);
  const gone = await asking.people.store.operators.withdraw(place.id, emailKeyOf(input.email));
  if (!gone) refuse('NOT_FOUND', ['email']);
  return place;
}

/** Takes an operator off a place; without a name, the viewer leaves it. Who moderates it is told where nobody is left. @throws Refused NOT_FOUND where they did not operate it */
export async function removeOperator(
  asking: Asking,
  input: { id: string; operator?: string | null | undefined },
): Promise<Place> {
  const { viewer, place } = await ownPlace(asking, 'removeOperator', input.id);
  const who = input.operator ?? viewer.account._id;
  if (!(await asking.people.store.operators.remove(place.id, who))) refuse('NOT_FOUND', ['operator']);
  await tellUnkept(asking.people, place.id);
  return place;
}

/** A viewer that does not operate a place any more. */
export function withoutPlace(viewer: Viewer, id: string): Viewer {
  return { ...viewer, places: new Set([...viewer.places].filter((each) => each !== id)) };
}

/** Makes a closure link; its address can be shown this once, for its token is not kept. */
export async function createClosureLink(
  asking: Asking,
  input: { id: string; label?: string | null | undefined },
): Promise<{ link: StoredClosureLink; url: string }> {
  const { people, now } = asking;
  const { place } = await ownPlace(asking, 'createClosureLink', input.id);
  if ((await people.store.operators.linksOf(place.id)).length >= MOST_LINKS) refuse('INVALID', ['id']);
  const token = newToken();
  const label = cleanLine(input.label ?? '').slice(0, 60) || null;
  const link: StoredClosureLink = {
    ...{ _id: newId(), tokenHash: hashOf(token), placeId: place.id, label },
    ...{ createdAt: new Date(now), lastUsedAt: null },
  };
  await people.store.operators.addLink(link);
  return { link, url: `${people.publicUrl}/closed?token=${token}` };
}

/** Makes a closure link useless. @throws Refused NOT_FOUND, FORBIDDEN */
export async function revokeClosureLink(asking: Asking, { id }: { id: string }): Promise<void> {
  const { people } = asking;
  const viewer = requireAccount(asking.viewer);
  const link = (await people.store.operators.link(id)) ?? refuse('NOT_FOUND', ['id']);
  requireRight('revokeClosureLink', viewer, await people.store.places.read(link.placeId), ['id']);
  await people.store.operators.removeLink(id);
}
