import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { UserError } from '../account/form/user-errors.ts';
import { ask, textOf } from '../server/ask.ts';
import { ErasePrivate, MergePlaces, RestoreRevision, SuspendPlace } from './moderate-queries.ts';
import { type MovedPin, movePin } from './move-pin.ts';

type Event = RequestEvent<{ id: string }>;

const answer = (userErrors: UserError[], pin: MovedPin | null = null) =>
  userErrors.length > 0 ? fail(422, { done: false, pin: null, userErrors }) : { done: true, pin, userErrors };

const FIELDS = ['ADDRESS', 'CONTACT', 'OPERATOR'] as const;

/** What a moderator does to a place at once: each is one form of its page. */
export const placeActions = {
  async suspend(event: Event) {
    const form = await event.request.formData();
    const suspended = textOf(form, 'suspended') === 'yes';
    const input = { id: event.params.id, suspended, reason: textOf(form, 'reason') };
    return answer((await ask(event, SuspendPlace, { input })).suspendPlace.userErrors);
  },
  async pin(event: Event) {
    const { pin, userErrors } = await movePin(event, await event.request.formData());
    return answer(userErrors, pin);
  },
  async restore(event: Event) {
    const revision = Number(textOf(await event.request.formData(), 'revision'));
    const input = { id: event.params.id, revision, reason: null };
    return answer((await ask(event, RestoreRevision, { input })).restoreRevision.userErrors);
  },
  async merge(event: Event) {
    const typed = textOf(await event.request.formData(), 'into').trim();
    const into = /\/places\/([^/?#]+)/.exec(typed)?.[1] ?? typed;
    const { mergePlaces } = await ask(event, MergePlaces, { input: { id: event.params.id, into, reason: null } });
    if (mergePlaces.place) redirect(303, `/moderate/${mergePlaces.place.id}`);
    return answer(mergePlaces.userErrors);
  },
  async erase(event: Event) {
    const form = await event.request.formData();
    const field = FIELDS.find((each) => each === textOf(form, 'field'));
    if (!field) return answer([]);
    const { erasePrivate } = await ask(event, ErasePrivate, { input: { id: event.params.id, field } });
    return answer(erasePrivate.userErrors);
  },
};
