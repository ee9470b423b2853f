/**
 * Prints how well addresses are placed: `npm run score:addresses [-- TOWNS FILE…]`. Without arguments the towns and files
 * of `../shared` beside the checkout.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readGazetteerFile } from '../open-data/read-gazetteer-file.ts';
import { type AddressCase, type AddressScore, quantile, scoreAddresses } from '../gazetteer/score.ts';
import { createTownBook, type TownBook } from '../gazetteer/towns.ts';
import { addressCases } from '../open-data/address-cases.ts';
import { readImportFile } from '../open-data/read-file.ts';
import { fromWhereTyped } from './arguments.ts';

const SHARED = path.resolve(import.meta.dirname, '../../../shared');
const GOALS = { atTown: 0.98, medianMeters: 250 };

function defaultFiles(): string[] {
  return ['kodomo-shokudo', 'kosodate'].flatMap((folder) => {
    const here = path.join(SHARED, 'data', folder);
    return existsSync(here) ? readdirSync(here).map((name) => path.join(here, name)) : [];
  });
}

function casesOf(file: string, book: TownBook): AddressCase[] {
  return addressCases(readImportFile(readFileSync(file)), path.basename(file), book);
}

function report(score: AddressScore): boolean {
  const share = score.rows === 0 ? 0 : score.atTown / score.rows;
  const median = quantile(score.errors, 0.5) ?? Infinity;
  for (const { label, address, matched } of score.notAtTown)
    console.log(`  町丁目なし  ${label}  ${address} → ${matched}`);
  for (const { label, address, matched } of score.wrongMunicipality)
    console.log(`  別の市区町村  ${label}  ${address} → ${matched}`);
  console.log(`町丁目まで: ${score.atTown} / ${score.rows} 行 (${(share * 100).toFixed(1)} %、目標 98 %)`);
  console.log(`別の市区町村: ${score.wrongMunicipality.length} 行 (目標 0)`);
  console.log(
    `座標のある ${score.errors.length} 行との距離: 中央値 ${median.toFixed(0)} m (目標 250 m)、95 % ${quantile(score.errors, 0.95)?.toFixed(0)} m`,
  );
  return share >= GOALS.atTown && score.wrongMunicipality.length === 0 && median <= GOALS.medianMeters;
}

function main(words: readonly string[]): number {
  const [towns, ...files] = words.map((word) => fromWhereTyped(word, process.env.INIT_CWD));
  const townFile = towns ?? path.join(SHARED, 'gazetteer/towns.csv.gz');
  const dataFiles = files.length > 0 ? files : defaultFiles();
  if (!existsSync(townFile) || dataFiles.length === 0) {
    console.error('町丁目のファイルとデータのファイルを指定してください: npm run score:addresses -- TOWNS FILE…');
    return 1;
  }
  const book = createTownBook(readGazetteerFile(readFileSync(townFile)));
  return report(
    scoreAddresses(
      dataFiles.flatMap((file) => casesOf(file, book)),
      book,
    ),
  )
    ? 0
    : 1;
}

process.exitCode = main(process.argv.slice(2));
