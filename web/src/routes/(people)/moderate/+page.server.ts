import { fail, redirect } from '@sveltejs/kit';
import { ConfirmPlace } from '#lib/account/keeping-mutations.ts';
import { type MovedPin, movePin } from '#lib/moderate/move-pin.ts';
import type { UserError } from '#lib/account/form/user-errors.ts';
import { ModerationQuery, ReviewPlace, SettleReport } from '#lib/moderate/moderate-queries.ts';
import { addDays, dateInJapan, instantOf } from '#lib/schedule/jst.ts';
import { ask, signedIn, textOf } from '#lib/server/ask.ts';
import { nowOf } from '#lib/server/now.ts';
import type { Actions, PageServerLoad } from './$types';

const DAYS_SHOWN = 62;
const DECISIONS = ['APPROVE', 'ASK_BACK', 'REFUSE'] as const;

export const load: PageServerLoad = async (event) => {
  const { url, setHeaders, platform } = event;
  setHeaders({ 'cache-control': 'private, no-store' });
  const today = dateInJapan(nowOf(platform));
  const window = { from: instantOf(today, '00:00'), to: instantOf(addDays(today, DAYS_SHOWN), '00:00') };
  const after = (list: string) => url.searchParams.get(list);
  const pages = { reviewsAfter: after('reviews'), reportsAfter: after('reports'), staleAfter: after('stale') };
  const { viewer } = await ask(event, ModerationQuery, { ...window, ...pages });
  const { moderation } = signedIn(viewer, url);
  if (!moderation) redirect(303, '/my?only-moderators');
  return { moderation, today };
};

const answer = (
  id: string,
  done: 'decided' | 'settled' | 'moved',
  userErrors: UserError[],
  pin: MovedPin | null = null,
) => (userErrors.length > 0 ? fail(422, { id, done: null, pin: null, userErrors }) : { id, done, pin, userErrors });

export const actions: Actions = {
  async review(event) {
    const form = await event.request.formData();
    const id = textOf(form, 'review');
    const decision = DECISIONS.find((each) => each === textOf(form, 'decision')) ?? 'ASK_BACK';
    const input = { id, decision, reason: textOf(form, 'reason') || null };
    return answer(id, 'decided', (await ask(event, ReviewPlace, { input })).reviewPlace.userErrors);
  },
  async settle(event) {
    const id = textOf(await event.request.formData(), 'report');
    return answer(id, 'settled', (await ask(event, SettleReport, { id })).settleReport.userErrors);
  },
  async confirm(event) {
    const id = textOf(await event.request.formData(), 'id');
    return answer(id, 'decided', (await ask(event, ConfirmPlace, { input: { id } })).confirmPlace.userErrors);
  },
  async pin(event) {
    const { pin, userErrors } = await movePin(event, await event.request.formData());
    return answer(pin?.place ?? '', 'moved', userErrors, pin);
  },
};
