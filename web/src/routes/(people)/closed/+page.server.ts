import { fail } from '@sveltejs/kit';
import { AnnounceByLink, ClosureLinkQuery } from '#lib/account/link-queries.ts';
import { addDays, dateInJapan } from '#lib/schedule/jst.ts';
import { ask, textOf, tokenOf } from '#lib/server/ask.ts';
import { nowOf } from '#lib/server/now.ts';
import type { Actions, PageServerLoad } from './$types';

const DAYS = 7;

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const { closureLink } = await ask(event, ClosureLinkQuery, { token: tokenOf(event.url) });
  const today = dateInJapan(nowOf(event.platform));
  return {
    place: closureLink?.place ?? null,
    today,
    days: Array.from({ length: DAYS }, (_, index) => addDays(today, index)),
  };
};

export const actions: Actions = {
  async default(event) {
    const form = await event.request.formData();
    const day = textOf(form, 'day');
    const reason = textOf(form, 'reason') || textOf(form, 'known') || null;
    const input = { token: tokenOf(event.url), from: day, to: null, reason };
    const { announceByLink } = await ask(event, AnnounceByLink, { input });
    const { userErrors } = announceByLink;
    return userErrors.length > 0 ? fail(422, { day: null, userErrors }) : { day, userErrors };
  },
};
