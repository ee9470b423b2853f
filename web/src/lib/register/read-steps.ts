import type { PlaceInput } from '../graphql/gen/graphql.ts';
import type { FormReader } from './form-reader.ts';
import { readSchedule } from './read-schedule.ts';
import type { Step } from './steps.ts';

/** What each step says of the place: exactly the fields that stand in it, so that the others stay as they are. */
export const READ_STEP: Record<Exclude<Step, 'photo' | 'check'>, (read: FormReader) => PlaceInput> = {
  what: (read) => ({
    name: read.text('name'),
    kana: read.text('kana'),
    kinds: read.all('kinds'),
    operator: read.text('operator'),
    description: read.text('description'),
    easyDescription: read.text('easyDescription'),
  }),
  where: readWhere,
  who: readWho,
  when: readSchedule,
  cost: readCost,
  features: (read) => ({ activities: read.all('activities'), features: read.all('features') }),
  contact: readContact,
};

/** Towns of the service area come as names and are looked up by the caller. */
function readWhere(read: FormReader): PlaceInput {
  if (read.choice('door', ['yes', 'no']) === 'no')
    return { address: null, location: null, municipality: null, addressHidden: false };
  const text = read.text('address.text');
  const building = read.text('address.building');
  const postalCode = read.text('address.postalCode');
  const [latitude, longitude] = [read.degrees('location.latitude'), read.degrees('location.longitude')];
  return {
    address: text === null && postalCode === null ? null : { text: text ?? '', building, postalCode },
    // Left where the address says until somebody sets it.
    location: latitude === null || longitude === null ? null : { latitude, longitude },
    municipality: null,
    serviceArea: [],
    addressHidden: read.isOn('addressHidden'),
  };
}

function readWho(read: FormReader): PlaceInput {
  const range = read.choice('whoAges', ['any', 'range']);
  const band = { fromMonths: read.whole('ages.0.fromMonths'), untilMonths: read.whole('ages.0.untilMonths') };
  const who = read.choice('eligibility.who', ['ANYONE', 'RESIDENTS', 'SCHOOL_DISTRICT', 'REFERRAL']);
  const note = read.text('eligibility.note');
  const municipalities = read.all('eligibility.municipalities');
  return {
    ages: range === null ? null : range === 'any' ? [] : [band],
    childAlone: read.yesNo('childAlone'),
    conditions: read.text('conditions'),
    capacity: read.whole('capacity'),
    // The municipalities that an import or a moderator named stay named while it is for their residents.
    eligibility: who && { who, note, ...(who === 'RESIDENTS' && municipalities.length > 0 ? { municipalities } : {}) },
  };
}

const MINUTES = { hours: 60, days: 1440 };

function readCost(read: FormReader): PlaceInput {
  const need = read.choice('booking.need', ['NONE', 'RECOMMENDED', 'REQUIRED']);
  const amount = read.whole('deadline.amount');
  const unit = read.choice('deadline.unit', ['hours', 'days']) ?? 'hours';
  return {
    fee: {
      freeForChildren: read.yesNo('fee.freeForChildren'),
      preschool: read.whole('fee.preschool'),
      primary: read.whole('fee.primary'),
      juniorHigh: read.whole('fee.juniorHigh'),
      highSchool: read.whole('fee.highSchool'),
      adult: read.whole('fee.adult'),
      note: read.text('fee.note'),
    },
    access: read.choice('access', ['DROP_IN', 'BOOKED', 'ENROLLED', 'REFERRAL', 'VISITS']),
    booking: need && {
      need,
      how: read.text('booking.how'),
      note: read.text('booking.note'),
      deadlineMinutes: amount === null ? null : amount * MINUTES[unit],
    },
  };
}

function readContact(read: FormReader): PlaceInput {
  const phones = read.each('contact.phones').map((phone) => ({
    number: read.text(`${phone}.number`) ?? '',
    note: read.text(`${phone}.note`),
  }));
  const emails = read.each('contact.emails').map((email) => ({
    address: read.text(`${email}.address`) ?? '',
    note: read.text(`${email}.note`),
  }));
  return {
    contact: {
      phones: phones.filter(({ number, note }) => number !== '' || note !== null),
      emails: emails.filter(({ address }) => address !== ''),
      url: read.text('contact.url'),
      fax: read.text('contact.fax'),
    },
    phonesHidden: read.isOn('phonesHidden'),
  };
}
