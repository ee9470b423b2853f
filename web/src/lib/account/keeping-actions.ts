import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { AnnounceInput } from '../graphql/gen/graphql.ts';
import { DiscardDraft } from '../register/draft-queries.ts';
import { dateInJapan } from '../schedule/jst.ts';
import { ask, textOf } from '../server/ask.ts';
import { nowOf } from '../server/now.ts';
import { daysOf, type Span, SPANS } from './closed-days.ts';
import type { UserError } from './form/user-errors.ts';
import {
  Announce,
  ConfirmPlace,
  CreateClosureLink,
  InviteOperator,
  RemoveOperator,
  RevokeClosureLink,
  UndoAnnouncement,
  UndoRevision,
  WithdrawInvitation,
} from './keeping-mutations.ts';

type Deed = 'announced' | 'undone' | 'confirmed' | 'linked' | 'revoked' | 'invited' | 'removed' | 'discarded';
export interface Done {
  done: Deed | null;
  /** Which form says what is wrong. */
  form: string;
  userErrors: UserError[];
  /** Of a closure link that was just made: shown this once. */
  link: { url: string; label: string } | null;
  /** Revision that a confirmation made, to be undone. */
  revision: number | null;
}

const done = (form: string, deed: Deed, userErrors: UserError[], rest: Partial<Done> = {}) => {
  const answer: Done = { done: deed, form, userErrors, link: null, revision: null, ...rest };
  return userErrors.length > 0 ? fail(422, { ...answer, done: null }) : answer;
};

type Event = RequestEvent<{ id: string }>;
const formOf = (event: Event) => event.request.formData();

/** What somebody does to keep a place true: each is one form of its page. */
export const keepingActions = {
  async closed(event: Event) {
    const form = await formOf(event);
    const span = SPANS.find((each): each is Span => each === textOf(form, 'span'));
    const today = dateInJapan(nowOf(event.platform));
    const days = span ? daysOf(span, today) : { from: textOf(form, 'from'), to: textOf(form, 'to') || null };
    return announce(event, 'closed', { kind: 'CLOSED', ...days, reason: textOf(form, 'reason') || null });
  },
  async extra(event: Event) {
    const form = await formOf(event);
    const times = { start: textOf(form, 'start') || null, end: textOf(form, 'end') || null };
    const reason = textOf(form, 'reason') || null;
    return announce(event, 'extra', { kind: 'EXTRA', from: textOf(form, 'from'), to: null, ...times, reason });
  },
  async undo(event: Event) {
    const { undoAnnouncement } = await ask(event, UndoAnnouncement, {
      id: textOf(await formOf(event), 'announcement'),
    });
    return done('undo', 'undone', undoAnnouncement.userErrors);
  },
  async confirm(event: Event) {
    const { confirmPlace } = await ask(event, ConfirmPlace, { input: { id: event.params.id } });
    return done('confirm', 'confirmed', confirmPlace.userErrors, { revision: confirmPlace.place?.revision ?? null });
  },
  async undoRevision(event: Event) {
    const revision = Number(textOf(await formOf(event), 'revision'));
    const { undoRevision } = await ask(event, UndoRevision, { input: { id: event.params.id, revision } });
    return done('confirm', 'undone', undoRevision.userErrors);
  },
  async discard(event: Event) {
    const { discardDraft } = await ask(event, DiscardDraft, { id: event.params.id });
    return done('discard', 'discarded', discardDraft.userErrors);
  },
  async link(event: Event) {
    const label = textOf(await formOf(event), 'label');
    const input = { id: event.params.id, label: label || null };
    const { createClosureLink } = await ask(event, CreateClosureLink, { input });
    const { url, userErrors } = createClosureLink;
    return done('link', 'linked', userErrors, { link: url ? { url, label } : null });
  },
  async revoke(event: Event) {
    const { revokeClosureLink } = await ask(event, RevokeClosureLink, { id: textOf(await formOf(event), 'link') });
    return done('link', 'revoked', revokeClosureLink.userErrors);
  },
  async invite(event: Event) {
    const input = { id: event.params.id, email: textOf(await formOf(event), 'email') };
    const { inviteOperator } = await ask(event, InviteOperator, { input });
    return done('invite', 'invited', inviteOperator.userErrors);
  },
  async withdraw(event: Event) {
    const input = { id: event.params.id, email: textOf(await formOf(event), 'email') };
    const { withdrawInvitation } = await ask(event, WithdrawInvitation, { input });
    return done('invite', 'undone', withdrawInvitation.userErrors);
  },
  async remove(event: Event) {
    const operator = textOf(await formOf(event), 'operator') || null;
    const { removeOperator } = await ask(event, RemoveOperator, { input: { id: event.params.id, operator } });
    if (operator === null && removeOperator.userErrors.length === 0) redirect(303, '/my?left');
    return done('invite', 'removed', removeOperator.userErrors);
  },
};

type Days = Pick<AnnounceInput, 'kind' | 'from' | 'to' | 'start' | 'end' | 'reason'>;

async function announce(event: Event, form: string, days: Days) {
  const { announce: answer } = await ask(event, Announce, { input: { placeIds: [event.params.id], ...days } });
  return done(form, 'announced', answer.userErrors);
}
