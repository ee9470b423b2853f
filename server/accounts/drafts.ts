import { differences, type FieldDifference } from '../domain/describe-field.ts';
import { emptyPlace } from '../domain/empty-place.ts';
import type { Place } from '../domain/place.ts';
import type { PlaceInput } from '../domain/place-input.ts';
import { readPlaceInput } from '../domain/read-place-input.ts';
import { type Problem, refuse, Refused } from '../domain/user-error.ts';
import { townName } from '../gazetteer/town-name.ts';
import type { StoredDraft } from '../store/operators.ts';
import { countUse } from './count-use.ts';
import { similarPlaces } from './duplicates.ts';
import type { Asking, People } from './people.ts';
import { requireAccount, requireRight } from './rights.ts';
import { newId } from './tokens.ts';

/** Longer than any place with all its fields at their longest. */
const MOST_BYTES = 60_000;
/** New places of one account in a day: enough for a town's network, too few for a program. */
const NEW_PLACES = { points: 50, seconds: 86_400 };

/** `SavePlaceInput` of the contract. */
export interface SavePlace {
  id?: string | null | undefined;
  revision: number;
  version?: number | null | undefined;
  place: PlaceInput;
}

/** What somebody else wrote in the meantime. */
export interface Conflict {
  revision: number;
  version: number | null;
  changes: FieldDifference[];
}

/** A draft with what it is based on, and the place as it would be. */
export interface DraftView {
  draft: StoredDraft;
  base: Place | null;
  place: Place;
  problems: Problem[];
}

/** The place that a draft would make. What cannot be read is as it was before. */
export function viewDraft({ land }: People, draft: StoredDraft, base: Place | null, now: number): DraftView {
  const { facts, problems } = readPlaceInput(draft.input, land, base);
  const place = { ...(base ?? emptyPlace(draft.placeId, now)), ...facts, status: base?.status ?? 'DRAFT' };
  return { draft, base, place, problems };
}

/** A draft of the viewer on a place, with what it is based on. @throws Refused where the viewer may not write to the place */
export async function openDraft(asking: Asking, id: string, mutation: 'savePlace' | 'submitPlace' | 'discardDraft') {
  const { people, viewer: asks } = asking;
  const viewer = requireAccount(asks);
  const draft = await people.store.operators.draft(id, viewer.account._id);
  const base = await people.store.places.read(id);
  // The draft of a new place is its writer's alone: nobody else can find it by its id.
  if (base !== null || draft === null) requireRight(mutation, viewer, base, ['id']);
  return { viewer, draft, base };
}

/**
 * Keeps what is being written, wrong values included; never overwrites what the writer has not seen.
 * @throws Refused CONFLICT with what changed, FORBIDDEN, NOT_FOUND, TOO_LONG
 */
export async function savePlace(asking: Asking, input: SavePlace): Promise<DraftView & { duplicates: Place[] }> {
  const { people, now } = asking;
  const id = input.id ?? (await newPlaceId(asking));
  const { viewer, draft, base } = input.id
    ? await openDraft(asking, id, 'savePlace')
    : { viewer: requireAccount(asking.viewer), draft: null, base: null };
  await checkBase(asking, input.revision, base, draft);
  if (draft !== null && input.version !== draft.version) throw conflict(asking, base, draft, base);
  const given = JSON.parse(JSON.stringify(input.place)) as PlaceInput;
  const typed = { ...draft?.input, ...given };
  const bytes = JSON.stringify(typed).length;
  if (bytes > MOST_BYTES) refuse('TOO_LONG', ['place'], undefined, { length: bytes, most: MOST_BYTES });
  const next = {
    placeId: id,
    accountId: viewer.account._id,
    revision: base?.revision ?? 0,
    input: typed,
    savedAt: new Date(now),
  };
  if (!(await people.store.operators.saveDraft(next, draft?.version ?? 0))) {
    const other = await people.store.operators.draft(id, viewer.account._id);
    throw conflict(asking, base, other, base);
  }
  const saved: StoredDraft = { _id: `${id}:${viewer.account._id}`, ...next, version: (draft?.version ?? 0) + 1 };
  const view = viewDraft(people, saved, base, now);
  const problems = view.problems.filter(({ path }) => path[1] !== undefined && path[1] in given);
  return { ...view, problems, duplicates: similarPlaces(people, view.place) };
}

async function newPlaceId({ people, viewer }: Asking): Promise<string> {
  const { account } = requireAccount(viewer);
  await countUse(people, { name: 'new-places', limit: NEW_PLACES, key: account._id });
  return newId();
}

/** The writer must have seen the newest revision of the place. @throws Refused CONFLICT with what changed since theirs */
export async function checkBase(
  asking: Asking,
  seenRevision: number,
  base: Place | null,
  draft: StoredDraft | null,
): Promise<void> {
  if ((base?.revision ?? 0) === seenRevision) return;
  const seen = await asking.people.store.places.revision(base?.id ?? '', seenRevision);
  throw conflict(asking, base, draft, seen ? { ...seen.after, updatedAt: seen.at } : null);
}

/** What the writer has not seen: changes of the place since their revision, or their own draft of another device. */
export function conflict(asking: Asking, base: Place | null, draft: StoredDraft | null, seen: Place | null): Refused {
  const theirs =
    base !== null && base !== seen ? base : draft && viewDraft(asking.people, draft, base, asking.now).place;
  const changes = theirs ? differences(seen, theirs, { voice: asking.voice, town: townName }) : [];
  const found: Conflict = { revision: base?.revision ?? 0, version: draft?.version ?? null, changes };
  return new Refused({ code: 'CONFLICT', path: ['revision'] }, { conflict: found });
}

/** Throws a draft away. @throws Refused NOT_FOUND where there is none */
export async function discardDraft(asking: Asking, { id }: { id: string }): Promise<Place | null> {
  const { viewer, base } = await openDraft(asking, id, 'discardDraft');
  const gone = await asking.people.store.operators.removeDraft(id, viewer.account._id);
  if (!gone) refuse('NOT_FOUND', ['id'], 'NO_DRAFT');
  if (base === null) await asking.people.store.photos.removeOf(id);
  return base;
}
