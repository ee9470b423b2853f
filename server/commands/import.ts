/** Imports public data: `npm run import -- FILE… [--dataset NAME] [--licence TEXT] [--as-of DATE] [--dry-run] [--json]`. */
import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { createGeocoder } from '../gazetteer/geocoder.ts';
import { townBookOf } from '../gazetteer/kept.ts';
import { readDate } from '../open-data/cells.ts';
import { withGeocoded } from '../open-data/geocode-rows.ts';
import { reportJson, reportText } from '../open-data/report.ts';
import { ImportError, type NamedFile, readFiles } from '../open-data/read-files.ts';
import { type ImportRequest, type ImportResult, runImport } from '../open-data/run-import.ts';
import { type Arguments, fromWhereTyped, parseArguments, UsageError } from './arguments.ts';
import { runCommand, withStore } from './with-store.ts';

const USAGE = `使い方: npm run import -- ファイル… [--dataset 名前] [--licence 文] [--as-of 日付] [--dry-run] [--json]
  こども食堂（新旧の見出し）、その追加情報、子育て施設一覧、公共施設一覧の CSV を読みます。
  --dataset  データセットの名前（省くと様式と市区町村コードから決めます）
  --licence  ライセンスの表示（例: "CC BY 4.0 文京区"）
  --as-of    データの時点（例: 2026-10-01）
  --dry-run  何が変わるかを見るだけで、書きません
  --json     結果を JSON で書き出します`;

function asOfOf(text: string | undefined, now: Date): string | null {
  if (text === undefined) return null;
  const date = readDate(text);
  if (date === null || /^\d+$/.test(text))
    throw new UsageError(`--as-of ${text} は日付ではありません（例: 2026-10-01）。`);
  if (new Date(`${date}T00:00:00+09:00`) > now) throw new UsageError(`--as-of ${date} は先の日付です。`);
  return date;
}

async function openFiles(names: readonly string[]): Promise<NamedFile[]> {
  const problems: { file: string; message: string }[] = [];
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const name of names) {
    const full = fromWhereTyped(name, process.env.INIT_CWD);
    try {
      files.push({ name: path.basename(full), bytes: await readFile(full) });
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const message =
        code === 'ENOENT' ? 'ファイルがありません。' : code === 'EISDIR' ? 'フォルダです。' : `開けません（${code}）。`;
      problems.push({ file: full, message });
    }
  }
  if (problems.length > 0) throw new ImportError(problems);
  return readFiles(files);
}

function accountName(): string {
  try {
    return `import:${userInfo().username}`;
  } catch {
    return 'import';
  }
}

function print(result: ImportResult, words: Arguments): void {
  console.log(words.switches.has('json') ? JSON.stringify(reportJson(result), null, 2) : reportText(result));
}

/** The failure for programs as well as for people. */
function printFailure(error: unknown, json: boolean): number {
  if (!(error instanceof ImportError || error instanceof UsageError)) throw error;
  const problems = error instanceof ImportError ? error.problems : [{ file: null, message: error.message }];
  if (json) console.log(JSON.stringify({ errors: problems }, null, 2));
  console.error(`${error.message}\n何も書いていません。`);
  return 1;
}

async function main(): Promise<number> {
  const words = process.argv.slice(2);
  try {
    const parsed = parseArguments(words, {
      options: ['dataset', 'licence', 'as-of'],
      switches: ['dry-run', 'json', 'help'],
      usage: USAGE,
    });
    if (parsed.switches.has('help')) {
      console.log(USAGE);
      return 0;
    }
    if (parsed.files.length === 0) throw new UsageError(USAGE);
    const now = new Date();
    const request: ImportRequest = {
      files: await openFiles(parsed.files),
      dataset: parsed.options.get('dataset') ?? null,
      licence: parsed.options.get('licence') ?? null,
      asOf: asOfOf(parsed.options.get('as-of'), now),
      now,
      dryRun: parsed.switches.has('dry-run'),
      who: accountName(),
    };
    const log = (line: string): void => console.error(line);
    print(
      await withStore(log, async (store, { geocoderUrl }) => {
        const kept = await townBookOf(store.blobs);
        const rows = request.files.flatMap(({ file }) => file.rows);
        const book = geocoderUrl === null ? kept : await withGeocoded(rows, kept, createGeocoder(geocoderUrl), log);
        return runImport(request, store.places, book);
      }),
      parsed,
    );
    return 0;
  } catch (error) {
    return printFailure(error, words.includes('--json'));
  }
}

await runCommand(main);
