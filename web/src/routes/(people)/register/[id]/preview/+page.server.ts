import { error } from '@sveltejs/kit';
import { PreviewQuery } from '#lib/register/draft-queries.ts';
import { addDays, dateInJapan, instantOf } from '#lib/schedule/jst.ts';
import { monthFrom, monthWindow } from '#lib/schedule/month-calendar.ts';
import { ask, signedIn } from '#lib/server/ask.ts';
import { nowOf } from '#lib/server/now.ts';
import type { PageServerLoad } from './$types';

const DAYS_SHOWN = 14;

/** What the public page will show once the draft is sent. */
export const load: PageServerLoad = async (event) => {
  const { params, url, platform, setHeaders } = event;
  setHeaders({ 'cache-control': 'private, no-store' });
  const now = nowOf(platform);
  const today = dateInJapan(now);
  const month = monthFrom(url.searchParams.get('month'), today);
  const { from: monthStart, to: monthTo } = monthWindow(month);
  const window = { from: instantOf(today, '00:00'), to: instantOf(addDays(today, DAYS_SHOWN), '00:00') };
  const asked = { id: params.id, ...window, monthFrom: monthStart, monthTo, ages: null };
  const mine = signedIn((await ask(event, PreviewQuery, asked)).viewer, url).myPlace;
  const place = mine?.draft?.place ?? mine?.place;
  if (!place) error(404, 'There is no such place of yours.');
  return { id: params.id, place, today, now, month };
};
