import { deleteAccount } from '../accounts/account-data.ts';
import { type Announcements, announce, announceByLink, undoAnnouncement } from '../accounts/announcing.ts';
import { type Conflict, discardDraft, savePlace } from '../accounts/drafts.ts';
import { confirmPlace, undoRevision } from '../accounts/keeping.ts';
import {
  correctPin,
  erasePrivate,
  mergePlaces,
  restoreRevision,
  reviewPlace,
  suspendPlace,
} from '../accounts/moderating.ts';
import {
  claimPlace,
  createClosureLink,
  inviteOperator,
  type OperatorView,
  operatorsOf,
  removeOperator,
  revokeClosureLink,
  withdrawInvitation,
  withoutPlace,
} from '../accounts/operating.ts';
import {
  addPasskey,
  completePasskeySignIn,
  removePasskey,
  startPasskey,
  startPasskeySignIn,
} from '../accounts/passkeys.ts';
import type { Asking, Viewer } from '../accounts/people.ts';
import { attachPhoto, removePhoto } from '../accounts/photos.ts';
import { mayRead } from '../accounts/rights.ts';
import { type SignOut, signOut } from '../accounts/sessions.ts';
import { reportPlace, settleReport } from '../accounts/reporting.ts';
import { completeSignIn, requestSignIn } from '../accounts/sign-in.ts';
import { submitPlace } from '../accounts/submit.ts';
import { newId } from '../accounts/tokens.ts';
import type { Place } from '../domain/place.ts';
import type { StoredClosureLink } from '../store/operators.ts';
import type { StoredPhoto } from '../store/photos.ts';
import type { StoredReview } from '../store/reviews.ts';
import { photoValues } from './account.ts';
import type { MyPlaceValue, PhotoValue } from './account-values.ts';
import { answering, answeringOne } from './answering.ts';
import type { Context } from './context.ts';
import type { MutationResolvers } from './types.gen.ts';

/** Signs somebody in, for the rest of the request too. */
const signingIn = <Input>(run: (asking: Asking, input: Input) => Promise<Viewer>) =>
  answering({ viewer: null as Viewer | null }, async (asking, input: Input, context) => {
    context.viewer = await run(asking, input);
    return { viewer: context.viewer };
  });

/** Changes who operates a place; who left it sees nobody any more. */
const operators = <Input>(run: (asking: Asking, input: Input) => Promise<Place>) =>
  answering({ operators: [] as OperatorView[] }, async (asking, input: Input, context) => {
    const place = await run(asking, input);
    await forgetLeft(asking, context, place.id);
    const { viewer } = context;
    return { operators: mayRead(viewer, place, 'operators') ? await operatorsOf({ ...asking, viewer }, place) : [] };
  });

async function forgetLeft({ people }: Asking, context: Context, id: string): Promise<void> {
  if (!context.viewer) return;
  const kept = await people.store.operators.placesOf(context.viewer.account._id);
  if (!kept.includes(id)) context.viewer = withoutPlace(context.viewer, id);
}

const photos = <Input>(run: (asking: Asking, input: Input) => Promise<StoredPhoto[]>) =>
  answering({ photos: [] as PhotoValue[] }, async (asking, input: Input) => ({
    photos: photoValues(await run(asking, input)),
  }));

const NO_ANNOUNCEMENTS: Announcements = { announcements: [], places: [] };
const NO_DRAFT = {
  myPlace: null as MyPlaceValue | null,
  conflict: null as Conflict | null,
  duplicates: [] as Place[],
};
const NOT_SUBMITTED = { ...NO_DRAFT, review: null as StoredReview | null };
const NO_OPTIONS = { options: null as string | null };
const NO_LINK = { link: null as StoredClosureLink | null, url: null as string | null };

/** The table of contents of what can be changed. */
export const mutationResolvers: MutationResolvers = {
  requestSignIn: answering({ validMinutes: null as number | null }, requestSignIn),
  completeSignIn: signingIn(completeSignIn),
  signOut: answering({ viewer: null as Viewer | null }, async (asking, input: SignOut | null | undefined, context) => {
    context.viewer = await signOut(asking, input ?? {});
    return { viewer: context.viewer };
  }) as MutationResolvers['signOut'],
  startPasskey: (_, __, context) =>
    answering(NO_OPTIONS, async (asking) => ({ options: await startPasskey(asking) }))(_, { input: null }, context),
  addPasskey: signingIn(addPasskey),
  removePasskey: signingIn(removePasskey),
  startPasskeySignIn: (_, __, context) =>
    answering(NO_OPTIONS, async (asking) => ({ options: await startPasskeySignIn(asking) }))(
      _,
      { input: null },
      context,
    ),
  completePasskeySignIn: signingIn(completePasskeySignIn),
  deleteAccount: answering<{ email: string }, { deleted: boolean }>(
    { deleted: false },
    async (asking, input: { email: string }, context) => {
      await deleteAccount(asking, input);
      context.viewer = null;
      return { deleted: true };
    },
  ),

  savePlace: answering(NO_DRAFT, async (asking, input: Parameters<typeof savePlace>[1]) => {
    const { draft, base, problems, duplicates } = await savePlace(asking, input);
    return { myPlace: { id: draft.placeId, place: base, draft }, duplicates, userErrors: problems };
  }),
  submitPlace: answering(NOT_SUBMITTED, async (asking, input: Parameters<typeof submitPlace>[1], context) => {
    const { place, review } = await submitPlace(asking, input);
    const { viewer } = context;
    // A new place has become the viewer's own.
    if (viewer && asking.viewer) context.viewer = { ...viewer, places: new Set([...viewer.places, place.id]) };
    return { myPlace: { id: place.id, place, draft: null }, review };
  }),
  discardDraft: answering({ myPlace: null as MyPlaceValue | null }, async (asking, input: { id: string }) => {
    const place = await discardDraft(asking, input);
    return { myPlace: place && { id: place.id, place, draft: null } };
  }),
  announce: answering(NO_ANNOUNCEMENTS, announce),
  undoAnnouncement: answering(NO_ANNOUNCEMENTS, undoAnnouncement),
  confirmPlace: answeringOne('place', confirmPlace),
  undoRevision: answeringOne('place', undoRevision),

  claimPlace: answeringOne('review', claimPlace),
  inviteOperator: operators(inviteOperator),
  withdrawInvitation: operators(withdrawInvitation),
  removeOperator: operators(removeOperator),
  createClosureLink: answering(NO_LINK, createClosureLink),
  revokeClosureLink: answering<{ id: string }, { revoked: boolean }>(
    { revoked: false },
    async (asking, input: { id: string }) => {
      await revokeClosureLink(asking, input);
      return { revoked: true };
    },
  ),
  announceByLink: answering(NO_ANNOUNCEMENTS, announceByLink),

  attachPhoto: photos(attachPhoto),
  removePhoto: photos(removePhoto),

  reportPlace: answering<Parameters<typeof reportPlace>[1], { received: boolean }>(
    { received: false },
    async (asking, input: Parameters<typeof reportPlace>[1]) => {
      await reportPlace(asking, input, newId());
      return { received: true };
    },
  ),

  reviewPlace: answeringOne('review', reviewPlace),
  settleReport: answeringOne('report', settleReport),
  suspendPlace: answeringOne('place', suspendPlace),
  mergePlaces: answeringOne('place', mergePlaces),
  restoreRevision: answeringOne('place', restoreRevision),
  erasePrivate: answeringOne('place', erasePrivate),
  correctPin: answeringOne('place', correctPin),
};
