import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isMunicipalityCode } from '../../server/domain/municipality-code.ts';
import type { Place } from '../../server/domain/place.ts';
import { readGazetteerFile } from '../../server/open-data/read-gazetteer-file.ts';
import { quantile, scoreAddresses } from '../../server/gazetteer/score.ts';
import { createTownBook, type TownBook } from '../../server/gazetteer/towns.ts';
import { addressCases } from '../../server/open-data/address-cases.ts';
import { dryStore, type ImportStore } from '../../server/open-data/import-store.ts';
import { readFiles } from '../../server/open-data/read-files.ts';
import { countOutcomes } from '../../server/open-data/report.ts';
import { runImport } from '../../server/open-data/run-import.ts';

const SHARED = path.resolve(import.meta.dirname, '../../../shared');
const TOWNS = path.join(SHARED, 'gazetteer/towns.csv.gz');
const here = existsSync(TOWNS);
if (!here) console.warn(`The real files are not at ${SHARED}: their tests are skipped.`);

const files = here
  ? ['kodomo-shokudo', 'kosodate'].flatMap((folder) =>
      readdirSync(path.join(SHARED, 'data', folder)).map((name) => ({
        name,
        bytes: readFileSync(path.join(SHARED, 'data', folder, name)),
      })),
    )
  : [];
let book: TownBook | null = null;
const towns = (): TownBook => (book ??= createTownBook(readGazetteerFile(readFileSync(TOWNS))));

/** Records of a CSV, counted sign by sign: shares nothing with the reader under test. Each is its list of cells. */
function recordsOf(bytes: Uint8Array): string[][] {
  const utf8 = new TextDecoder().decode(bytes);
  const text = (utf8.includes('\uFFFD') ? new TextDecoder('shift_jis').decode(bytes) : utf8).replace(/^\uFEFF*\??/, '');
  const records: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const sign of `${text.replace(/\r\n?/g, '\n')}\n`) {
    if (sign === '"') quoted = !quoted;
    else if (quoted || (sign !== ',' && sign !== '\n')) cell += sign;
    else {
      cells.push(cell);
      cell = '';
      if (sign === '\n') {
        if (cells.length > 1 || cells[0] !== '') records.push(cells);
        cells = [];
      }
    }
  }
  return records;
}

/** A store in memory. */
const memoryStore = (): ImportStore => dryStore({ findByDataset: () => Promise.resolve([]) });

const importAll = (store: ImportStore) =>
  runImport(
    { files: readFiles(files), dataset: null, licence: null, asOf: null, now: new Date(0), dryRun: false, who: 'test' },
    store,
    towns(),
  );

describe.skipIf(!here)('the real files', () => {
  test('every data row of every file has one outcome', async () => {
    const result = await importAll(memoryStore());
    const found = result.files.map(({ file, outcomes }) => [file, countOutcomes(outcomes)] as const);
    for (const [name, { rows, created, updated, unchanged, skipped }] of found) {
      const records = recordsOf(files.find((file) => file.name === name)?.bytes ?? Buffer.of());
      expect([name, rows]).toEqual([name, records.length - 1]);
      expect(created + updated + unchanged + skipped).toBe(rows);
    }
    const all = countOutcomes(result.files.flatMap(({ outcomes }) => outcomes));
    expect(all).toMatchObject({ rows: 2067, created: 1077, updated: 1, unchanged: 0, skipped: 989 });
  });

  test('only the blank rows of 沖縄市 are skipped', async () => {
    const { files: results } = await importAll(memoryStore());
    const skips = results.flatMap(({ file, outcomes }) =>
      outcomes.filter(({ reason }) => reason).map((each) => ({ file, ...each })),
    );
    expect(new Set(skips.map(({ file, reason }) => `${file} ${reason?.code}`))).toEqual(
      new Set(['472115_kodomonoibasyo_20221003.csv BLANK_ROW']),
    );
  });

  test('importing all of them again changes nothing', async () => {
    const store = memoryStore();
    await importAll(store);
    const again = await importAll(store);
    expect(countOutcomes(again.files.flatMap(({ outcomes }) => outcomes))).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 1078,
    });
  });

  test('every place has its own id, a name, a kind and a right code', async () => {
    const store = memoryStore();
    const { files: results } = await importAll(store);
    const datasets = [...new Set(results.map(({ dataset }) => dataset))];
    const places: Place[] = (await Promise.all(datasets.map((dataset) => store.findByDataset(dataset)))).flat();
    expect(new Set(places.map(({ id }) => id)).size).toBe(1077);
    for (const { name, kinds, municipalityCode } of places) {
      expect([name !== '', kinds.length > 0, isMunicipalityCode(municipalityCode ?? '')], name).toEqual([
        true,
        true,
        true,
      ]);
    }
  });

  test('98 % of the addresses are at their town, none in another municipality, the median within 250 m', () => {
    const cases = readFiles(files).flatMap(({ name, file }) => addressCases(file, name, towns()));
    const score = scoreAddresses(cases, towns());
    expect(score.rows).toBeGreaterThan(1000);
    expect(score.atTown / score.rows).toBeGreaterThanOrEqual(0.98);
    expect(score.wrongMunicipality).toEqual([]);
    expect(quantile(score.errors, 0.5)).toBeLessThanOrEqual(250);
  });
});
