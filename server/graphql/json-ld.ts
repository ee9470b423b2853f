import { DAY_MS } from '../domain/schedule/calendar-day.ts';
import { calendarFactsOf } from '../domain/calendar-facts.ts';
import type { Place } from '../domain/place.ts';
import { datedEvents, openingHoursSpecification } from '../domain/schedule/write-schema-org.ts';
import { factsOf } from '../domain/usual.ts';
import { municipalityByCode } from '../gazetteer/municipalities.ts';

/** Search engines show a few weeks; a year of dates would be longer than the page. */
const HOURS_DAYS = 62;
const EVENT_DAYS = 28;
const MAX_EVENTS = 20;

/** schema.org types that say more than Place. */
const TYPES: Record<string, string> = {
  nursery: 'ChildCare',
  'certified-childrens-garden': 'ChildCare',
  'after-school-club': 'ChildCare',
  kindergarten: 'Preschool',
  medical: 'MedicalClinic',
  'family-center': 'GovernmentOffice',
  'child-guidance-center': 'GovernmentOffice',
};

/**
 * A place as schema.org JSON-LD, from the same evaluator as badge and calendar: certain sessions only. `<` is escaped,
 * so that the text can stand in a script element. A hidden address, and a point that is not the place itself, stay out.
 */
export function jsonLdOf(place: Place, publicUrl: string, now: number): string {
  const facts = calendarFactsOf(place);
  const url = `${publicUrl}/places/${place.id}`;
  const free = factsOf(place).free?.value;
  const type = place.kinds.map((kind) => TYPES[kind]).find((name) => name !== undefined) ?? 'CivicStructure';
  const document = {
    '@context': 'https://schema.org',
    '@type': type,
    '@id': url,
    name: place.name,
    url,
    ...(place.description ? { description: place.description } : {}),
    ...(place.contact.url ? { sameAs: place.contact.url } : {}),
    ...(place.contact.phones[0] ? { telephone: place.contact.phones[0].number } : {}),
    ...(free === undefined ? {} : { isAccessibleForFree: free }),
    ...whereOf(place),
    openingHoursSpecification: openingHoursSpecification(place.schedule, now, now + HOURS_DAYS * DAY_MS, facts),
    event: datedEvents(
      { name: place.name, url, schedule: place.schedule },
      now,
      now + EVENT_DAYS * DAY_MS,
      facts,
    ).slice(0, MAX_EVENTS),
  };
  return JSON.stringify(document).replaceAll('<', '\\u003c');
}

function whereOf({ addressHidden, address, location, municipalityCode }: Place): object {
  if (addressHidden) return {};
  const municipality = municipalityCode === null ? null : municipalityByCode(municipalityCode);
  return {
    ...(address && {
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'JP',
        ...(municipality && { addressRegion: municipality.prefecture, addressLocality: municipality.name }),
        streetAddress: address.text,
      },
    }),
    ...(location?.precision === 'EXACT' && {
      geo: { '@type': 'GeoCoordinates', latitude: location.latitude, longitude: location.longitude },
    }),
  };
}
