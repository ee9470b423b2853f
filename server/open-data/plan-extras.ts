import { addressKey } from '../domain/address.ts';
import type { Place } from '../domain/place.ts';
import type { TownBook } from '../gazetteer/towns.ts';
import { buildPlace, type ImportOptions } from './build-place.ts';
import { type Cells, cellsOf, mapHeader } from './columns.ts';
import { type RowGroup, readRow } from './group-rows.ts';
import { identityOf } from './identity.ts';
import { mergeSchedules } from './merge-schedules.ts';
import { type Outcome, skipped } from './outcome.ts';
import {
  EXTRA_ROWS,
  type ImportPlan,
  keptRows,
  MORE_ROWS,
  outcomesOf,
  readKept,
  toPlan,
  withSessions,
} from './plan.ts';
import type { FileRow, ImportFile } from './read-file.ts';
import { sameValue } from '../domain/same-value.ts';

/** A row of 追加情報 with the place of its id. */
interface ExtraRow {
  row: FileRow;
  main: Place;
}

/** What another place of the same こども食堂 has in common with the main one; times, fees and conditions are its own. */
function inherited(main: Place): Cells {
  const row = main.source?.row ?? {};
  const cells = cellsOf(mapHeader(Object.keys(row)), Object.values(row));
  const { code, prefecture, city, name, kana, purpose, support, operator, url } = cells;
  const { phone, phoneNote, phone2, phone2Note, extension, fax, email, emailNote, email2, email2Note } = cells;
  const all = {
    ...{ code, prefecture, city, name, kana, purpose, support, operator, url },
    ...{ phone, phoneNote, phone2, phone2Note, extension, fax, email, emailNote, email2, email2Note },
  };
  return Object.fromEntries(Object.entries(all).filter(([, cell]) => cell !== undefined));
}

function isAtMainAddress({ row, main }: ExtraRow): boolean {
  const address = row.cells.addressLine;
  const own = main.source?.row;
  const mainCells = own ? cellsOf(mapHeader(Object.keys(own)), Object.values(own)) : {};
  return address === undefined || addressKey(address) === addressKey(mainCells.addressLine ?? '');
}

/** Rows at the place's own address: more sessions of it. They replace those of the last 追加情報. */
function planSessions(main: Place, rows: FileRow[], book: TownBook, options: ImportOptions) {
  const row = main.source?.row ?? {};
  const extras = rows.map((each) => each.verbatim);
  const further = [...keptRows(row, MORE_ROWS), ...extras];
  const facts = withSessions(
    readKept(row, 'kodomo-shokudo', book),
    further.map((each) => readKept(each, 'kodomo-shokudo-extra', book)),
  );
  const kept = { ...row, [EXTRA_ROWS]: JSON.stringify(extras) };
  const built = buildPlace({ facts, key: main.source?.key ?? '', row: kept, partOf: null }, main, options);
  const outcomes = rows.map(({ line }): Outcome => ({
    line,
    action: built.action,
    name: built.place.name,
    placeId: main.id,
    reason: null,
    doubts: built.doubts,
  }));
  return { built, existing: main, outcomes };
}

function groupAt(main: Place, rows: FileRow[], book: TownBook): RowGroup {
  const readings = rows.map((row) => {
    const building = row.cells.building;
    const cells: Cells = { ...inherited(main), ...row.cells };
    const reading = readRow('kodomo-shokudo-extra', cells, book);
    const name =
      building === undefined ? reading.facts.name : `${reading.facts.name}（${building.replace(/\s+/gu, ' ')}）`;
    return { row, reading: { ...reading, facts: { ...reading.facts, name } } };
  });
  const [first, ...rest] = readings;
  if (!first) throw new Error('A group of rows has at least one.');
  const { facts } = first.reading;
  return {
    line: first.row.line,
    id: first.reading.id,
    facts: {
      ...facts,
      schedule: rest.reduce(
        (schedule, { reading }) => mergeSchedules(schedule, reading.facts.schedule),
        facts.schedule,
      ),
    },
    identity: identityOf(facts),
    doubts: first.reading.doubts,
    verbatim: first.row.verbatim,
    sessions: rest.map(({ row, reading }) => ({ line: row.line, verbatim: row.verbatim, doubts: reading.doubts })),
  };
}

/** Rows at one other address: a place of its own, part of the main one. */
function planPart(main: Place, rows: FileRow[], existing: readonly Place[], book: TownBook, options: ImportOptions) {
  const group = groupAt(main, rows, book);
  const key = `${main.source?.key ?? ''}+${addressKey(rows[0]?.cells.addressLine ?? '')}`;
  const former = existing.find((place) => place.source?.key === key) ?? null;
  const row = {
    ...group.verbatim,
    ...(group.sessions.length === 0
      ? {}
      : { [MORE_ROWS]: JSON.stringify(group.sessions.map((each) => each.verbatim)) }),
  };
  const built = buildPlace({ facts: group.facts, key, row, partOf: main.id }, former, options);
  return { built, existing: former, outcomes: outcomesOf(group, built, []) };
}

/** Sorts out what cannot be used: blank rows, rows without a place, repetitions. */
function usable(file: ImportFile, mains: ReadonlyMap<string, Place>, outcomes: Outcome[]): ExtraRow[] {
  const rows: ExtraRow[] = [];
  for (const row of file.rows) {
    const id = row.cells.id?.normalize('NFKC');
    const main = mains.get(id ?? '');
    const before = rows.find((each) => sameValue(each.row.cells, row.cells));
    if (Object.keys(row.verbatim).length === 0) outcomes.push(skipped(row.line, null, 'BLANK_ROW', '空の行です。'));
    else if (!main)
      outcomes.push(
        skipped(
          row.line,
          null,
          'NO_MAIN_ROW',
          `ID ${id ?? '空欄'} の本体がありません。先に本体の一覧を取り込んでください。`,
        ),
      );
    else if (before)
      outcomes.push(skipped(row.line, main.name, 'DUPLICATE_ROW', `${before.row.line} 行目と同じ内容です。`));
    else rows.push({ row, main });
  }
  return rows;
}

/**
 * Plans the import of a 追加情報 table: by ID, a row at the address of its place is more sessions of it, a row elsewhere
 * a place with `partOf`.
 * @param existing every place of the dataset
 */
export function planExtras(
  file: ImportFile,
  existing: readonly Place[],
  book: TownBook,
  options: ImportOptions,
): ImportPlan {
  const outcomes: Outcome[] = [];
  const mains = new Map(
    existing.filter((place) => place.partOf === null).map((place) => [place.source?.key ?? '', place]),
  );
  const rows = usable(file, mains, outcomes);
  const groups = Map.groupBy(rows, (extra) =>
    isAtMainAddress(extra) ? extra.main.id : `${extra.main.id}+${addressKey(extra.row.cells.addressLine ?? '')}`,
  );
  const planned = [...groups.values()].flatMap((extras) => {
    const [first] = extras;
    if (!first) return [];
    const here = extras.map(({ row }) => row);
    return isAtMainAddress(first)
      ? planSessions(first.main, here, book, options)
      : planPart(first.main, here, existing, book, options);
  });
  return toPlan([...outcomes, ...planned.flatMap((each) => each.outcomes)], planned, []);
}
