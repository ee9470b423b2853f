import { inTerm } from '../../../../server/commands/in-term.ts';

/**
 * Whether two `opening_hours` values open at the same times, by the library `opening_hours`, which shares no code with us.
 * It works in the zone of the process, so this sets it first.
 */
process.env.TZ = 'Asia/Tokyo';

type Library = new (
  value: string,
  place: object,
  options: number,
) => { getOpenIntervals(from: Date, to: Date): [Date, Date, boolean][] };
const OpeningHours = ((await import('opening_hours')) as unknown as { default: Library }).default;

const FROM = new Date('2026-01-01T00:00:00+09:00');
const TO = new Date('2028-01-01T00:00:00+09:00');

/** Opening times over two years outside the school holidays, touching ones joined. Throws where the library cannot read the value. */
export function expandOsm(osm: string): [string, string, boolean][] {
  const place = { lat: 35.68, lon: 139.69, address: { country_code: 'jp', state: '' } };
  const joined: [string, string, boolean][] = [];
  for (const [start, end, unknown] of new OpeningHours(inTerm(osm), place, 0).getOpenIntervals(FROM, TO)) {
    const last = joined.at(-1);
    if (last && last[1] === start.toISOString() && last[2] === unknown) last[1] = end.toISOString();
    else joined.push([start.toISOString(), end.toISOString(), unknown]);
  }
  return joined;
}
