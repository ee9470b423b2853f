import { fail } from '@sveltejs/kit';
import { daysOf } from '#lib/account/closed-days.ts';
import type { UserError } from '#lib/account/form/user-errors.ts';
import { Announce, ConfirmPlace, UndoAnnouncement, UndoRevision } from '#lib/account/keeping-mutations.ts';
import { MyPlaces } from '#lib/account/my-queries.ts';
import { DiscardDraft } from '#lib/register/draft-queries.ts';
import { dateInJapan } from '#lib/schedule/jst.ts';
import { ask, signedIn, textOf } from '#lib/server/ask.ts';
import { nowOf } from '#lib/server/now.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const { viewer } = await ask(event, MyPlaces, {});
  const { searchParams } = event.url;
  return {
    viewer: signedIn(viewer, event.url),
    left: searchParams.has('left'),
    onlyModerators: searchParams.has('only-moderators'),
  };
};

/** What was done to which place, and by what it is taken back. */
const done = (
  id: string,
  deed: 'closed' | 'confirmed' | 'undone' | 'discarded',
  userErrors: UserError[],
  undo?: string | number,
) =>
  userErrors.length > 0
    ? fail(422, { id, done: null, undo: undefined, userErrors })
    : { id, done: deed, undo: undo === undefined ? undefined : String(undo), userErrors };

export const actions: Actions = {
  async closedToday(event) {
    const id = textOf(await event.request.formData(), 'id');
    const span = daysOf('today', dateInJapan(nowOf(event.platform)));
    const { announce } = await ask(event, Announce, { input: { placeIds: [id], kind: 'CLOSED', ...span } });
    return done(id, 'closed', announce.userErrors, announce.announcements[0]?.id);
  },
  async confirm(event) {
    const id = textOf(await event.request.formData(), 'id');
    const { confirmPlace } = await ask(event, ConfirmPlace, { input: { id } });
    return done(id, 'confirmed', confirmPlace.userErrors, confirmPlace.place?.revision);
  },
  async undo(event) {
    const form = await event.request.formData();
    const { undoAnnouncement } = await ask(event, UndoAnnouncement, { id: textOf(form, 'announcement') });
    return done(textOf(form, 'id'), 'undone', undoAnnouncement.userErrors);
  },
  async discard(event) {
    const id = textOf(await event.request.formData(), 'id');
    const { discardDraft } = await ask(event, DiscardDraft, { id });
    return done(id, 'discarded', discardDraft.userErrors);
  },
  async undoRevision(event) {
    const form = await event.request.formData();
    const id = textOf(form, 'id');
    const input = { id, revision: Number(textOf(form, 'revision')) };
    const { undoRevision } = await ask(event, UndoRevision, { input });
    return done(id, 'undone', undoRevision.userErrors);
  },
};
