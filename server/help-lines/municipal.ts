import { areaContains, isMunicipalityCode, isPrefectureCode } from '../domain/municipality-code.ts';
import { readSchedule } from '../domain/schedule/read-text/read-schedule.ts';
import type { HelpLineEntry } from '../domain/vocabulary/help-lines.ts';
import { municipalityByCode } from '../gazetteer/municipalities.ts';

/** A help line of a municipality or prefecture. */
export interface MunicipalHelpLine extends HelpLineEntry {
  /** Six-digit code of the municipality or prefecture. */
  area: string;
}

const VOICES = ['ja', 'easyJa', 'en'] as const;
const NUMBER = /^[0-9#*][0-9-]*$/;

/**
 * Reads a file of help lines: `{ "lines": [{ area, name, number, about: { ja, easyJa, en }, hours, checkedAt }] }`, with
 * the hours as people write them (「月〜金 8:30〜17:15、祝日・年末年始は休み」). A line that is not wholly understood is no
 * line: what is wrong with it stands in `problems`. Never throws.
 */
export function readMunicipalHelpLines(text: string): { lines: MunicipalHelpLine[]; problems: string[] } {
  const rows = rowsOf(text);
  if (rows === null) return { lines: [], problems: ['JSON の形が { "lines": [ … ] } ではありません。'] };
  const problems: string[] = [];
  const lines = rows.flatMap((row, index) => {
    const { line, wrong } = readLine(row, index);
    problems.push(...wrong.map((reason) => `${index + 1} 件目：${reason}`));
    return line === null ? [] : [line];
  });
  return { lines, problems };
}

function rowsOf(text: string): unknown[] | null {
  try {
    const { lines } = JSON.parse(text) as { lines?: unknown };
    return Array.isArray(lines) ? (lines as unknown[]) : null;
  } catch {
    return null;
  }
}

function readLine(row: unknown, index: number): { line: MunicipalHelpLine | null; wrong: string[] } {
  const wrong: string[] = [];
  const text = (of: unknown, name: string): string => {
    const value = (of as Record<string, unknown> | null | undefined)?.[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    wrong.push(`${name} がありません。`);
    return '';
  };
  const about = (row as { about?: unknown } | null)?.about;
  const [ja, easyJa, en] = VOICES.map((voice) => text(about, voice)) as [string, string, string];
  const [area, name, number, hours, checkedAt] = ['area', 'name', 'number', 'hours', 'checkedAt'].map((field) =>
    text(row, field),
  ) as [string, string, string, string, string];
  const schedule = readSchedule({ text: hours });
  if (area !== '' && !isArea(area)) wrong.push(`area ${area} という市区町村・都道府県はありません。`);
  if (number !== '' && !NUMBER.test(number)) wrong.push(`number ${number} は電話番号ではありません。`);
  if (hours !== '' && (schedule.certainty !== 'FIXED' || schedule.unread.length > 0))
    wrong.push(`hours ${hours} が読みとれません。`);
  if (checkedAt !== '' && !isDate(checkedAt)) wrong.push(`checkedAt ${checkedAt} は日付（2026-11-01）ではありません。`);
  const entry = { code: `${area}-${index + 1}`, area, name, number, about: { ja, easyJa, en }, schedule, checkedAt };
  return { line: wrong.length > 0 ? null : entry, wrong };
}

const isArea = (code: string): boolean =>
  isMunicipalityCode(code) && (isPrefectureCode(code) || municipalityByCode(code) !== null);

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toJSON()?.slice(0, 10) === text;

/** The lines of a place's municipality and of what that lies in (its city, its prefecture), the nearest first. */
export function linesOfArea(lines: readonly MunicipalHelpLine[], code: string): MunicipalHelpLine[] {
  const breadth = ({ area }: MunicipalHelpLine) => (area === code ? 0 : isPrefectureCode(area) ? 2 : 1);
  return lines.filter(({ area }) => areaContains(area, code)).sort((a, b) => breadth(a) - breadth(b));
}
