import { error, fail } from '@sveltejs/kit';
import { ReportedPlace, ReportPlace } from '#lib/account/link-queries.ts';
import { REPORT_ABOUT } from '#lib/account/report-about.ts';
import { ask, textOf } from '#lib/server/ask.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { place } = await ask(event, ReportedPlace, { id: event.params.id });
  if (!place) error(404, 'There is no such place.');
  return { place };
};

export const actions: Actions = {
  async default(event) {
    const form = await event.request.formData();
    const about = REPORT_ABOUT.find((each) => each === textOf(form, 'about')) ?? 'OTHER';
    const text = textOf(form, 'text');
    const input = { id: event.params.id, about, text: text || null, website: textOf(form, 'website') || null };
    const { reportPlace } = await ask(event, ReportPlace, { input });
    const { received, userErrors } = reportPlace;
    return received ? { received, about, text: '', userErrors } : fail(422, { received, about, text, userErrors });
  },
};
