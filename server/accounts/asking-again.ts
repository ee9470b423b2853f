import { DAY_MS } from '../domain/schedule/calendar-day.ts';
import { fieldText } from '../domain/describe-field.ts';
import type { Place } from '../domain/place.ts';
import type { Voice } from '../domain/voice.ts';
import { townName } from '../gazetteer/town-name.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { Mail } from './mail.ts';
import { confirmMail } from './mails/confirm-mail.ts';
import type { People } from './people.ts';
import { claim, sendClaimed } from './send-once.ts';
import { hashOf, newToken } from './tokens.ts';

/** Between two questions whether everything is still right. */
const ASK_MS = 90 * DAY_MS;
/** So much too early a place is asked about where its operator is asked about another one anyway. */
const EARLY_MS = 14 * DAY_MS;
const LINK_DAYS = 60;
const BATCH = 200;

const sinceOf = ({ confirmedAt, createdAt }: Place): number => (confirmedAt ?? createdAt).getTime();
const ageOf = (place: Place, now: Date): number => now.getTime() - sinceOf(place);
/** Which question about a place since its last confirmation it is time for, some days early; 0: none yet. */
const questionOf = (place: Place, now: Date): number => Math.floor((ageOf(place, now) + EARLY_MS) / ASK_MS);
const isDue = (place: Place, now: Date): boolean => ageOf(place, now) >= questionOf(place, now) * ASK_MS;

/** Every 90 days since the last confirmation, everybody who operates a place is asked: one mail for all of theirs. */
export async function askForConfirmation(people: People, now: Date): Promise<void> {
  const { operators, places, accounts } = people.store;
  const asked = new Set<string>();
  const ids = await operators.operated();
  for (let start = 0; start < ids.length; start += BATCH) {
    for (const place of await places.readAll(ids.slice(start, start + BATCH))) {
      const isOld = place.status === 'PUBLISHED' && ageOf(place, now) >= ASK_MS;
      for (const { accountId } of isOld ? await operators.of(place.id) : []) asked.add(accountId);
    }
  }
  for (const account of await accounts.byIds([...asked])) await askOperator(people, account, now);
}

async function askOperator(people: People, account: StoredAccount, now: Date): Promise<void> {
  const { places, operators } = people.store;
  const kept = await places.readAll(await operators.placesOf(account._id));
  const open = kept.filter((place) => place.status === 'PUBLISHED' && questionOf(place, now) >= 1);
  const claimed = new Map<string, Place>();
  const claimAll = async (some: Place[]) => {
    for (const place of some) {
      const about = `confirm:${place.id}:${sinceOf(place)}:${questionOf(place, now)}:${account._id}`;
      if (await claim(people, about, now)) claimed.set(about, place);
    }
  };
  await claimAll(open.filter((place) => isDue(place, now)));
  if (claimed.size === 0) return;
  await claimAll(open.filter((place) => !isDue(place, now)));
  const asked = [...claimed.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  await sendClaimed(people, [...claimed.keys()], now, await mailAbout(people, account, asked, now));
}

/** The mail about some places, with a link that is kept. */
async function mailAbout(people: People, account: StoredAccount, places: Place[], now: Date): Promise<Mail> {
  const { store, publicUrl } = people;
  const { _id: accountId, email, voice } = account;
  const token = newToken();
  await store.once.keepConfirmation({
    ...{ _id: hashOf(token), placeIds: places.map(({ id }) => id), accountId },
    ...{ askedAt: now, expiresAt: new Date(now.getTime() + LINK_DAYS * DAY_MS) },
  });
  const shown = places.map((place) => ({
    name: place.name,
    shown: shownOf(place, voice),
    editLink: `${publicUrl}/my/${place.id}`,
  }));
  return confirmMail({ to: email, voice, link: `${publicUrl}/confirm?token=${token}`, places: shown });
}

const SHOWN = ['name', 'address', 'schedule', 'ages', 'fee', 'contact'] as const;

/** What is shown of a place, a line each; what it hides stays out of a mail, too. */
function shownOf(place: Place, voice: Voice): string[] {
  return SHOWN.flatMap((field) => {
    if (field === 'address' && place.addressHidden) return [];
    const value = field === 'contact' && place.phonesHidden ? { ...place.contact, phones: [] } : place[field];
    return fieldText(field, value, { voice, town: townName })?.split('\n') ?? [];
  });
}
