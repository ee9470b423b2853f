import { fail } from '@sveltejs/kit';
import type { UserError } from '#lib/account/form/user-errors.ts';
import { ConfirmationLinkQuery } from '#lib/account/link-queries.ts';
import { ConfirmPlace } from '#lib/account/keeping-mutations.ts';
import { addDays, dateInJapan, instantOf } from '#lib/schedule/jst.ts';
import { ask, tokenOf } from '#lib/server/ask.ts';
import { nowOf } from '#lib/server/now.ts';
import type { Actions, PageServerLoad } from './$types';

const DAYS_SHOWN = 62;

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const today = dateInJapan(nowOf(event.platform));
  const window = { from: instantOf(today, '00:00'), to: instantOf(addDays(today, DAYS_SHOWN), '00:00') };
  const { confirmationLink } = await ask(event, ConfirmationLinkQuery, { token: tokenOf(event.url), ...window });
  return { link: confirmationLink ?? null, today };
};

export const actions: Actions = {
  async default(event) {
    const token = tokenOf(event.url);
    const ids = (await event.request.formData()).getAll('id').map(String);
    const userErrors: UserError[] = [];
    for (const id of ids) {
      const { confirmPlace } = await ask(event, ConfirmPlace, { input: { link: { token, id } } });
      userErrors.push(...confirmPlace.userErrors);
    }
    return userErrors.length > 0 ? fail(422, { confirmed: 0, userErrors }) : { confirmed: ids.length, userErrors };
  },
};
