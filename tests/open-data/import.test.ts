import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Place } from '../../server/domain/place.ts';
import { type NamedFile, readFiles } from '../../server/open-data/read-files.ts';
import { countOutcomes } from '../../server/open-data/report.ts';
import { type ImportRequest, runImport } from '../../server/open-data/run-import.ts';
import { openStore, type Store } from '../../server/store/store.ts';
import { aTownBook } from '../support/a-gazetteer.ts';
import { aPlace } from '../support/a-place.ts';
import { aCafeteria, aTable } from '../support/a-table.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

const book = aTownBook();
let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await testDatabase();
  store = await openStore(database.uri);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** A dataset of its own for each test. */
let dataset = '';
let count = 0;
beforeEach(() => {
  dataset = `test:${++count}`;
});

const importing = (files: NamedFile[], more: Partial<ImportRequest> = {}) =>
  runImport(
    {
      files,
      dataset,
      licence: null,
      asOf: null,
      now: new Date('2026-11-24T00:00:00Z'),
      dryRun: false,
      who: 'test',
      ...more,
    },
    store.places,
    book,
  );

/** created, updated, unchanged, skipped of an import. */
async function counts(files: NamedFile[], more: Partial<ImportRequest> = {}): Promise<number[]> {
  const { files: results } = await importing(files, more);
  const { created, updated, unchanged, skipped } = countOutcomes(results.flatMap(({ outcomes }) => outcomes));
  return [created, updated, unchanged, skipped];
}

const stored = (): Promise<Place[]> => store.places.findByDataset(dataset);

async function edit(change: Partial<Place>): Promise<void> {
  const [place] = await stored();
  if (!place) throw new Error('Nothing to edit.');
  await store.places.savePlaces([
    { place: { ...place, ...change }, expectedRevision: place.revision, who: 'operator', why: 'edit' },
  ]);
}

describe('importing again', () => {
  test('the same file changes nothing, whatever its name', async () => {
    const rows = [aCafeteria({ ID: '1' }), aCafeteria({ 名称: 'もみじ食堂', 開催日: '第2土曜日' })];
    expect(await counts([aTable('cafeterias', rows, 'a.csv')])).toEqual([2, 0, 0, 0]);
    expect(await counts([aTable('cafeterias', rows, 'b.csv')])).toEqual([0, 0, 2, 0]);
    expect((await stored()).map(({ revision }) => revision)).toEqual([1, 1]);
  });

  test('a row without an id is known by code, name and address, however they are spelt', async () => {
    await importing([
      aTable('cafeterias', [aCafeteria({ 名称: 'ＡＢＣ　食堂', 住所: '東京都文京区本郷１丁目２番３号' })]),
    ]);
    const again = aCafeteria({ 名称: 'ABC食堂', 住所: '東京都文京区本郷1-2-3', 定員: '20' });
    expect(await counts([aTable('cafeterias', [again])])).toEqual([0, 1, 0, 0]);
    expect((await stored()).map(({ name, capacity }) => [name, capacity])).toEqual([['ABC食堂', 20]]);
  });

  test('a renamed place with its id stays the same place', async () => {
    await importing([aTable('cafeterias', [aCafeteria({ ID: '7' })])]);
    const [before] = await stored();
    expect(await counts([aTable('cafeterias', [aCafeteria({ ID: '7', 名称: '新さくら食堂' })])])).toEqual([0, 1, 0, 0]);
    expect((await stored()).map(({ id, name }) => [id, name])).toEqual([[before?.id, '新さくら食堂']]);
  });

  test('rows counted anew are recognised by name and address', async () => {
    const places = ['あ', 'い', 'う', 'え'].map((name, at) =>
      aCafeteria({ 名称: `${name}食堂`, 住所: `文京区本郷1-${at + 1}` }),
    );
    await importing([
      aTable(
        'cafeterias',
        places.map((row, at) => ({ ...row, ID: String(at + 1) })),
      ),
    ]);
    const fewer = places.slice(1).map((row, at) => ({ ...row, ID: String(at + 1) }));
    expect(await counts([aTable('cafeterias', fewer)])).toEqual([0, 3, 0, 0]);
    expect((await stored()).map(({ name, source }) => [source?.key, name]).sort()).toEqual([
      ['1', 'あ食堂'],
      ['2', 'い食堂'],
      ['3', 'う食堂'],
      ['4', 'え食堂'],
    ]);
  });

  test('another list that also counts from 1 does not overwrite the first', async () => {
    const list = (kind: string) =>
      [1, 2, 3, 4].map((n) => aCafeteria({ ID: String(n), 名称: `${kind}${n}`, 住所: `文京区小石川3-${kind}${n}` }));
    await importing([aTable('cafeterias', list('公'))]);
    expect(await counts([aTable('cafeterias', list('私'))])).toEqual([4, 0, 0, 0]);
    expect(await counts([aTable('cafeterias', list('私'))])).toEqual([0, 0, 4, 0]);
    expect(await stored()).toHaveLength(8);
  });

  test('a place that the file no longer has is kept and named', async () => {
    await importing([aTable('cafeterias', [aCafeteria({ ID: '1' }), aCafeteria({ ID: '2', 名称: 'もみじ食堂' })])]);
    const { files } = await importing([aTable('cafeterias', [aCafeteria({ ID: '1' })])]);
    expect(files[0]?.missing.map(({ name }) => name)).toEqual(['もみじ食堂']);
    expect(await stored()).toHaveLength(2);
  });
});

describe("an operator's edit", () => {
  test('survives an import that does not change the fact, and takes what changes elsewhere', async () => {
    await importing([aTable('cafeterias', [aCafeteria({ ID: '1', 定員: '20' })])]);
    await edit({ name: 'さくら食堂（本郷）' });
    expect(await counts([aTable('cafeterias', [aCafeteria({ ID: '1', 定員: '30' })])])).toEqual([0, 1, 0, 0]);
    expect((await stored()).map(({ name, capacity }) => [name, capacity])).toEqual([['さくら食堂（本郷）', 30]]);
  });

  test('stays where the file changed the same fact, which is said once', async () => {
    await importing([aTable('cafeterias', [aCafeteria({ ID: '1', 定員: '20' })])]);
    await edit({ capacity: 25 });
    const next = [aTable('cafeterias', [aCafeteria({ ID: '1', 定員: '30' })])];
    const { files } = await importing(next);
    expect(files[0]?.outcomes[0]?.doubts).toEqual([
      { code: 'OPERATOR_EDIT_KEPT', message: '運営者が直した項目は、ファイルで変わっていても残しました：定員' },
    ]);
    expect((await stored())[0]?.capacity).toBe(25);
    expect(await counts(next)).toEqual([0, 0, 1, 0]);
  });
});

describe('rows that are not places', () => {
  test('each is skipped with its line and reason, and the counts add up', async () => {
    const rows = [aCafeteria(), {}, aCafeteria(), { 住所: '文京区本郷1' }, { 名称: '名称', 開催頻度: '開催頻度' }];
    const { files } = await importing([aTable('cafeterias', rows)]);
    expect(files[0]?.outcomes.map(({ line, action, reason }) => [line, action, reason?.code ?? null])).toEqual([
      [2, 'created', null],
      [3, 'skipped', 'BLANK_ROW'],
      [4, 'skipped', 'DUPLICATE_ROW'],
      [5, 'skipped', 'NO_NAME'],
      [6, 'skipped', 'HEADER_ROW'],
    ]);
  });

  test('of all public facilities those for children are taken', async () => {
    const text = `都道府県コード又は市区町村コード,NO,名称,POIコード,住所,利用可能曜日
131059,1,文京区役所,1001a,文京区本郷1-1,
131059,2,本郷の家,1403a,文京区本郷1-2,月火水木金
131059,3,本郷図書館,1202a,文京区本郷1-3,`;
    const { files } = await importing(readFiles([{ name: 'all.csv', bytes: Buffer.from(text) }]));
    expect(files[0]?.outcomes.map(({ reason, doubts }) => [reason?.code ?? null, doubts])).toEqual([
      ['NOT_FOR_CHILDREN', []],
      [null, []],
      [null, []],
    ]);
    expect((await stored()).map(({ kinds }) => kinds[0]).sort()).toEqual(['children-center', 'community-resource']);
  });

  test('a second row of a place at another time adds its sessions', async () => {
    const sunday = aCafeteria({ 開催曜日: '日', 開催頻度: '3', 開催開始時間: '12:00', 開催終了時間: '13:30' });
    const wednesday = { ...sunday, 開催曜日: '水', 開催開始時間: '16:00', 開催終了時間: '20:00' };
    expect(await counts([aTable('cafeterias', [sunday, wednesday])])).toEqual([1, 1, 0, 0]);
    expect(await counts([aTable('cafeterias', [sunday, wednesday])])).toEqual([0, 0, 2, 0]);
    const [place] = await stored();
    expect(place?.schedule.rules.map(({ weekdays, slots }) => [weekdays, slots[0]?.start])).toEqual([
      [[7], 720],
      [[3], 960],
    ]);
  });
});

describe('追加情報', () => {
  const main = aCafeteria({
    ID: '3',
    開催曜日: '土',
    開催頻度: '3',
    開催開始時間: '11:00',
    開催終了時間: '13:00',
    運営団体名: '会',
  });
  const elsewhere = { ID: '3', 住所: '東京都文京区小石川3-1', 方書: '集会所', 開催曜日: '金', 開催頻度: '3' };
  const here = { ID: '3', 住所: '東京都文京区本郷1-2-3', 開催曜日: '水', 開催頻度: '3', 開催開始時間: '17:00' };

  test('a row at another address is a place that is part of the first', async () => {
    expect(await counts([aTable('extras', [elsewhere]), aTable('cafeterias', [main])])).toEqual([2, 0, 0, 0]);
    const places = await stored();
    const whole = places.find(({ partOf }) => partOf === null);
    const part = places.find(({ partOf }) => partOf !== null);
    expect([part?.partOf, part?.name, part?.operator, part?.municipalityCode]).toEqual([
      whole?.id,
      'さくら食堂（集会所）',
      '会',
      '131059',
    ]);
    expect(part?.location).toEqual({ latitude: 35.714, longitude: 139.748, precision: 'TOWN' });
  });

  test('a row at the same address is more sessions, which the main table alone does not take away', async () => {
    await importing([aTable('cafeterias', [main])]);
    expect(await counts([aTable('extras', [here])])).toEqual([0, 1, 0, 0]);
    expect(await counts([aTable('extras', [here])])).toEqual([0, 0, 1, 0]);
    expect(await counts([aTable('cafeterias', [main])])).toEqual([0, 0, 1, 0]);
    const [place] = await stored();
    expect(place?.schedule.rules.map(({ weekdays }) => weekdays)).toEqual([[6], [3]]);
  });

  test('a row whose place is not there is skipped', async () => {
    const { files } = await importing([aTable('extras', [{ ...elsewhere, ID: '99' }])]);
    expect(files[0]?.outcomes[0]?.reason?.code).toBe('NO_MAIN_ROW');
  });

  test('without a name the dataset is that of the municipality in its addresses', async () => {
    const { files } = await importing([aTable('cafeterias', [main]), aTable('extras', [elsewhere])], { dataset: null });
    expect(files.map((file) => file.dataset)).toEqual(['kodomo-shokudo:131059', 'kodomo-shokudo:131059']);
  });
});

describe('writing', () => {
  test('a dry run writes nothing and counts the same', async () => {
    const files = [
      aTable('cafeterias', [aCafeteria({ ID: '1' })]),
      aTable('extras', [{ ID: '1', 住所: '文京区小石川3-1' }]),
    ];
    expect(await counts(files, { dryRun: true })).toEqual([2, 0, 0, 0]);
    expect(await stored()).toEqual([]);
    expect(await counts(files)).toEqual([2, 0, 0, 0]);
  });

  test('two imports at the same time make one place', async () => {
    const file = [aTable('cafeterias', [aCafeteria({ ID: '1' }), aCafeteria({ ID: '2', 名称: 'もみじ食堂' })])];
    const both = await Promise.all([importing(file), importing(file)]);
    const created = both.flatMap(({ files }) => files[0]?.outcomes ?? []).filter(({ action }) => action === 'created');
    expect([(await stored()).length, created.length]).toEqual([2, 2]);
  });

  test('the samples go with the first real write, not with an import of nothing', async () => {
    await store.places.insertSamples([aPlace({ id: 'sample-of-import', sample: true })]);
    expect((await importing([aTable('cafeterias', [{}])])).samplesRemoved).toBe(0);
    expect((await importing([aTable('cafeterias', [aCafeteria()])])).samplesRemoved).toBe(1);
    expect(await store.places.hasSamples()).toBe(false);
  });

  test('a column whose name a database could stumble over is kept', async () => {
    const text = '名称,開催頻度,施設No.,$値,住所\nさくら食堂,5,7,x,文京区本郷1-2\n';
    const files = readFiles([{ name: 'a.csv', bytes: Buffer.from(text) }]);
    expect(await counts(files)).toEqual([1, 0, 0, 0]);
    expect((await stored())[0]?.source?.row).toMatchObject({ '施設No．': '7', '＄値': 'x' });
    expect(await counts(files)).toEqual([0, 0, 1, 0]);
  });

  test('licence and date go into the source, and the date confirms what the file says', async () => {
    await importing([aTable('cafeterias', [aCafeteria()])], { licence: 'CC BY 4.0', asOf: '2026-10-01' });
    const [place] = await stored();
    expect([place?.source?.licence, place?.source?.retrievedAt]).toEqual(['CC BY 4.0', '2026-10-01']);
    expect(place?.confirmedAt).toEqual(new Date('2026-10-01T00:00:00+09:00'));
    expect(await counts([aTable('cafeterias', [aCafeteria()])])).toEqual([0, 0, 1, 0]);
  });

  test('a public id is URL-safe and follows from dataset and key alone', async () => {
    await importing([aTable('cafeterias', [aCafeteria({ ID: '1' })])], { dataset: 'fixed' });
    const [place] = await store.places.findByDataset('fixed');
    expect(place?.id).toMatch(/^[0-9a-hjkmnp-tv-z]{20}$/);
  });
});
