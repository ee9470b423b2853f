import { isPrefectureCode, readMunicipalityCode } from '../domain/municipality-code.ts';
import { municipalityByCode } from '../gazetteer/municipalities.ts';
import { locate } from '../gazetteer/locate.ts';
import type { TownBook } from '../gazetteer/towns.ts';
import type { Cells } from './columns.ts';
import type { FileRow } from './read-file.ts';

/** The municipality that a row names by itself, by address, column or code; null where it names none. */
export function municipalityOf(cells: Cells, book: TownBook): string | null {
  const { code } = readMunicipalityCode(cells.placeCode ?? cells.code ?? '');
  const { addressLine: address = '', prefecture = null, city = cells.publisher ?? null } = cells;
  const located = locate({ address, prefecture, city, code }, book);
  if (located) return located.municipalityCode;
  return code !== null && !isPrefectureCode(code) ? code : null;
}

/**
 * The one municipality that all rows of a file name that name any (at least half of them): 郡山市's file writes most
 * addresses with the city and some without. null where they name several.
 */
export function fileMunicipality(rows: readonly FileRow[], book: TownBook): string | null {
  const named = rows.map(({ cells }) => municipalityOf(cells, book)).filter((code) => code !== null);
  const [first] = named;
  return first !== undefined && named.length * 2 >= rows.length && named.every((code) => code === first) ? first : null;
}

/** The rows with the file's municipality where they name none themselves, and a doubt that says so. */
export function withFileMunicipality(rows: readonly FileRow[], book: TownBook): FileRow[] {
  const code = fileMunicipality(rows, book);
  const municipality = code === null ? null : municipalityByCode(code);
  if (code === null || municipality === null) return [...rows];
  return rows.map((row) => {
    if (Object.keys(row.verbatim).length === 0 || municipalityOf(row.cells, book) !== null) return row;
    const message = `市区町村がないので、ファイルのほかの行と同じ${municipality.name}としました。`;
    return { ...row, cells: { ...row.cells, code }, doubts: [{ code: 'MUNICIPALITY_OF_FILE', message }] };
  });
}
