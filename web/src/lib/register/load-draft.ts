import { error, type ServerLoadEvent } from '@sveltejs/kit';
import type { PlaceInput } from '../graphql/gen/graphql.ts';
import { addDays, dateInJapan, instantOf } from '../schedule/jst.ts';
import { ask, signedIn } from '../server/ask.ts';
import { nowOf } from '../server/now.ts';
import { controlValues } from './control-values.ts';
import { DraftQuery } from './draft-queries.ts';
import { LocateAddress } from './reading-queries.ts';
import type { MyDraft } from './edited-place.ts';
import { inputOfPlace } from './input-of-place.ts';
import type { Values } from './values.ts';

const DAYS_SHOWN = 62;

/** What the steps of a place show: what was saved, and the place as it would be. Throws a redirect to the sign-in, or 404. */
export async function loadDraft(event: ServerLoadEvent, id: string) {
  const { locals, platform, url, setHeaders } = event;
  setHeaders({ 'cache-control': 'private, no-store' });
  const today = dateInJapan(nowOf(platform));
  const window = { from: instantOf(today, '00:00'), to: instantOf(addDays(today, DAYS_SHOWN), '00:00') };
  const { viewer } = await ask({ fetch: event.fetch, locals }, DraftQuery, { id, ...window });
  const mine = signedIn(viewer, url).myPlace;
  if (!mine) error(404, 'There is no such place of yours.');
  const input = inputOf(mine);
  return {
    mine,
    today,
    place: mine.draft?.place ?? mine.place ?? null,
    isNew: !mine.place || ['DRAFT', 'PENDING'].includes(mine.place.status),
    revision: mine.draft?.revision ?? mine.place?.revision ?? 0,
    version: mine.draft?.version ?? null,
    values: { ...controlValues(input), ...(await townNames(event, input)) },
  };
}

/** What was typed so far, above what is published. */
function inputOf({ place, draft }: MyDraft): PlaceInput {
  const typed = JSON.parse(draft?.input ?? '{}') as PlaceInput;
  return { ...(place ? inputOfPlace(place) : {}), ...typed };
}

async function townNames(event: ServerLoadEvent, { serviceArea }: PlaceInput): Promise<Values> {
  const { fetch, locals } = event;
  const towns = await Promise.all(
    (serviceArea ?? []).map((municipality) => ask({ fetch, locals }, LocateAddress, { address: '', municipality })),
  );
  const names = towns.map(({ locateAddress }) => locateAddress?.municipality.name ?? '');
  return { serviceArea: [names.filter((name) => name !== '').join('、')] };
}
