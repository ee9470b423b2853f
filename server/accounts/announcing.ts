import { type Announced, withAnnounced, withoutAnnounced } from '../domain/announce.ts';
import { cleanLine, lengthOf } from '../domain/clean-text.ts';
import { isMunicipalityCode } from '../domain/municipality-code.ts';
import type { Place } from '../domain/place.ts';
import { minutesOf } from '../domain/read-schedule-input.ts';
import { epochDayAt, parseLocalDate } from '../domain/schedule/calendar-day.ts';
import { refuse, Refused } from '../domain/user-error.ts';
import type { StoredAnnouncement } from '../store/reviews.ts';
import { countUse } from './count-use.ts';
import type { Asking, Viewer } from './people.ts';
import { relationTo, requireAccount, requireRight } from './rights.ts';
import { why, write } from './submit.ts';
import { hashOf, newId } from './tokens.ts';

/** Days and words of an announcement, as they come from outside. */
export interface AnnounceDays {
  from: string;
  to?: string | null | undefined;
  start?: string | null | undefined;
  end?: string | null | undefined;
  reason?: string | null | undefined;
}

/** `AnnounceInput` of the contract. */
export interface Announce extends AnnounceDays {
  kind: 'CLOSED' | 'EXTRA';
  placeIds?: readonly string[] | null | undefined;
  municipality?: string | null | undefined;
  kinds?: readonly string[] | null | undefined;
}

export interface Announcements {
  announcements: StoredAnnouncement[];
  places: Place[];
}

const MOST_DAYS = 366;
const MOST_EXTRA_DAYS = 62;
const MOST_PLACES = 2000;
const LONGEST_REASON = 200;
const LINK_DAYS = 7;
/** Uses of one closure link: a helper corrects a mistake or two. */
const PER_LINK = { points: 20, seconds: 86_400 };

/** Reads days and words. @throws Refused for days that are past, too many or in the wrong order, and for half a time */
function readAnnounced(kind: Announced['kind'], input: AnnounceDays, now: number): Announced {
  const to = input.to ?? input.from;
  const days = (parseLocalDate(to) ?? NaN) - (parseLocalDate(input.from) ?? NaN) + 1;
  if (!(days >= 1)) refuse('INVALID', ['to'], 'DAY_ORDER');
  const most = kind === 'CLOSED' ? MOST_DAYS : MOST_EXTRA_DAYS;
  if (days > most) refuse('INVALID', ['to'], 'DAYS_MOST', { most });
  if ((parseLocalDate(to) ?? 0) < epochDayAt(now)) refuse('INVALID', ['to'], 'DAY_PAST');
  const [start, end] = [minutesOf(input.start), minutesOf(input.end)];
  if (end !== null && start === null) refuse('REQUIRED', ['start']);
  if (kind === 'CLOSED' && start !== null && end === null) refuse('REQUIRED', ['end']);
  if (start !== null && end !== null && end <= start) refuse('INVALID', ['end'], 'TIME_ORDER');
  const reason = cleanLine(input.reason ?? '');
  if (lengthOf(reason) > LONGEST_REASON)
    refuse('TOO_LONG', ['reason'], undefined, { length: lengthOf(reason), most: LONGEST_REASON });
  return { kind, from: input.from, to, start, end, reason: reason === '' ? null : reason };
}

/** Says that places are closed, or open beyond their rules. @throws Refused where one of the places is not the viewer's */
export async function announce(asking: Asking, input: Announce): Promise<Announcements> {
  const viewer = requireAccount(asking.viewer);
  const announced = readAnnounced(input.kind, input, asking.now);
  const places = input.municipality ? inMunicipality(asking, viewer, input) : await named(asking, viewer, input);
  const done: Announcements = { announcements: [], places: [] };
  for (const place of places) {
    const { announcement, place: written } = await announceOne(asking, viewer, place, announced);
    done.announcements.push(announcement);
    done.places.push(written);
  }
  return done;
}

async function named({ people }: Asking, viewer: Viewer, { placeIds }: Announce): Promise<Place[]> {
  const ids = [...new Set(placeIds ?? [])];
  if (ids.length === 0) refuse('REQUIRED', ['placeIds']);
  if (ids.length > MOST_PLACES) refuse('INVALID', ['placeIds']);
  const found = new Map((await people.store.places.readAll(ids)).map((place) => [place.id, place]));
  // All or none: every right is asked before anything is written.
  return ids.map((id, index) => requireRight('announce', viewer, found.get(id) ?? null, ['placeIds', String(index)]));
}

function inMunicipality({ people }: Asking, viewer: Viewer, { municipality, kinds }: Announce): Place[] {
  const code = municipality ?? '';
  if (!isMunicipalityCode(code)) refuse('BAD_CHECK_DIGIT', ['municipality']);
  if (!kinds || kinds.length === 0) refuse('REQUIRED', ['kinds'], 'KINDS');
  const relation = relationTo(viewer, { id: '', municipalityCode: code, serviceArea: [] });
  if (relation !== 'MODERATOR' && relation !== 'ADMIN') refuse('FORBIDDEN', ['municipality']);
  return [...people.published.inMunicipality(code, [...(kinds ?? [])])].slice(0, MOST_PLACES);
}

async function announceOne(asking: Asking, viewer: Viewer | null, seen: Place, announced: Announced) {
  const { people, now } = asking;
  const written = await writeAnnounced(asking, viewer, seen, announced);
  const announcement: StoredAnnouncement = {
    ...{ _id: newId(), placeId: seen.id, ...announced },
    ...{ at: new Date(now), accountId: viewer?.account._id ?? null, undoneAt: null },
  };
  await people.store.reviews.addAnnouncement(announcement);
  return { announcement, place: written };
}

/** How often it is tried again where somebody else writes at the same moment: an announcement overwrites nothing of theirs. */
const MOST_TRIES = 5;

async function writeAnnounced(
  asking: Asking,
  viewer: Viewer | null,
  seen: Place,
  announced: Announced,
): Promise<Place> {
  for (let tries = 1; ; tries += 1) {
    // Read anew: a list that was made from memory may be a moment behind.
    const base = (await asking.people.store.places.read(seen.id)) ?? seen;
    const place = { ...base, schedule: withAnnounced(stored(base), announced) };
    try {
      return await write(asking, viewer, { base, place, why: why(announced.kind, announced.reason) });
    } catch (error) {
      const isLate = error instanceof Refused && error.problems.some(({ code }) => code === 'CONFLICT');
      if (!isLate || tries === MOST_TRIES) throw error;
    }
  }
}

/** The schedule as it is stored: what was joined to it for reading stays out. */
function stored({ schedule }: Place) {
  const { schoolCalendar: _, ...own } = schedule;
  return own;
}

/** Takes an announcement back. @throws Refused NOT_FOUND, FORBIDDEN, or INVALID where it was taken back already */
export async function undoAnnouncement(asking: Asking, { id }: { id: string }): Promise<Announcements> {
  const { people, now } = asking;
  const viewer = requireAccount(asking.viewer);
  const announcement = (await people.store.reviews.announcement(id)) ?? refuse('NOT_FOUND', ['id']);
  const base = requireRight('undoAnnouncement', viewer, await people.store.places.read(announcement.placeId), ['id']);
  if (announcement.undoneAt !== null) refuse('INVALID', ['id'], 'UNDONE');
  const place = { ...base, schedule: withoutAnnounced(stored(base), announcement) };
  const written = await write(asking, viewer, { base, place, why: why('UNDO', announcement.reason) });
  // Marked after it is done: whatever comes between, it can be taken back once more, which changes nothing.
  await people.store.reviews.undo(id, new Date(now));
  return { announcements: [{ ...announcement, undoneAt: new Date(now) }], places: [written] };
}

/** The place of a closure link; null where the link is revoked or unknown. */
export async function placeOfLink({ people }: Asking, token: string): Promise<Place | null> {
  const link = await people.store.operators.linkByToken(hashOf(token));
  return link && people.published.place(link.placeId);
}

/** Says, by a closure link, that its place is closed on days of the next 7. @throws Refused EXPIRED, INVALID, RATE_LIMITED */
export async function announceByLink(asking: Asking, input: AnnounceDays & { token: string }): Promise<Announcements> {
  const { people, now } = asking;
  const link =
    (await people.store.operators.linkByToken(hashOf(input.token))) ?? refuse('EXPIRED', ['token'], 'WALL_LINK');
  const place = people.published.place(link.placeId) ?? refuse('EXPIRED', ['token'], 'WALL_LINK');
  await countUse(people, { name: 'closure-link', limit: PER_LINK, key: link._id });
  const { from, to, reason } = input;
  const announced = readAnnounced('CLOSED', { from, to, reason }, now);
  const today = epochDayAt(now);
  const inReach = (day: string) =>
    (parseLocalDate(day) ?? 0) >= today && (parseLocalDate(day) ?? 0) < today + LINK_DAYS;
  if (!inReach(announced.from)) refuse('INVALID', ['from'], 'NEXT_DAYS');
  if (!inReach(announced.to)) refuse('INVALID', ['to'], 'NEXT_DAYS');
  const { announcement, place: written } = await announceOne(asking, null, place, announced);
  await people.store.operators.usedLink(link._id, new Date(now));
  return { announcements: [announcement], places: [written] };
}
