import { designatedCityOf, isDesignatedCity } from '../domain/municipality-code.ts';
import type { Place } from '../domain/place.ts';
import type { SchoolHolidays } from '../domain/schedule/schedule.ts';
import type { Models } from './models.ts';

export interface SchoolHolidaysStore {
  /** Replaces the school holidays of a municipality; its places are fed anew, so that every server answers by them. */
  save(code: string, holidays: SchoolHolidays): Promise<void>;
  all(): Promise<Map<string, SchoolHolidays>>;
}

/** School holidays on these models. A ward without its own follows its designated city. */
export function schoolHolidaysOn({ schoolHolidays, places }: Models): SchoolHolidaysStore {
  return {
    async save(code, { ranges, knownUntil }) {
      await schoolHolidays.updateOne({ _id: code }, { $set: { ranges, knownUntil } }, { upsert: true });
      const area = isDesignatedCity(code) ? new RegExp(`^${code.slice(0, 3)}`) : code;
      await places.updateMany(
        { municipalityCode: area, 'schedule.rules.schoolHolidays': { $in: ['ONLY', 'NEVER'] } },
        { $currentDate: { updatedAt: true } },
      );
    },
    all: () => readAll(schoolHolidays),
  };
}

async function readAll(schoolHolidays: Models['schoolHolidays']): Promise<Map<string, SchoolHolidays>> {
  const found = await schoolHolidays.find().comment('schoolHolidays.all').lean();
  return new Map(found.map(({ _id, ranges, knownUntil }) => [_id, { ranges, knownUntil }]));
}

/** Joins the school holidays of its municipality to each place whose hours depend on them. */
export async function* withSchoolHolidays(
  batches: AsyncIterable<Place[]> | Iterable<Place[]>,
  schoolHolidays: Models['schoolHolidays'],
): AsyncIterable<Place[]> {
  let known: Map<string, SchoolHolidays> | null = null;
  for await (const batch of batches) {
    if (batch.some(dependsOnSchool)) known ??= await readAll(schoolHolidays);
    yield known === null ? batch : batch.map((place) => joined(place, known));
  }
}

const dependsOnSchool = ({ schedule }: Place) =>
  schedule.rules.some((rule) => rule.schoolHolidays !== null) ||
  schedule.closures.some(({ days }) => days !== undefined && days.schoolHolidays !== null);

function joined(place: Place, known: Map<string, SchoolHolidays> | null): Place {
  const code = place.municipalityCode;
  if (known === null || code === null || !dependsOnSchool(place)) return place;
  const schoolCalendar = known.get(code) ?? known.get(designatedCityOf(code) ?? '');
  return schoolCalendar ? { ...place, schedule: { ...place.schedule, schoolCalendar } } : place;
}
