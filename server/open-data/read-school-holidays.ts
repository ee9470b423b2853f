import { parse } from 'csv-parse/sync';
import { isMunicipalityCode } from '../domain/municipality-code.ts';
import { parseLocalDate } from '../domain/schedule/calendar-day.ts';
import type { SchoolHolidays } from '../domain/schedule/schedule.ts';
import { readDate } from './cells.ts';
import { decode } from './decode.ts';

/** Columns of the file, in any order; others are passed over. */
const COLUMNS = ['全国地方公共団体コード', '開始日', '終了日'] as const;

export interface SchoolHolidaysFile {
  holidays: Map<string, SchoolHolidays>;
  /** Line and reason of each row that cannot be; where there is one, nothing of the file is to be used. */
  problems: { line: number; reason: string }[];
}

/**
 * Reads 全国地方公共団体コード, 開始日, 終了日 (both days included), a row a holiday. The calendar of a municipality is
 * known until the last day of its last holiday. Throws ImportError where the bytes are no text or the columns are missing.
 */
export function readSchoolHolidays(bytes: Uint8Array): SchoolHolidaysFile {
  const rows = parse<{ record: Record<string, string>; info: { lines: number } }>(decode(bytes).text, {
    columns: true,
    skip_empty_lines: true,
    trim: true,
    info: true,
    relax_column_count: true,
  });
  const holidays = new Map<string, SchoolHolidays>();
  const problems: SchoolHolidaysFile['problems'] = [];
  const missing = COLUMNS.filter((name) => rows[0] && !(name in rows[0].record));
  if (rows.length === 0 || missing.length > 0) {
    problems.push({ line: 1, reason: `列がありません：${(rows.length === 0 ? COLUMNS : missing).join('、')}` });
    return { holidays, problems };
  }
  for (const { record, info } of rows) {
    const [code = '', from = '', to = ''] = COLUMNS.map((name) => record[name]);
    const [first, last] = [readDate(from), readDate(to)];
    const reason = problemOf(code, first, last);
    if (reason !== null || first === null || last === null)
      problems.push({ line: info.lines, reason: reason ?? '日付を読めません。' });
    else addRange(holidays, code, { from: first, to: last });
  }
  return { holidays, problems };
}

function problemOf(code: string, from: string | null, to: string | null): string | null {
  if (!isMunicipalityCode(code)) return `全国地方公共団体コード「${code}」が正しくありません（検査数字を含む6けた）。`;
  if (from === null || to === null) return '開始日と終了日を 2026-07-21 のように書いてください。';
  return (parseLocalDate(from) ?? 0) > (parseLocalDate(to) ?? 0) ? '終了日が開始日より前です。' : null;
}

function addRange(holidays: Map<string, SchoolHolidays>, code: string, range: { from: string; to: string }): void {
  const known = holidays.get(code) ?? { ranges: [], knownUntil: range.to };
  const knownUntil = known.knownUntil > range.to ? known.knownUntil : range.to;
  holidays.set(code, { ranges: [...known.ranges, range], knownUntil });
}
