import type { People } from '../accounts/people.ts';
import { type Flyer, readFlyer } from '../domain/flyer/read-flyer.ts';
import type { Land } from '../domain/read-place-input.ts';
import { isWithinReach } from '../gazetteer/geocoder.ts';
import { municipalityByCode } from '../gazetteer/municipalities.ts';
import type { FlyerReadingResolvers, QueryResolvers } from './types.gen.ts';
import { InputError } from '../domain/errors.ts';
import { readMunicipality } from '../domain/search-input.ts';

/** Longer than any flyer; a limit, so that nobody makes the reader work for a book. */
const MAX_FLYER = 5000;
const MAX_ADDRESS = 200;

/** What was read, with what the gazetteer says of the address. */
export interface FlyerValue {
  flyer: Flyer;
  land: Land | null;
  now: number;
}

/** Where an address is, as the contract says it; null where not even its municipality is known. */
function locatedAddress(located: ReturnType<Land['locate']>) {
  const municipality = located && municipalityByCode(located.municipalityCode);
  if (!located || !municipality) return null;
  return { location: located.location, municipality, matched: located.matched };
}

/**
 * Where an address is: by the gazetteer, and for who is signed in (so that nobody works through us) by the geocoder.
 * @throws InputError for an address of more than 200 characters, and for a code that is none
 */
export async function locateAddress(
  { address, municipality }: { address: string; municipality?: string | null | undefined },
  people: People | null,
  signedIn: boolean,
) {
  const code = readMunicipality(municipality, ['municipality']);
  if (address.length > MAX_ADDRESS)
    throw new InputError('TOO_LONG', ['address'], `Use at most ${MAX_ADDRESS} characters.`);
  const located = people?.land.locate({ address, code }) ?? null;
  const precise =
    located?.location.precision === 'TOWN' || !signedIn ? located : await geocoded(people, address, located);
  return locatedAddress(precise);
}

/** What the geocoder says, where it is within the municipality's reach; a geocoder that is away changes nothing. */
async function geocoded(people: People | null, address: string, located: ReturnType<Land['locate']>) {
  const point = located && (await people?.geocode?.(address).catch(() => null));
  const near = point && located && isWithinReach(point, located.location);
  if (!point || !near || !people?.land.isInJapan(point)) return located;
  return { ...located, location: { ...point, precision: 'TOWN' as const } };
}

/** @throws InputError where the text has more than 5,000 characters. */
export const flyerQuery: NonNullable<QueryResolvers['readFlyer']> = (_, { text }, { people, now }) => {
  if (text.length > MAX_FLYER) {
    throw new InputError(
      'TOO_LONG',
      ['text'],
      `The text has ${text.length} characters; at most ${MAX_FLYER} can be read.`,
    );
  }
  return { flyer: readFlyer(text, now), land: people?.land ?? null, now };
};

export const flyerReadingResolvers: FlyerReadingResolvers = {
  name: ({ flyer }) => flyer.name,
  kinds: ({ flyer }) => flyer.kinds,
  activities: ({ flyer }) => flyer.activities,
  schedule: ({ flyer: { schedule }, now }) =>
    schedule && {
      value: schedule.value,
      words: schedule.words,
      reading: { schedule: schedule.reading, place: null, facts: { confirmedAt: now } },
    },
  ages: ({ flyer: { ages } }) =>
    ages && {
      bands: ages.bands.map(({ from, until, stages = [] }) => ({ from, until, stages })),
      words: ages.words,
    },
  fee: ({ flyer: { fee } }) => fee && { fee: { ...fee.fee, stated: true }, words: fee.words },
  booking: ({ flyer }) => flyer.booking,
  address: ({ flyer: { address }, land }) =>
    address && { ...address, located: locatedAddress(land?.locate({ address: address.value, code: null }) ?? null) },
  phones: ({ flyer }) => flyer.phones,
  emails: ({ flyer }) => flyer.emails,
  url: ({ flyer }) => flyer.url,
};
