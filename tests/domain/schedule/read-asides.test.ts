import { describe, expect, it } from 'vitest';
import { readSchedule } from '../../../server/domain/schedule/read-text/read-schedule.ts';
import { writeOsm } from '../../../server/domain/schedule/write-osm.ts';
import { expandOsm } from './support/same-hours.ts';
import { readsAsTable } from './support/read-table.ts';

/** frequency|weekdays|days|from|to|note, or one sentence => certainty and the reading of a careful person. */
describe('undated single days, and hours of some people, leave the regular days as they are', () => {
  readsAsTable(`
火〜日 10時〜18時 休み：月曜、蔵書点検期間 => FIXED Tu-Su 10:00-18:00
9:00〜17:00 休館日：月曜日、特別整理期間（年1回10日間程度） => FIXED Tu-Su 09:00-17:00
休館日 月曜、資料整理日（毎月第3木曜） 9:00〜17:00 => FIXED Tu-Su 09:00-17:00; Th[3] off
水・土 14:00〜17:00 ※文化祭当日は休み => FIXED We,Sa 14:00-17:00
毎週火曜 10時〜12時。健診実施日は休み => FIXED Tu 10:00-12:00
毎週火曜、健診実施日は休み => IRREGULAR
8:00〜18:00 休所日：日曜日、祝日、行事日、法人の指定する休日 => FIXED Mo-Sa 08:00-18:00; PH off
8:30〜22:00 休場日：水曜日、館内行事日 => FIXED Mo-Tu,Th-Su 08:30-22:00
火・土 13:00〜16:00（それ以外は要相談） => FIXED Tu,Sa 13:00-16:00
火・木 18:00〜20:00 定期考査前は毎日開放 => FIXED Tu,Th 18:00-20:00
月・水・金 10:00〜14:00（園行事の日は利用できません） => FIXED Mo,We,Fr 10:00-14:00
9:00〜12:00、13:00〜17:00 月曜休館 夏季休館あり => FIXED Tu-Su 09:00-12:00,13:00-17:00
毎日 9時〜20時。小学生だけで利用の場合は17時まで => FIXED Mo-Su 09:00-20:00
火〜土 10:00〜16:00 12:00〜13:00はランチルームで飲食できます => FIXED Tu-Sa 10:00-16:00
毎週月曜 10:00〜12:00（給食なし） => FIXED Mo 10:00-12:00
旧：毎週月曜 → 新：毎週火曜 10時〜12時 => FIXED Tu 10:00-12:00
変更前：第2土曜 変更後：第3土曜 11時〜14時 => FIXED Sa[3] 11:00-14:00
`);
});

describe('closing days in a list of several kinds', () => {
  it('is never open on all holidays because it opens on one of them by name, whose date changes', () => {
    for (const text of [
      '9時〜17時 休館日：祝日（海の日を除く）',
      '9時〜17時 休館日：祝日（こどもの日、海の日を除く）',
    ]) {
      const schedule = readSchedule({ text });
      expect(schedule.certainty, text).toBe('IRREGULAR');
      expect(schedule.unread.join(), text).toMatch(/の日/);
    }
  });

  readsAsTable(`
9時～17時\u3000休館日\u3000毎週月曜日・第4木曜日・8月13日～15日・12月29日～1月3日 => FIXED Tu-Su 09:00-17:00; Th[4] off; Aug 13-15 off; Dec 29-Jan 03 off
9:00〜17:00 休み 月曜、8月13〜16日、祝日 => FIXED Tu-Su 09:00-17:00; PH off; Aug 13-16 off
9:00〜12:00 休み 月曜、水曜、金曜、土曜、日曜 => FIXED Tu,Th 09:00-12:00
10:00〜16:00 休み 水曜午後・日曜・祝日 => FIXED Mo,Tu,Th-Sa 10:00-16:00; We 10:00-12:00; PH off
月〜土 9:00〜17:00 休み 木曜午後・第2土曜午前 => FIXED Mo-Sa 09:00-17:00; Th 12:00-24:00 off; Sa[2] 00:00-12:00 off
水〜金 9:00〜17:00、火 13:00〜17:00（12:00〜13:00休館） => FIXED We-Fr 09:00-12:00,13:00-17:00; Tu 13:00-17:00
10:00〜18:00 休館 月曜・第2火曜・祝日の翌日 => FIXED Tu-Su 10:00-18:00; Tu[2] off; PH +1 day off
土・日・祝日 11:00〜17:00、平日は予約制 => FIXED Sa,Su,PH 11:00-17:00
9:00〜18:00(土曜は8:00開館) 休館日 1/1〜1/3 => FIXED Mo-Fr,Su 09:00-18:00; Sa 08:00-18:00; Jan 01-03 off
平日10〜16時、土日祝は10〜17時。水曜だけお休みです（水曜が祝日なら開けます） => FIXED Mo,Tu,Th,Fr 10:00-16:00; Sa,Su,PH 10:00-17:00
`);

  it('closes the holiday too where the day after 「も」 closes', () => {
    const { holidays, closures } = readSchedule({
      text: '9:00〜17:00 休館日 月曜日・祝日（月曜日が祝日の場合はその翌日も休館）',
    });
    expect(holidays).toBe('CLOSED');
    expect(closures).toMatchObject([{ days: { weekdays: [1] }, movesPastHoliday: true }]);
  });
});

describe('weeks first, then the hours of each weekday', () => {
  readsAsTable(`
第2火曜・第4木曜 火曜10:00〜11:30、木曜14:00〜15:30 => FIXED Tu[2] 10:00-11:30; Th[4] 14:00-15:30
毎月第1・第3火曜日と第2・第4土曜日 火曜日は10:00～11:30、土曜日は13:30～15:00 => FIXED Tu[1,3] 10:00-11:30; Sa[2,4] 13:30-15:00
第1日曜（1月は第2日曜）と第3水曜 日曜 11:00〜11:30／水曜 15:30〜16:00 => FIXED Feb-Dec Su[1] 11:00-11:30; Jan Su[2] 11:00-11:30; We[3] 15:30-16:00
モーニング 8:00〜10:00（土日のみ）、ランチ 11:00〜14:00（水〜日） => FIXED We-Fr 11:00-14:00; Sa,Su 08:00-10:00,11:00-14:00
`);
});

describe('dates of a year, days of one month and parts of the year', () => {
  readsAsTable(`
2026年度の日程：5/9、7/11、1/16、3/13（すべて土曜日）13:00〜15:00 => FIXED 2026 May 09,2026 Jul 11,2027 Jan 16,2027 Mar 13 13:00-15:00
令和8年度開催日 4月18日(土)・6月20日(土) 11:00〜14:00 => FIXED 2026 Apr 18,2026 Jun 20 11:00-14:00
令和8年度は毎週火曜 10時〜12時 => FIXED Tu 10:00-12:00
令和7年度は火曜、令和8年度は水曜 10時〜12時 => IRREGULAR
第4土曜 11:30〜13:30（12月は24日） => FIXED Jan-Nov Sa[4] 11:30-13:30; Dec 24 11:30-13:30
12月は第3土曜、1月は15日に開催 毎月第2土曜 11時〜13時 => FIXED Feb-Nov Sa[2] 11:00-13:00; Dec Sa[3] 11:00-13:00; Jan 15 11:00-13:00
年10回 第3日曜（8月・1月を除く）11時〜14時 => FIXED Feb-Jul,Sep-Dec Su[3] 11:00-14:00
年9回 第3日曜（8月・1月を除く）11時〜14時 => IRREGULAR
第5土曜日がある月のみ 11時〜13時 => FIXED Sa[5] 11:00-13:00
毎週木曜 10:00〜12:00（6月〜12月） => FIXED Jun-Dec Th 10:00-12:00
第1・第3水曜 17:00-19:00（1月は第2・第4） => FIXED Feb-Dec We[1,3] 17:00-19:00; Jan We[2] 17:00-19:00; Jan We[4] 17:00-19:00
`);

  it('writes several weeks of one month in the way that other programs read', () => {
    const written = writeOsm(readSchedule({ text: '1月の第2・第4水曜 17:00-19:00' }));
    expect(written).toEqual({ osm: 'Jan We[2],We[4] 17:00-19:00' });
    const osm = 'osm' in written ? written.osm : '';
    expect(expandOsm(osm)).toEqual(expandOsm('Jan We[2] 17:00-19:00; Jan We[4] 17:00-19:00'));
  });
});

describe('school days and やさしい日本語', () => {
  readsAsTable(`
平日 13:00〜18:00、土曜・長期休暇 8:30〜18:00 => FIXED Mo-Fr 13:00-18:00; Sa 08:30-18:00
平日12:30〜18:30、休業日・土曜8:30〜18:30 日曜休み => FIXED Mo-Fr 12:30-18:30; Sa 08:30-18:30
月〜金 15:00〜18:00（学校休業日は9:00から） => FIXED Mo-Fr 15:00-18:00
学校のある日 13:00〜17:30、土曜日 9:00〜17:30 => FIXED Mo-Fr 13:00-17:30; Sa 09:00-17:30
夕ごはん 火・金 18時〜20時（学校のある日） => FIXED Tu,Fr 18:00-20:00
毎週月曜（第5月曜と長期休みは原則なし） 10:00〜11:00 => USUAL Mo[1-4] 10:00-11:00
にちようび と しゅくじつは おやすみ。あさ10じから ごご5じまで => FIXED Mo-Sa 10:00-17:00; PH off
げつ〜きん 14じ〜18じ => FIXED Mo-Fr 14:00-18:00
だい2・だい4どようび 15じ〜17じはん => FIXED Sa[2,4] 15:00-17:30
やすみ：12がつ29にち～1がつ3にち。まいにち 9じ〜17じ => FIXED Mo-Su 09:00-17:00; Dec 29-Jan 03 off
来所相談は予約制。電話は月～金 8時30分から17時15分 => FIXED Mo-Fr 08:30-17:15
予約の電話は月〜金の9時〜17時。開館は火〜土の10時〜16時 => FIXED Tu-Sa 10:00-16:00
4|火||17:30|19:00|隔週火曜日\u3000現在は感染対策で実施していません => SUSPENDED
`);
});

describe('what goes on as usual, what may change, and reasons before parts of the year', () => {
  readsAsTable(`
2|月水金|月・水・金（祝日除く）|9：30|11：30|フェリー欠航時も開放しています => FIXED Mo,We,Fr 09:30-11:30; PH off
月～金 9時～12時。芸術祭の会期中も通常どおり開きます => FIXED Mo-Fr 09:00-12:00
7|月火水木金|8/3～8/7、8/17～8/21|9:00|11:30|夏休みの宿題サポート => FIXED Aug 03-Aug 07 Mo-Fr 09:00-11:30; Aug 17-Aug 21 Mo-Fr 09:00-11:30
平日8:30～16:30、土曜8:30～12:00にお受けしています。日曜・祝日はお預かりできません。 => FIXED Mo-Fr 08:30-16:30; Sa 08:30-12:00; PH off
開館時間 9:30～17:00 / 休館日 月曜日 / ※正午～午後1時は換気のため一時退館をお願いしています。 => FIXED Tu-Su 09:30-12:00,13:00-17:00
第1月曜 10:00～11:30 / 第2月曜 10:00～11:30 / 祝日に当たる月は中止します。 => FIXED Mo[1,2] 10:00-11:30; PH off
第1金曜日 17時～19時。茶摘みの時期（5月）はお休みします。 => FIXED Fr[1] 17:00-19:00; May off
10:00～18:00 お休みは日曜日と祝日、お盆（8/14・15）、年末年始（12/29～1/3）です。 => FIXED Mo-Sa 10:00-18:00; PH off; Aug 14-15 off; Dec 29-Jan 03 off
毎月第2・第4火曜日の13時から16時。次回以降の日程は変更になることがありますのでご了承ください。 => USUAL Tu[2,4] 13:00-16:00
火・木の13時から17時です。開放していない日もありますので、初めての方はお電話（月～金 9:00～17:00）でご確認のうえお越しください。 => USUAL Tu,Th 13:00-17:00
`);
});
