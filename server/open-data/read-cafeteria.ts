import { accessByBooking, readBooking } from '../domain/read-booking.ts';
import { readConditions } from '../domain/read-conditions.ts';
import { readFee } from '../domain/read-fee.ts';
import type { TownBook } from '../gazetteer/towns.ts';
import { readCount, readKana, readList, readYesNo } from './cells.ts';
import type { Cells } from './columns.ts';
import type { RowReading } from './facts.ts';
import { readContact } from './read-contact.ts';
import { onlyStart, readTimes } from './read-times.ts';
import { readWhere } from './read-where.ts';

/** Words of 実施支援の主な区分 → activities. */
const SUPPORT: readonly [pattern: RegExp, activity: string][] = [
  [/学習|宿題|教育/u, 'study'],
  [/相談/u, 'consultation'],
  [/遊び|あそび/u, 'play-indoors'],
  [/フードパントリー|食品配布|食料配布/u, 'food-pantry'],
  [/弁当|テイクアウト/u, 'take-away-meal'],
  [/交流/u, 'talk'],
  [/体験|イベント/u, 'event'],
];

function activitiesOf(cells: Cells): string[] {
  const activities = new Set(['meal']);
  if (readYesNo(cells.pantry)) activities.add('food-pantry');
  if (readYesNo(cells.takeOut)) activities.add('take-away-meal');
  for (const [pattern, activity] of SUPPORT) if (pattern.test(cells.support ?? '')) activities.add(activity);
  return [...activities];
}

/**
 * The format is also used for places that are more than a meal: one that calls itself a 居場所, or whose stated support
 * (学習支援, 生活指導) has no food in it, is a third place as well.
 */
function kindsOf({ name = '', support = '' }: Cells): string[] {
  const supports = /学習|生活指導|居場所|遊び|交流/u.test(support) && !/食|パントリー|弁当/u.test(support);
  return supports || /居場所/u.test(name) ? ['childrens-cafeteria', 'third-place'] : ['childrens-cafeteria'];
}

function descriptionOf(cells: Cells): string | null {
  const lines = [cells.purpose, cells.support, cells.description, cells.remarks].filter((each) => each !== undefined);
  return lines.length === 0 ? null : lines.join('\n');
}

/** A row of the こども食堂 format, of either head, or of its 追加情報 with the main row's cells filled in. */
export function readCafeteria(cells: Cells, book: TownBook): RowReading {
  const where = readWhere(cells, book);
  const times = readTimes(cells);
  const conditions = readConditions(cells.conditions ?? '', where.municipalityCode);
  const booking = readBooking(cells.bookingHow, cells.bookingNote, onlyStart(cells));
  const { address, addressHidden, municipalityCode, location } = where;
  return {
    id: cells.id?.normalize('NFKC') ?? null,
    doubts: [...where.doubts, ...times.doubts],
    facts: {
      name: (cells.name ?? '').replace(/[\s\u3000]+/gu, ' '),
      kana: readKana(cells.kana),
      kinds: kindsOf(cells),
      activities: activitiesOf(cells),
      features: [],
      description: descriptionOf(cells),
      ages: conditions.ages,
      agesText: null,
      conditions: cells.conditions ?? null,
      childAlone: conditions.childAlone,
      access: accessByBooking(booking),
      fee: readFee({
        preschool: cells.feePreschool,
        primary: cells.feePrimary,
        juniorHigh: cells.feeJuniorHigh,
        highSchool: cells.feeHighSchool,
        adult: cells.feeAdult,
        note: cells.feeNote,
      }),
      booking,
      eligibility: conditions.eligibility,
      capacity: readCount(cells.capacity),
      contact: readContact(cells),
      operator: cells.operator?.replace(/[\s\u3000]+/gu, ' ') ?? null,
      address,
      addressHidden,
      municipalityCode,
      location,
      schoolDistricts: readList(cells.districts),
      schedule: times.schedule,
    },
  };
}
