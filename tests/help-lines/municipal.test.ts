import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { linesOfArea, readMunicipalHelpLines } from '../../server/help-lines/municipal.ts';

const line = {
  area: '131059',
  name: '文京区 子どもの相談',
  number: '03-0000-0000',
  about: { ja: '子どものこと', easyJa: 'こどもの こと', en: 'About children' },
  hours: '月〜金 8:30〜17:15、祝日・年末年始は休み',
  checkedAt: '2026-11-01',
};
const read = (...rows: unknown[]) => readMunicipalHelpLines(JSON.stringify({ lines: rows }));

test('a line has the hours that people write, as a schedule', () => {
  const { lines, problems } = read(line);
  expect(problems).toEqual([]);
  expect(lines).toMatchObject([{ code: '131059-1', area: '131059', number: '03-0000-0000', checkedAt: '2026-11-01' }]);
  expect(lines[0]?.schedule).toMatchObject({
    certainty: 'FIXED',
    holidays: 'CLOSED',
    rules: [{ weekdays: [1, 2, 3, 4, 5], slots: [{ start: 510, end: 1035 }] }],
  });
});

test.each([
  [{ area: '131060' }, 'area 131060 という市区町村・都道府県はありません。'],
  [{ area: '139998' }, 'area 139998 という市区町村・都道府県はありません。'],
  [{ number: 'こちら' }, 'number こちら は電話番号ではありません。'],
  [{ hours: 'おおむね午後' }, 'hours おおむね午後 が読みとれません。'],
  [{ checkedAt: '2026-02-30' }, 'checkedAt 2026-02-30 は日付（2026-11-01）ではありません。'],
  [{ about: { ja: 'あ', en: 'a' } }, 'easyJa がありません。'],
  [{ name: ' ' }, 'name がありません。'],
])('a line with %j is none, and why is said', (change, reason) => {
  expect(read(line, { ...line, ...change })).toMatchObject({
    lines: [{ code: '131059-1' }],
    problems: [`2 件目：${reason}`],
  });
});

test.each(['', '[]', '{"lines":{}}', '{'])('%j is no file of lines', (text) => {
  expect(readMunicipalHelpLines(text)).toEqual({ lines: [], problems: [expect.stringContaining('JSON')] });
});

test('rows that are no lines are said one by one', () => {
  expect(read(null, 3).problems).toHaveLength(16);
});

test('of an area come its own lines first, then those of the city and the prefecture around it', () => {
  const of = (area: string) => ({ ...line, area });
  const { lines } = read(of('010006'), of('011002'), of('011011'), of('131059'));
  expect(linesOfArea(lines, '011011').map(({ area }) => area)).toEqual(['011011', '011002', '010006']);
  expect(linesOfArea(lines, '010006').map(({ area }) => area)).toEqual(['010006']);
  expect(linesOfArea(lines, '131130')).toEqual([]);
});

test('the file of the product can be read', () => {
  const file = new URL('../../server/help-lines/municipal.json', import.meta.url);
  expect(readMunicipalHelpLines(readFileSync(file, 'utf8')).problems).toEqual([]);
});
