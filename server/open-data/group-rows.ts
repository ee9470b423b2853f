import type { TownBook } from '../gazetteer/towns.ts';
import type { Doubt } from './cells.ts';
import type { Cells } from './columns.ts';
import type { PlaceFacts, RowReading } from './facts.ts';
import { canBeSame, identityOf } from './identity.ts';
import { readKind, readPoiKind } from './kinds.ts';
import type { LayoutName } from './layout.ts';
import { mergeSchedules } from './merge-schedules.ts';
import { type Outcome, skipped } from './outcome.ts';
import { readCafeteria } from './read-cafeteria.ts';
import { readFacility } from './read-facility.ts';
import type { FileRow } from './read-file.ts';
import { sameValue } from '../domain/same-value.ts';

/** A place of a file: its row, and further rows that speak of the same place at other times. */
export interface RowGroup {
  line: number;
  id: string | null;
  facts: PlaceFacts;
  identity: string;
  doubts: Doubt[];
  verbatim: Record<string, string>;
  sessions: { line: number; verbatim: Record<string, string>; doubts: Doubt[] }[];
}

export interface GroupedRows {
  groups: RowGroup[];
  outcomes: Outcome[];
}

/** Reads one row by its layout. */
export function readRow(layout: LayoutName, cells: Cells, book: TownBook): RowReading {
  return layout === 'kodomo-shokudo' || layout === 'kodomo-shokudo-extra'
    ? readCafeteria(cells, book)
    : readFacility(cells, book);
}

/** The reason for which a row holds no place, or null. */
function unusable({ line, cells, verbatim }: FileRow, layout: LayoutName): Outcome | null {
  if (Object.keys(verbatim).length === 0) return skipped(line, null, 'BLANK_ROW', '空の行です。');
  if (cells.name === undefined) return skipped(line, null, 'NO_NAME', '名称がありません。');
  const isHeader = cells.name === '名称' || cells.name === 'Name';
  if (isHeader) return skipped(line, null, 'HEADER_ROW', '見出しの繰り返しです。');
  // 公共施設一覧 lists town halls and fire stations as well.
  const isForAll = layout === 'public-facilities' && (readPoiKind(cells.poi) ?? readKind(cells.name)) === null;
  return isForAll ? skipped(line, cells.name, 'NOT_FOR_CHILDREN', '子ども・子育ての場所ではないようです。') : null;
}

/** The row without its own id, for telling whether two rows say the same. */
function contentOf(cells: Cells): Cells {
  const { id: _, ...content } = cells;
  return content;
}

function addSession(group: RowGroup, row: FileRow, reading: RowReading): void {
  group.sessions.push({ line: row.line, verbatim: row.verbatim, doubts: reading.doubts });
  group.facts = { ...group.facts, schedule: mergeSchedules(group.facts.schedule, reading.facts.schedule) };
}

/** Places of the rows before, by what they can be recognised by. */
interface Before {
  /** By id and identity: the same place. */
  same: Map<string, { group: RowGroup; contents: Cells[] }>;
  byId: Map<string, RowGroup>;
  byIdentity: Map<string, RowGroup>;
}

/** Doubts that only a look at the rows before can tell. */
function doubtsAmong(before: Before, reading: RowReading, identity: string): Doubt[] {
  const sameId = reading.id === null ? undefined : before.byId.get(reading.id);
  if (sameId && !canBeSame(sameId.facts, reading.facts))
    return [{ code: 'DUPLICATE_ID', message: `${sameId.line} 行目と ID（${reading.id}）が同じですが、別の場所です。` }];
  const twin = before.byIdentity.get(identity);
  return twin ? [{ code: 'SAME_PLACE_TWICE', message: `${twin.line} 行目と名称・住所が同じです（ID は別）。` }] : [];
}

function newGroup(before: Before, row: FileRow, { id, facts, doubts }: RowReading, identity: string): RowGroup {
  const all = [...(row.doubts ?? []), ...doubts, ...doubtsAmong(before, { id, facts, doubts }, identity)];
  const group = { line: row.line, id, facts, identity, doubts: all, verbatim: row.verbatim, sessions: [] };
  before.same.set(`${id ?? ''}|${identity}`, { group, contents: [contentOf(row.cells)] });
  if (id !== null && !before.byId.has(id)) before.byId.set(id, group);
  if (!before.byIdentity.has(identity)) before.byIdentity.set(identity, group);
  return group;
}

/** A row joins a place of the rows before, repeats one of its rows, or begins a place. */
function placeRow(before: Before, row: FileRow, reading: RowReading): Outcome | RowGroup | null {
  const identity = identityOf(reading.facts);
  const same = before.same.get(`${reading.id ?? ''}|${identity}`);
  if (!same) return newGroup(before, row, reading, identity);
  const content = contentOf(row.cells);
  if (same.contents.some((each) => sameValue(each, content)))
    return skipped(row.line, reading.facts.name, 'DUPLICATE_ROW', `${same.group.line} 行目と同じ内容です。`);
  addSession(same.group, row, reading);
  same.contents.push(content);
  return null;
}

/**
 * Rows of a main table → places. A row that repeats another is skipped; one of the same name and address without an id
 * of its own that says something else (another day of the same こども食堂) adds its sessions to the first.
 */
export function groupRows(rows: readonly FileRow[], layout: LayoutName, book: TownBook): GroupedRows {
  const before: Before = { same: new Map(), byId: new Map(), byIdentity: new Map() };
  const groups: RowGroup[] = [];
  const outcomes: Outcome[] = [];
  for (const row of rows) {
    const placed = unusable(row, layout) ?? placeRow(before, row, readRow(layout, row.cells, book));
    if (placed === null) continue;
    if ('action' in placed) outcomes.push(placed);
    else groups.push(placed);
  }
  return { groups, outcomes };
}
