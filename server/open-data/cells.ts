import { yearOfEra } from '../domain/japanese-era.ts';

/** A doubt about one row, shown to whoever imports it. */
export interface Doubt {
  /** For programs; never changes. */
  code: DoubtCode;
  /** For people. */
  message: string;
}

export type DoubtCode =
  | 'BAD_CHECK_DIGIT'
  | 'NOT_A_CODE'
  | 'CODE_DIFFERS_FROM_ADDRESS'
  | 'NO_MUNICIPALITY'
  | 'POINT_OUTSIDE_JAPAN'
  | 'POINT_SWAPPED'
  | 'POINT_FAR_FROM_ADDRESS'
  | 'NO_TOWN'
  | 'UNKNOWN_KIND'
  | 'END_BEFORE_START'
  | 'UNREAD_SCHEDULE'
  | 'UNREAD_AGES'
  | 'UNREAD_FEE'
  | 'DUPLICATE_ID'
  | 'SAME_PLACE_TWICE'
  | 'MUNICIPALITY_OF_FILE'
  | 'ID_HAS_OTHER_PLACE'
  | 'OPERATOR_EDIT_KEPT';

/** Yes, no or not stated: 有/無, 可/不可, 1/0, Y/N, ○/×. Anything else is not stated. */
export function readYesNo(cell: string | undefined): boolean | null {
  const plain = (cell ?? '').normalize('NFKC').trim().toLowerCase();
  if (/^(有|有り|あり|可|可能|1|y|yes|true|○|◯|〇|◎|実施|対応)$/u.test(plain)) return true;
  if (/^(無|無し|なし|不可|0|n|no|false|×|✕|未実施|非対応)$/u.test(plain)) return false;
  return null;
}

/** A whole number that stands alone or with its unit (60, ６０名, 1,000円); null for anything else (10〜20, カンパ). */
export function readCount(cell: string | undefined): number | null {
  const plain = (cell ?? '').normalize('NFKC').replace(/[\s,]/g, '');
  const found = /^(?:定員|約|各)?(\d{1,6})(?:\.0+)?(?:人|名|食|円|組|世帯)?(?:程度|まで)?$/u.exec(plain);
  return found ? Number(found[1]) : null;
}

/** Pieces of a cell with several values, whichever separator its writer used (; ； 、 , line breaks, ・ not: it is part of names). */
export function readList(cell: string | undefined): string[] {
  return (cell ?? '')
    .split(/[;；、，,\n\r\t]+/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

function excelTime(plain: string): string | null {
  if (!/^0?\.\d+$|^0$|^1(\.0+)?$/.test(plain)) return null;
  const minutes = Math.round(Number(plain) * 1440);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** A cell of a time: Excel's fraction of a day (0.3125) becomes 7:30, seconds are dropped, anything else stays as written. */
export function readTimeCell(cell: string | undefined): string | null {
  if (cell === undefined) return null;
  const plain = cell.normalize('NFKC').trim();
  return excelTime(plain) ?? plain.replace(/^(\d{1,2}:\d{2}):\d{2}$/, '$1');
}

function existing(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.toISOString().slice(0, 10) : null;
}

/**
 * A date as files write it: 1952/1/25, 1952-01-25, 1952年1月25日, 令和3年4月1日, H30.4.1, and Excel's count of days
 * (18454 is 1950-07-10).
 * @returns an ISO date, or null for anything else and for days that do not exist
 */
export function readDate(cell: string | undefined): string | null {
  const plain = (cell ?? '').normalize('NFKC').replace(/\s/g, '');
  const western = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\d{1,2}:.*)?$/.exec(plain);
  if (western) return existing(Number(western[1]), Number(western[2]), Number(western[3]));
  const era = /^(令和|平成|昭和|大正|明治|[RHSTM])\.?(元|\d{1,2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/i.exec(plain);
  if (era) {
    return existing(yearOfEra(era[1] ?? '', era[2] ?? ''), Number(era[3]), Number(era[4]));
  }
  if (/^\d{5}(\.0+)?$/.test(plain) && Number(plain) >= 10_000 && Number(plain) <= 60_000)
    return new Date(EXCEL_EPOCH + Math.floor(Number(plain)) * 86_400_000).toISOString().slice(0, 10);
  return null;
}

/** Minutes of a plain clock time (9:30, 9時半, 午後5時); null where the cell holds more or less. */
export function readClock(cell: string | null): number | null {
  const found = /^(午前|午後)?(\d{1,2})(?::(\d{2})|時(?:(\d{1,2})分|(半))?)$/u.exec(
    (cell ?? '').normalize('NFKC').trim(),
  );
  if (!found) return null;
  const hours = Number(found[2]) + (found[1] === '午後' && Number(found[2]) < 12 ? 12 : 0);
  const minutes = found[5] ? 30 : Number(found[3] ?? found[4] ?? 0);
  return hours <= 30 && minutes < 60 ? hours * 60 + minutes : null;
}

/** Katakana as it is to be shown: half-width made full-width, spaces one and narrow. */
export function readKana(cell: string | undefined): string | null {
  if (cell === undefined) return null;
  return cell.normalize('NFKC').replace(/\s+/gu, ' ').trim();
}
