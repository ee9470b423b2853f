import { error, fail } from '@sveltejs/kit';
import { ConfirmPlace } from '#lib/account/keeping-mutations.ts';
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
  if (!moderation) error(403, 'Only moderators see this page.');
  return { moderation, today };
};

export const actions: Actions = {
  async review(event) {
    const form = await event.request.formData();
    const id = textOf(form, 'review');
    const decision = DECISIONS.find((each) => each === textOf(form, 'decision')) ?? 'ASK_BACK';
    const input = { id, decision, reason: textOf(form, 'reason') || null };
    const { reviewPlace } = await ask(event, ReviewPlace, { input });
    if (reviewPlace.userErrors.length > 0) return fail(422, { id, done: null, userErrors: reviewPlace.userErrors });
    return { id, done: 'decided' as const, userErrors: [] };
  },
  async settle(event) {
    const id = textOf(await event.request.formData(), 'report');
    const { settleReport } = await ask(event, SettleReport, { id });
    if (settleReport.userErrors.length > 0) return fail(422, { id, done: null, userErrors: settleReport.userErrors });
    return { id, done: 'settled' as const, userErrors: [] };
  },
  async confirm(event) {
    const id = textOf(await event.request.formData(), 'id');
    const { confirmPlace } = await ask(event, ConfirmPlace, { input: { id } });
    if (confirmPlace.userErrors.length > 0) return fail(422, { id, done: null, userErrors: confirmPlace.userErrors });
    return { id, done: 'decided' as const, userErrors: [] };
  },
};
