import type { Doubt } from './cells.ts';
import { type Cells, cellsOf } from './columns.ts';
import { decode } from './decode.ts';
import { detectLayout, type Layout } from './layout.ts';
import { readTable } from './table.ts';

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

function verbatimOf(header: readonly string[], values: readonly string[]): Record<string, string> {
  const entries = header.flatMap((name, index): [string, string][] => {
    const value = values[index] ?? '';
    return value.trim() === '' ? [] : [[name.replace(/^[\uFEFF?]+/, '') || `列${index + 1}`, value]];
  });
  return Object.fromEntries(entries);
}

/**
 * Reads a file of public data.
 * @throws UnreadableFileError where it is no text, no CSV, or of no known layout; the message says what to do
 */
export function readImportFile(bytes: Uint8Array): ImportFile {
  const { header, rows } = readTable(decode(bytes).text);
  const layout = detectLayout(header);
  return {
    layout,
    rows: rows.map(({ line, cells }) => ({
      line,
      cells: cellsOf(layout.columns, cells),
      verbatim: verbatimOf(header, cells),
    })),
  };
}
