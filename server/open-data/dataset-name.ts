import { isPrefectureCode, prefectureCodeOf, readMunicipalityCode } from '../domain/municipality-code.ts';
import type { TownBook } from '../gazetteer/towns.ts';
import { municipalityOf } from './file-municipality.ts';
import type { ImportFile } from './read-file.ts';

function publisherCodes(file: ImportFile): Set<string> {
  const codes = file.rows.map(({ cells }) => readMunicipalityCode(cells.code ?? '').code);
  return new Set(codes.filter((code) => code !== null));
}

function commonArea(codes: ReadonlySet<string>): string | null {
  const [first] = codes;
  if (first === undefined) return null;
  if (codes.size === 1) return first;
  const prefectures = new Set([...codes].map(prefectureCodeOf));
  return prefectures.size === 1 ? prefectureCodeOf(first) : 'japan';
}

/**
 * The dataset that a file is of where nobody names it: its format and its publisher, `kodomo-shokudo:131059`. The
 * publisher is the code that all rows have, the prefecture where they have several, else the municipality of the
 * addresses (追加情報 has no code). Never the file's name, which changes from year to year.
 * @returns candidates, the most likely first; none where the file does not tell
 */
export function datasetCandidates(file: ImportFile, book: TownBook): string[] {
  const addressed = (): Set<string> =>
    new Set(file.rows.map(({ cells }) => municipalityOf(cells, book)).filter((code) => code !== null));
  const area = commonArea(publisherCodes(file)) ?? commonArea(addressed());
  if (area === null) return [];
  const areas = area === 'japan' || isPrefectureCode(area) ? [area] : [area, prefectureCodeOf(area)];
  return areas.map((each) => `${file.layout.dataset}:${each}`);
}
