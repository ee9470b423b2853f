import { describe, expect, it } from 'vitest';
import { readSchedule } from '../../../server/domain/schedule/read-text/read-schedule.ts';
import { readsAsTable } from './support/read-table.ts';

/** What the grammar has no production for is doubted, and the piece is named; as it learns, texts move to the tables below. */
describe('a piece of time that is not in the reading', () => {
  it.each([
    ['第1・第3土曜 10時～12時、8の日は14時～16時', '8'],
    ['毎週水曜 17:00 19:00', '19:00'],
    ['絵本を読む金、10:00〜12:00', '金'],
    ['28日(土) 11:00～13:00', '28日(土)'],
    ['①9:30～11:30 ②13:00～15:00（月～金） ※②は雨なら火曜のみ', '雨なら'],
  ])('%s leaves %s unread and is not sure', (text, piece) => {
    const { certainty, unread } = readSchedule({ text });
    expect(certainty).toBe('IRREGULAR');
    expect(unread.join(' ')).toContain(piece);
  });

  it('is none where it names what is held within the opening', () => {
    const { certainty, unread } = readSchedule({ text: '火・木 10:00～15:00（11:00から絵本の時間、第1火曜は測定）' });
    expect([certainty, unread.join(' ')]).toEqual(['FIXED', expect.not.stringMatching(/[0-9]/)]);
  });
});

describe('sessions that are named again, ends told by verbs, and dates of one month', () => {
  readsAsTable(`
|月火水木金||||①9:30～11:30 ②13:00～15:00 ※②は月・火のみ => FIXED Mo-Fr 09:30-11:30; Mo,Tu 09:30-11:30,13:00-15:00
|月～金||||①10:00～11:30\u3000②13:30～15:00（②は木曜お休み） => FIXED Mo-We,Fr 10:00-11:30,13:30-15:00; Th 10:00-11:30
|火木土||||1部 10:00～12:00、2部 13:00～15:00。2部は土曜のみ。 => FIXED Tu,Th,Sa 10:00-12:00; Sa 10:00-12:00,13:00-15:00
水曜の夜だけ。17時に開けて20時に閉めます。 => FIXED We 17:00-20:00
月曜から金曜まで、朝9時に始まり、夕方4時に終わります。 => FIXED Mo-Fr 09:00-16:00
毎月２回目、４回目の火曜日\u3000１６：３０－１８：３０ => FIXED Tu[2,4] 16:30-18:30
月〜金（学校のある日）14:30〜18:30、長期休み 8:00〜18:30 => FIXED Mo-Fr 14:30-18:30; SH Mo-Fr 08:00-18:30
12月14日(土)、28日(土) 11:00～13:00 => FIXED Dec 14 Sa 11:00-13:00; Dec 28 Sa 11:00-13:00
令和8年5月10日（日）、6月14日（日）、21日（日） 10:00～12:00 => FIXED 2026 May 10,2026 Jun 14,2026 Jun 21 10:00-12:00
`);
});
