import type { ScheduleText } from '../schedule.ts';
import { carryYear } from './carried-year.ts';
import { withDaysSpelt } from './day-cells.ts';
import { readDayNames } from './day-names.ts';
import { withSeasons } from './named-seasons.ts';
import { withTimesSpelt } from './time-cells.ts';

/** The cells, each with what the others tell of it. */
export const spellOut = (written: ScheduleText): ScheduleText =>
  withTimesSpelt(readDayNames(withDaysSpelt(carryYear(withSeasons(written)))));
