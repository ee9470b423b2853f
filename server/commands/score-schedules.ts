import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readSchedule } from '../domain/schedule/read-text/read-schedule.ts';
import type { Closure, Schedule, ScheduleCertainty } from '../domain/schedule/schedule.ts';
import { writeOsm } from '../domain/schedule/write-osm.ts';
import { inTerm } from './in-term.ts';

/**
 * npm run score:schedules -- FILE.tsv [--json]: how well the reader reads labelled texts.
 *
 * The file has the columns `file frequency weekdays days from to note certainty osm ambiguous`. Two OSM strings are the
 * same when the library `opening_hours` (none of our code) opens them at the same times over two years. Days after a
 * holiday (祝日の翌日) count neither way, as some labels name them (`PH +1 day off`) and others leave them out; so it is with
 * where a closing day moves to. Rows with ambiguous = 1 are not scored.
 */
// The library works in the zone of the process.
process.env.TZ = 'Asia/Tokyo';
const { default: OpeningHours } = await import('opening_hours');

type Outcome = 'exact' | 'misread' | 'abstained' | 'right' | 'certainty';

interface Row {
  line: number;
  file: string;
  cells: Record<string, string>;
  certainty: ScheduleCertainty;
  osm: string;
}

interface Scored extends Row {
  outcome: Outcome;
  readCertainty: ScheduleCertainty;
  readOsm: string | null;
  unread: string[];
}

const FROM = new Date('2026-01-01T00:00:00+09:00');
const TO = new Date('2028-01-01T00:00:00+09:00');
const PLACE = { lat: 35.68, lon: 139.69, address: { country_code: 'jp', state: '' } };

/** A label without the days after a holiday that it closes; the model knows of no clock for sunset, only that the end is open. */
const comparable = (osm: string): string =>
  osm
    // An end alone: the syntax knows no start that is not known.
    .replace(/open "～(\d\d:\d\d)"/g, '00:00-$1')
    .replaceAll('-sunset', '+')
    .replaceAll(',PH +1 day', '')
    .split(/; */)
    .filter((part) => !/\bPH \+1 day\b.*\b(?:off|closed|unknown)\b/.test(part))
    .join('; ');

/** Behind a single month the library takes `Su[1],Su[2]`, not `Su[1,2]`. */
const apart = (osm: string): string =>
  osm.replace(/\b([A-Z][a-z])\[([1-5](?:[,-][1-5])+)\](?! [+-])/g, (_, day: string, list: string) =>
    list
      .split(',')
      .flatMap((part) => {
        const [from = 0, to = from] = part.split('-').map(Number);
        return Array.from({ length: to - from + 1 }, (_, i) => `${day}[${from + i}]`);
      })
      .join(','),
  );

/** Opening times as one comparable text; null where the library cannot read the string. */
export function expand(osm: string): string | null {
  try {
    const intervals = new OpeningHours(
      apart(inTerm(comparable(osm.replace(/\bPH,SH off\b/g, 'PH off')))),
      PLACE,
      0,
    ).getOpenIntervals(FROM, TO);
    const merged: [number, number, boolean][] = [];
    for (const [start, end, unknown] of intervals) {
      const last = merged.at(-1);
      if (last && last[1] >= start.getTime() && last[2] === unknown) last[1] = Math.max(last[1], end.getTime());
      else merged.push([start.getTime(), end.getTime(), unknown]);
    }
    return JSON.stringify(merged);
  } catch {
    return null;
  }
}

function readRows(path: string): Row[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').split(/\r?\n/);
  const names = head.replace(/^\uFEFF/, '').split('\t');
  return lines.flatMap((text, index) => {
    const cells = Object.fromEntries(text.split('\t').map((cell, i) => [names[i] ?? '', cell]));
    if (text === '' || cells.ambiguous === '1') return [];
    const certainty = cells.certainty as ScheduleCertainty;
    return [{ line: index + 2, file: cells.file ?? '', cells, certainty, osm: cells.osm ?? '' }];
  });
}

const isSure = (certainty: ScheduleCertainty) => certainty === 'FIXED' || certainty === 'USUAL';

/** A closing day that moves, as one that does not; where no rule opens on that weekday, it is closed without it. */
function withoutMove({ rules }: Schedule, closure: Closure): Closure[] {
  if (!closure.movesPastHoliday) return [closure];
  const opens = rules.some(({ weekdays, holidays }) =>
    holidays === 'ONLY' ? false : weekdays.length === 0 || closure.days?.weekdays.some((day) => weekdays.includes(day)),
  );
  return opens ? [{ ...closure, movesPastHoliday: false }] : [];
}

const MONTH_ENDS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The last day of each month by its date, for which the syntax has no word; the years compared have no 29 February. */
function withoutMonthEnds(closure: Closure): Closure[] {
  const { days } = closure;
  const only = days?.monthDays.join() === '-1' && days.weekdays.length + days.nth.length === 0;
  if (!only || days.season || days.schoolHolidays || closure.movesPastHoliday) return [closure];
  const ends = MONTH_ENDS.map((day, i) => ({ month: i + 1, day }));
  return ends
    .filter(({ month }) => days.months.length === 0 || days.months.includes(month))
    .map((end) => ({ annual: { from: end, to: end } }));
}

/**
 * Closing days that move past a holiday, written before what holds on holidays: a label may say `We[-1] off; PH 10:00-17:00`
 * as well as `PH 10:00-17:00; We[-1] off`, and of the day to which it moves neither says anything.
 */
function holidaysLast(osm: string, { closures }: Schedule): string {
  const weekly = closures.filter(({ days }) => days && days.weekdays.length > 0 && !days.publicHolidays);
  if (weekly.length === 0 || !weekly.every(({ movesPastHoliday }) => movesPastHoliday)) return osm;
  const parts = osm.split('; ');
  const first = parts.findIndex((part) => /(?:^| )PH /.test(part) && !/PH(?: \S+)? off$/.test(part));
  const isClosure = (part: string) => /^(?:Mo|Tu|We|Th|Fr|Sa|Su)\S* off$/.test(part);
  if (first < 0) return osm;
  const moved = parts.slice(first).filter(isClosure);
  return [...parts.slice(0, first), ...moved, ...parts.slice(first).filter((part) => !isClosure(part))].join('; ');
}

/**
 * What was read; and, as a label gives a date without its year and its weekday (9月11日(土) is `Sep 11`), the same with the
 * dates in whatever year; and with what holds on holidays behind closing days that move.
 */
function readings(schedule: Schedule, osm: string | null): string[] {
  const dated = ({ season, weekdays }: Schedule['rules'][number]) =>
    season !== null && weekdays.length === 1 && JSON.stringify(season.from) === JSON.stringify(season.to);
  if (osm === null) return [];
  const read = [osm, holidaysLast(osm, schedule)];
  if (!schedule.rules.some(dated)) return read;
  const rules = schedule.rules.map((rule) => (dated(rule) ? { ...rule, weekdays: [] } : rule));
  const written = writeOsm({ ...schedule, rules });
  return 'osm' in written ? [...read, written.osm] : read;
}

function score(row: Row): Scored {
  const schedule = readSchedule(row.cells);
  // The syntax has no words for a closing day that moves past a holiday or from a weekend, and no label says where it goes.
  const written = writeOsm({
    ...schedule,
    closures: schedule.closures
      .filter(({ days }) => !days?.publicHolidays)
      .flatMap((closure) => withoutMove(schedule, closure))
      .flatMap(withoutMonthEnds),
  });
  const readOsm = 'osm' in written ? written.osm : null;
  const truth = isSure(row.certainty) ? expand(row.osm) : null;
  const same = truth !== null && readings(schedule, readOsm).some((osm) => expand(osm) === truth);
  const outcome = judge(row.certainty, schedule.certainty, same);
  return { ...row, outcome, readCertainty: schedule.certainty, readOsm, unread: schedule.unread };
}

/** Misread: a reading that is not flagged as undetermined and is not the true one. */
function judge(truth: ScheduleCertainty, read: ScheduleCertainty, same: boolean): Outcome {
  if (!isSure(truth)) {
    if (isSure(read) || ((read === 'SUSPENDED') !== (truth === 'SUSPENDED') && read === 'SUSPENDED')) return 'misread';
    return read === truth ? 'right' : 'certainty';
  }
  if (read === 'SUSPENDED') return 'misread';
  if (!isSure(read)) return 'abstained';
  if (!same) return 'misread';
  return read === truth ? 'exact' : 'certainty';
}

interface Summary {
  rows: number;
  misread: number;
  sure: number;
  exact: number;
  abstained: number;
  otherCertainty: number;
}

function summarise(rows: Scored[]): Summary {
  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length;
  return {
    rows: rows.length,
    misread: count('misread'),
    sure: rows.filter((row) => isSure(row.certainty)).length,
    exact: count('exact'),
    abstained: count('abstained'),
    otherCertainty: count('certainty'),
  };
}

const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

function print(rows: Scored[]): void {
  const files = [...new Set(rows.map((row) => row.file))];
  for (const file of files) console.log(lineOf(file, summarise(rows.filter((row) => row.file === file))));
  console.log(lineOf('all', summarise(rows)));
  for (const row of rows.filter(({ outcome }) => outcome !== 'exact' && outcome !== 'right')) {
    const { frequency, weekdays, days, from, to, note } = row.cells;
    console.log(`\n${row.outcome} line ${row.line}: ${[frequency, weekdays, days, from, to, note].join(' | ')}`);
    console.log(
      `  true ${row.certainty} ${row.osm}\n  read ${row.readCertainty} ${row.readOsm ?? ''} ${row.unread.join(' ⋯ ')}`,
    );
  }
}

function lineOf(name: string, s: Summary): string {
  return (
    `${name}: misread ${s.misread} of ${s.rows} (${percent(s.misread, s.rows)}), ` +
    `exact ${s.exact} of ${s.sure} FIXED and USUAL (${percent(s.exact, s.sure)}), abstained ${s.abstained}, other certainty ${s.otherCertainty}`
  );
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const [path] = positionals;
if (path === undefined) {
  console.error('Usage: npm run score:schedules -- FILE.tsv [--json]');
  process.exitCode = 1;
} else {
  const scored = readRows(path).map(score);
  if (values.json) console.log(JSON.stringify({ ...summarise(scored), list: scored }, null, 2));
  else print(scored);
}
