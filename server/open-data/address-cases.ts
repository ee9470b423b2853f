import { readMunicipalityCode } from '../domain/municipality-code.ts';
import type { AddressCase } from '../gazetteer/score.ts';
import type { TownBook } from '../gazetteer/towns.ts';
import { fileMunicipality } from './file-municipality.ts';
import type { ImportFile } from './read-file.ts';

/** The rows of a file as cases for scoring: address and columns in, the file's own point aside. */
export function addressCases(file: ImportFile, fileName: string, book: TownBook): AddressCase[] {
  const fallback = fileMunicipality(file.rows, book);
  return file.rows.map(({ line, cells }) => {
    const latitude = Number(cells.latitude);
    const longitude = Number(cells.longitude);
    return {
      label: `${fileName}:${line}`,
      address: (cells.addressLine ?? '').trim(),
      prefecture: cells.prefecture ?? null,
      city: cells.city ?? cells.publisher ?? null,
      code: readMunicipalityCode(cells.placeCode ?? cells.code ?? '').code ?? fallback,
      point: latitude && longitude ? { latitude, longitude } : null,
    };
  });
}
