/** Enters school holidays: `npm run school-holidays -- FILE`. */
import { readFile } from 'node:fs/promises';
import { readSchoolHolidays } from '../open-data/read-school-holidays.ts';
import { fromWhereTyped, parseArguments, UsageError } from './arguments.ts';
import { runCommand, withStore } from './with-store.ts';

const USAGE = `使い方: npm run school-holidays -- ファイル.csv
  小中学校の休み（夏休み・冬休み・春休みなど）を市区町村ごとに入れます。
  列: 全国地方公共団体コード、開始日、終了日（例: 131059,2026-07-21,2026-08-31）
  その市区町村の前の内容は置きかわります。最後の終了日より先は「わからない」と答えます。`;

await runCommand(async () => {
  const { files } = parseArguments(process.argv.slice(2), { options: [], switches: [], usage: USAGE });
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new UsageError(USAGE);
  const { holidays, problems } = readSchoolHolidays(await readFile(fromWhereTyped(file, process.env.INIT_CWD)));
  if (problems.length > 0) {
    const lines = problems.map(({ line, reason }) => `  ${line} 行目：${reason}`);
    throw new UsageError(`${lines.join('\n')}\n何も書いていません。`);
  }
  await withStore(console.error, async (store) => {
    for (const [code, calendar] of holidays) await store.schoolHolidays.save(code, calendar);
  });
  for (const [code, { ranges, knownUntil }] of holidays)
    console.log(`${code}：${ranges.length} 件、${knownUntil} まで`);
  return 0;
});
