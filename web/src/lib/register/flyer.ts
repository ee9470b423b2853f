import type { PlaceInput, ReadFlyerQuery } from '../graphql/gen/graphql.ts';
import { all, one, type Values } from './values.ts';

type Reading = ReadFlyerQuery['readFlyer'];

/** What a flyer says of a field, to be checked by a person. */
export interface Proposal {
  /** Field of the place. */
  field:
    'name' | 'kinds' | 'activities' | 'schedule' | 'ages' | 'fee' | 'booking' | 'address' | 'phone' | 'email' | 'url';
  /** As it would be entered, where it is a text that can be mended here. */
  text: string | null;
  /** As JSON of the input, where it is none. */
  json: string | null;
  /** Codes, where it is one or more words of the directory. */
  codes: string[];
  /** How a schedule was read. */
  lines: string[];
  /** The words of the flyer. */
  words: string;
}

const proposal = (field: Proposal['field'], words: string, rest: Partial<Proposal>): Proposal => ({
  ...{ text: null, json: null, codes: [], lines: [] },
  ...{ field, words, ...rest },
});

/** What the reading proposes, field by field. */
export function flyerProposals(reading: Reading): Proposal[] {
  const { name, kinds, activities, schedule, ages, fee, booking, address, phones, emails, url } = reading;
  const codes = (field: 'kinds' | 'activities', found: Reading['kinds']) =>
    found.length === 0
      ? []
      : [proposal(field, found.map(({ words }) => words).join('、'), { codes: found.map(({ code }) => code) })];
  const text = (field: Proposal['field'], found: { value: string; words: string } | null | undefined) =>
    found ? [proposal(field, found.words, { text: found.value })] : [];
  return [
    ...text('name', name),
    ...codes('kinds', kinds),
    ...codes('activities', activities),
    ...(schedule
      ? [proposal('schedule', schedule.words, { text: schedule.value, lines: schedule.reading.schedule.lines })]
      : []),
    ...(ages ? [proposal('ages', ages.words, { json: JSON.stringify(ages.bands.map(bandOf)) })] : []),
    ...(fee ? [proposal('fee', fee.words, { json: JSON.stringify(fee.fee) })] : []),
    ...(booking ? [proposal('booking', booking.words, { json: JSON.stringify({ need: booking.need }) })] : []),
    ...text('address', address),
    ...text('phone', phones[0]),
    ...text('email', emails[0]),
    ...text('url', url),
  ];
}

function bandOf({ from, until }: NonNullable<Reading['ages']>['bands'][number]) {
  return { fromMonths: from?.months ?? null, untilMonths: until?.months ?? null };
}

/** The input from the proposals that a person kept, each as they mended it. */
export function inputOfProposals(values: Values): PlaceInput {
  const used = (field: Proposal['field']) => one(values, `use.${field}`) !== '';
  const text = (field: Proposal['field']) => (used(field) ? one(values, field).trim() : '');
  const json = <T>(field: Proposal['field']) => (used(field) ? parse<T>(one(values, field)) : undefined);
  const [phone, email, url] = [text('phone'), text('email'), text('url')];
  const contact = {
    phones: phone ? [{ number: phone, note: null }] : [],
    emails: email ? [{ address: email, note: null }] : [],
    url: url || null,
  };
  const [ages, fee, booking] = [
    json<PlaceInput['ages']>('ages'),
    json<PlaceInput['fee']>('fee'),
    json<PlaceInput['booking']>('booking'),
  ];
  return {
    ...(text('name') ? { name: text('name') } : {}),
    ...(used('kinds') ? { kinds: all(values, 'kinds') } : {}),
    ...(used('activities') ? { activities: all(values, 'activities') } : {}),
    ...(text('schedule') ? { schedule: { text: { text: text('schedule') } } } : {}),
    ...(ages ? { ages } : {}),
    ...(fee ? { fee } : {}),
    ...(booking ? { booking } : {}),
    ...(text('address') ? { address: { text: text('address') } } : {}),
    ...(phone || email || url ? { contact } : {}),
  };
}

/** What the form carried; nothing where somebody changed it into no JSON. The API checks what is in it. */
function parse<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}
