import type { Place } from '../domain/place.ts';
import type { TownBook } from '../gazetteer/towns.ts';
import { buildPlace, type ImportOptions } from './build-place.ts';
import { cellsOf, mapHeader } from './columns.ts';
import type { PlaceFacts } from './facts.ts';
import { withFileMunicipality } from './file-municipality.ts';
import { type GroupedRows, groupRows, readRow, type RowGroup } from './group-rows.ts';
import type { LayoutName } from './layout.ts';
import { type Match, matchRows } from './match-rows.ts';
import { mergeSchedules } from './merge-schedules.ts';
import type { Outcome } from './outcome.ts';
import type { ImportFile } from './read-file.ts';

/** A place to write, and the revision that the plan saw (0: none). */
export interface PlannedChange {
  place: Place;
  expectedRevision: number;
}

/** What an import would do: pure, so a dry run and a real one cannot differ. */
export interface ImportPlan {
  /** One for each data row, by line. */
  outcomes: Outcome[];
  changes: PlannedChange[];
  /** Published places of the dataset that the file has no row of. */
  missing: { id: string; name: string }[];
}

/** Where rows of 追加情報 at the address of their place are kept, as JSON, in its imported row. */
export const EXTRA_ROWS = '追加情報';
/** Where further rows of the main table about the same place are kept. */
export const MORE_ROWS = '同じ場所の行';

/** Rows kept as JSON in an imported row. */
export function keptRows(row: Record<string, string> | undefined, name: string): Record<string, string>[] {
  const json = row?.[name];
  return json === undefined ? [] : (JSON.parse(json) as Record<string, string>[]);
}

/** Reads a row again from how it was kept. */
export function readKept(row: Record<string, string>, layout: LayoutName, book: TownBook): PlaceFacts {
  const { [EXTRA_ROWS]: _, [MORE_ROWS]: __, ...own } = row;
  return readRow(layout, cellsOf(mapHeader(Object.keys(own)), Object.values(own)), book).facts;
}

/** Facts with the sessions of further rows. */
export function withSessions(facts: PlaceFacts, rows: PlaceFacts[]): PlaceFacts {
  return { ...facts, schedule: rows.reduce((schedule, row) => mergeSchedules(schedule, row.schedule), facts.schedule) };
}

function rowOf(group: RowGroup, extras: Record<string, string>[]): Record<string, string> {
  return {
    ...group.verbatim,
    ...(group.sessions.length === 0
      ? {}
      : { [MORE_ROWS]: JSON.stringify(group.sessions.map((session) => session.verbatim)) }),
    ...(extras.length === 0 ? {} : { [EXTRA_ROWS]: JSON.stringify(extras) }),
  };
}

/** The outcome of a place's row, and of its further rows, which update what the first made. */
export function outcomesOf(
  group: RowGroup,
  built: ReturnType<typeof buildPlace>,
  doubts: Outcome['doubts'],
): Outcome[] {
  const common = { name: built.place.name, placeId: built.place.id, reason: null };
  return [
    { line: group.line, action: built.action, ...common, doubts: [...group.doubts, ...doubts, ...built.doubts] },
    ...group.sessions.map((session): Outcome => ({
      line: session.line,
      action: built.action === 'unchanged' ? 'unchanged' : 'updated',
      ...common,
      doubts: session.doubts,
    })),
  ];
}

/** Collects outcomes and changes in the order of lines. */
export function toPlan(
  outcomes: Outcome[],
  places: { built: ReturnType<typeof buildPlace>; existing: Place | null }[],
  missing: ImportPlan['missing'],
): ImportPlan {
  return {
    outcomes: outcomes.sort((one, other) => one.line - other.line),
    changes: places
      .filter(({ built }) => built.action !== 'unchanged')
      .map(({ built, existing }) => ({ place: built.place, expectedRevision: existing?.revision ?? 0 })),
    missing,
  };
}

function missingOf(existing: readonly Place[], matches: readonly Match[]): ImportPlan['missing'] {
  const found = new Set(matches.map((match) => match.existing?.id));
  return existing
    .filter((place) => place.status === 'PUBLISHED' && place.partOf === null && !found.has(place.id))
    .map(({ id, name }) => ({ id, name }));
}

/**
 * Plans the import of a main table.
 * @param existing every place of the dataset
 */
export function planImport(
  file: ImportFile,
  existing: readonly Place[],
  book: TownBook,
  options: ImportOptions,
): ImportPlan {
  const layout = file.layout.name;
  const { groups, outcomes }: GroupedRows = groupRows(withFileMunicipality(file.rows, book), layout, book);
  const matches = matchRows(
    groups,
    existing.filter((place) => place.partOf === null),
  );
  const places = matches.map(({ group, existing: former, key, doubts }) => {
    const extras = keptRows(former?.source?.row, EXTRA_ROWS);
    const facts = withSessions(
      group.facts,
      extras.map((row) => readKept(row, 'kodomo-shokudo-extra', book)),
    );
    const built = buildPlace({ facts, key, row: rowOf(group, extras), partOf: null }, former, options);
    outcomes.push(...outcomesOf(group, built, doubts));
    return { built, existing: former };
  });
  return toPlan(outcomes, places, missingOf(existing, matches));
}
