/** Loads the gazetteer: `npm run gazetteer [-- FILE…]`. Without a file Geolonia's `latest.csv` is downloaded. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { keepGazetteer, keptParts } from '../gazetteer/kept.ts';
import type { GazetteerPart } from '../gazetteer/pack.ts';
import { mergeParts } from '../gazetteer/merge-parts.ts';
import { readGazetteerFile } from '../open-data/read-gazetteer-file.ts';
import { fromWhereTyped, parseArguments } from './arguments.ts';
import { runCommand, withStore } from './with-store.ts';

/** Geolonia 住所データ, CC BY 4.0; some 40 MB. */
const LATEST = 'https://geolonia.github.io/japanese-addresses/latest.csv';
const DOWNLOAD_TIMEOUT_MS = 120_000;

const USAGE = `使い方: npm run gazetteer [-- ファイル…]
  ファイルは Geolonia 住所データの latest.csv（gzip でも可）、位置参照情報（大字・町丁目レベル）の CSV、国土数値情報 N02（駅）の GeoJSON。
  ファイルを省くと ${LATEST} を読みに行きます。`;

async function download(): Promise<Uint8Array> {
  console.error(`${LATEST} を読んでいます…`);
  try {
    const response = await fetch(LATEST, { signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS) });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return await response.bytes();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${LATEST} を読めませんでした（${reason}）。ネットワークを確かめるか、手元のファイルを npm run gazetteer -- ファイル で指定してください。`,
      { cause: error },
    );
  }
}

async function readParts(file: string): Promise<GazetteerPart[]> {
  const full = fromWhereTyped(file, process.env.INIT_CWD);
  try {
    return readGazetteerFile(await readFile(full));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${path.basename(full)}: ${reason}`, { cause: error });
  }
}

function summary(parts: readonly GazetteerPart[]): string {
  const rows = (prefix: string): number =>
    parts.filter((part) => part.id.startsWith(prefix)).reduce((sum, part) => sum + part.rows, 0);
  const sources = [...new Set(parts.filter((part) => part.id !== 'names').map((part) => part.source))];
  return `町丁目 ${rows('towns:')}、駅 ${rows('stations')} を入れました。\n出典: ${sources.join('、')}`;
}

async function main(): Promise<number> {
  const { files, switches } = parseArguments(process.argv.slice(2), { options: [], switches: ['help'], usage: USAGE });
  if (switches.has('help')) {
    console.log(USAGE);
    return 0;
  }
  const added: GazetteerPart[] = [];
  for (const file of files) added.push(...(await readParts(file)));
  if (files.length === 0) added.push(...readGazetteerFile(await download()));
  await withStore(
    (line) => console.error(line),
    async ({ blobs }) => {
      const parts = mergeParts(await keptParts(blobs), added);
      await keepGazetteer(blobs, parts);
      console.log(summary(parts));
    },
  );
  return 0;
}

await runCommand(main);
