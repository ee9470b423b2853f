import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../server/store/store.ts';
import { latestCsv } from '../support/a-gazetteer.ts';
import { aCafeteria, csvOf } from '../support/a-table.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let folder = '';
beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'ibasho-import-'));
  writeFileSync(path.join(folder, 'a.csv'), csvOf('cafeterias', [aCafeteria({ ID: '1' }), {}]));
  writeFileSync(path.join(folder, 'bad.csv'), 'a,b\n1,2\n');
  writeFileSync(path.join(folder, 'latest.csv'), latestCsv());
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

interface Ended {
  status: number | null;
  out: string;
  err: string;
}

/** Runs a command as npm does: in the checkout, with the folder of the person in INIT_CWD. */
function run(command: string, ...words: string[]): Promise<Ended> {
  return runWith({}, command, ...words);
}

function runWith(more: Record<string, string>, command: string, ...words: string[]): Promise<Ended> {
  const script = path.resolve(import.meta.dirname, `../../server/commands/${command}.ts`);
  const env = { ...process.env, MONGODB_URI: database.uri, INIT_CWD: folder, ...more };
  const child = spawn(process.execPath, [script, ...words], { env });
  const ended: Ended = { status: null, out: '', err: '' };
  child.stdout.on('data', (chunk) => (ended.out += String(chunk)));
  child.stderr.on('data', (chunk) => (ended.err += String(chunk)));
  return new Promise((resolve) => child.on('close', (status) => resolve({ ...ended, status })));
}

async function placesStored(): Promise<number> {
  const store = await openStore(database.uri);
  const places = await store.places.findByDataset('kodomo-shokudo:131059');
  await store.close();
  return places.length;
}

describe('the commands', () => {
  test('a file that cannot be read stops the import with status 1 and nothing written, whatever stands beside it', async () => {
    const { status, out, err } = await run('import', 'a.csv', 'bad.csv');
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(/bad\.csv: どの様式の見出しでもありません。\n {2}見出し: a、b/);
    expect(await placesStored()).toBe(0);
  });

  test.each([
    [['none.csv'], /none\.csv: ファイルがありません/],
    [[], /使い方/],
    [['a.csv', '--as-of', '2026-02-30'], /--as-of 2026-02-30 は日付ではありません/],
    [['a.csv', '--as-of', '2999-01-01'], /先の日付/],
    [['a.csv', '--dataset'], /--dataset には値が要ります/],
    [['a.csv', '--what'], /--what という指定はありません/],
  ])('%j is refused in words', async (words, message) => {
    const { status, err } = await run('import', ...words);
    expect([status, message.test(err)]).toEqual([1, true]);
  });

  test('a dry run says what would be and writes nothing', async () => {
    const { status, out } = await run('import', 'a.csv', '--dry-run');
    expect(status).toBe(0);
    expect(out).toContain(
      'こども食堂（kodomo-shokudo:131059）2 行：新規 1、更新 0、変更なし 0、とばした行 1、確認してほしい行 0',
    );
    expect(out).toContain('3 行目：空の行です。');
    expect(await placesStored()).toBe(0);
  });

  test('the gazetteer is loaded once and then places addresses', async () => {
    const { status, out } = await run('gazetteer', 'latest.csv');
    expect([status, out.split('\n')[0]]).toEqual([0, '町丁目 23、駅 0 を入れました。']);
    const { out: json } = await run('import', 'a.csv', '--json', '--licence', 'CC BY 4.0', '--as-of', '2026/10/1');
    expect(JSON.parse(json)).toMatchObject({
      rows: 2,
      created: 1,
      updated: 0,
      unchanged: 0,
      skipped: 1,
      doubtful: 0,
      withoutGazetteer: false,
      files: [
        {
          file: 'a.csv',
          details: [
            { line: 2, action: 'created' },
            { line: 3, reason: { code: 'BLANK_ROW' } },
          ],
        },
      ],
    });
    expect(await placesStored()).toBe(1);
  });

  test('GEOCODER_URL is asked for what the gazetteer does not know, and where it is away the import says so and goes on', async () => {
    const streets = [1, 2, 3].map((number) => aCafeteria({ ID: `g${number}`, 住所: `東京都文京区夢見坂${number}` }));
    writeFileSync(path.join(folder, 'unknown.csv'), csvOf('cafeterias', streets));
    const away = { GEOCODER_URL: 'http://127.0.0.1:1/?q={address}' };
    const { status, err } = await runWith(away, 'import', 'unknown.csv', '--dry-run');
    expect(status).toBe(0);
    expect(err).toContain('住所検索（GEOCODER_URL）が応えません');
  });

  test('a file that is no gazetteer is one sentence and status 1', async () => {
    const { status, err } = await run('gazetteer', 'bad.csv');
    expect([status, err.trim()]).toEqual([1, 'bad.csv: 町丁目のファイルではありません。見出し: a, b']);
  });
});
