import { parse } from 'csv-parse/sync';
import { UnreadableFileError } from './decode.ts';

/** One record of a file. */
export interface TableRow {
  /** Line of the file (from 1) in which the record begins; cells may hold newlines. */
  line: number;
  cells: string[];
}

interface ParsedRecord {
  record: string[];
  raw: string;
}

function delimiterOf(text: string): string {
  const firstLine = text.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  return firstLine.includes('\t') && !firstLine.includes(',') ? '\t' : ',';
}

/** Line breaks of any kind; a file of old Macs has \r alone. */
function breaksIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

function parseRecords(text: string): ParsedRecord[] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      raw: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
    }) as unknown as ParsedRecord[];
  } catch (error) {
    throw new UnreadableFileError(`CSVとして読めません（${error instanceof Error ? error.message : String(error)}）。`);
  }
}

/**
 * Records of a CSV (or tab-separated) text, the header among them, each with the line in which it begins. Rows of commas
 * alone are records, lines with nothing at all are none.
 * @throws UnreadableFileError where the text is no CSV
 */
export function readTable(text: string): TableRow[] {
  let line = 1;
  return parseRecords(text).map(({ record, raw }) => {
    const lead = /^[\r\n]*/.exec(raw)?.[0] ?? '';
    const begins = line + breaksIn(lead);
    line += breaksIn(raw);
    return { line: begins, cells: record };
  });
}
