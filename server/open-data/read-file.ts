import type { Doubt } from './cells.ts';
import { type Cells, cellsOf } from './columns.ts';
import { decode, UnreadableFileError } from './decode.ts';
import { detectLayout, type Layout } from './layout.ts';
import { readTable, type TableRow } from './table.ts';

/** A row of a file with its cells by column, and as it was. */
export interface FileRow {
  line: number;
  cells: Cells;
  /** Column of the file → cell, blank ones left out. */
  verbatim: Record<string, string>;
  /** Doubts that came from looking at the whole file. */
  doubts?: Doubt[];
}

export interface ImportFile {
  layout: Layout;
  rows: FileRow[];
}

/** Older MongoDB servers refuse `.` and a leading `$` in names of fields (施設No.): their full-width forms read the same. */
function fieldName(header: string): string {
  return header
    .replace(/^[\uFEFF?]+/, '')
    .replaceAll('.', '．')
    .replace(/^\$/, '＄');
}

function verbatimOf(header: readonly string[], values: readonly string[]): Record<string, string> {
  const entries = header.flatMap((name, index): [string, string][] => {
    const value = values[index] ?? '';
    return value.trim() === '' ? [] : [[fieldName(name) || `列${index + 1}`, value]];
  });
  return Object.fromEntries(entries);
}

/** A title or a note may stand above the header. */
const LINES_ABOVE = 5;

/** The layout, and at which record its header stands; the error of the first record where none is one. */
function findHeader(records: readonly TableRow[]): { layout: Layout; at: number } {
  let first: unknown = new UnreadableFileError('見出しの行がありません。');
  for (const [at, { cells }] of records.slice(0, LINES_ABOVE + 1).entries()) {
    try {
      return { layout: detectLayout(cells), at };
    } catch (error) {
      if (at === 0) first = error;
    }
  }
  throw first;
}

/**
 * Reads a file of public data.
 * @throws UnreadableFileError where it is no text, no CSV, or of no known layout; the message says what to do
 */
export function readImportFile(bytes: Uint8Array): ImportFile {
  const records = readTable(decode(bytes).text);
  const { layout, at } = findHeader(records);
  const header = records[at]?.cells ?? [];
  return {
    layout,
    rows: records.slice(at + 1).map(({ line, cells }) => ({
      line,
      cells: cellsOf(layout.columns, cells),
      verbatim: verbatimOf(header, cells),
    })),
  };
}
