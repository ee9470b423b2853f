import { describe, expect, it } from 'vitest';
import { readSchedule } from '../../../server/domain/schedule/read-text/read-schedule.ts';
import { withoutTables } from '../../../server/domain/schedule/read-text/tables.ts';
import { readsAsTable } from './support/read-table.ts';

describe('dates without their year, where they are all the days that are named', () => {
  readsAsTable(`
||11月8日、22日|10:30|14:00| => FIXED Nov 08,Nov 22 10:30-14:00
||4月12日、5月10日、6月14日|10:00|12:00| => FIXED Apr 12,May 10,Jun 14 10:00-12:00
||7/5・7/19|13:30|15:30|要予約 => FIXED Jul 05,Jul 19 13:30-15:30
||10月4日・11日・18日・25日|9:30|11:00|雨天中止 => FIXED Oct 04,Oct 11,Oct 18,Oct 25 09:30-11:00
|水|5月13日、6月10日|10:00|11:00| => FIXED May 13,Jun 10 10:00-11:00
10:00～11:30 6月4日、7月2日、9月3日 => FIXED Jun 04,Jul 02,Sep 03 10:00-11:30
|||||開催日:5月16日・6月20日・7月18日 / 時間:9:45~10:45 => FIXED May 16,Jun 20,Jul 18 09:45-10:45
12月の園庭開放は、3日、10日です。 / 9:30~11:00 / 基本は毎週木曜日となります。 => IRREGULAR
`);
});

describe('what is held within the hours of the columns on some of their days', () => {
  readsAsTable(`
|土||10:00|16:00|第1土曜 10:00～12:00 食育教室 => FIXED Sa 10:00-16:00
|月～金||9:00|16:00|火曜日 10:30~11:00 絵本の読み聞かせ => FIXED Mo-Fr 09:00-16:00
|月～土||10:00|17:00|ベビーマッサージ 第3水曜 10:30~11:30(予約制) => FIXED Mo-Sa 10:00-17:00
|火～土||10:00|18:00|おもちゃ病院:第4土曜 13時~15時 => FIXED Tu-Sa 10:00-18:00
|月～金||10:00|16:00|金曜14時~15時は英語で遊ぼう => IRREGULAR
|月～金||9:00|16:00|水曜は12:00まで => FIXED Mo,Tu,Th,Fr 09:00-16:00; We 09:00-12:00
|月～金||9:00|16:00|水曜 9:00~12:00 => FIXED Mo,Tu,Th,Fr 09:00-16:00; We 09:00-12:00
`);
});

describe('days between slashes, and weeks that are taken out of what follows', () => {
  readsAsTable(`
10:00~15:00/火・木・土/祝日休み => FIXED Tu,Th,Sa 10:00-15:00; PH off
9時~17時/月~金/土日祝休み => FIXED Mo-Fr 09:00-17:00; PH off
10:00~16:00/月~土/日曜・祝日休み => FIXED Mo-Sa 10:00-16:00; PH off
10:00~17:00/月曜/第3日曜休館 => IRREGULAR
月・水/10:00~12:00/祝日、年末年始休み => FIXED Mo,We 10:00-12:00; PH off; Dec 29-Jan 03 off
毎週火曜日、第1土曜日を除く毎週土曜日 10時~15時 => FIXED Tu,Sa 10:00-15:00; Sa[1] off
第2土曜を除く毎週土曜、毎週水曜 10時~12時 => FIXED We,Sa 10:00-12:00; Sa[2] off
`);
});

describe('tables: headings of columns and of rows, 〃, a circle on the days', () => {
  readsAsTable(`
曜日 4月~9月 10月~3月 / 平日 9:00~18:00 9:00~17:00 / 土日祝 10:00~18:00 10:00~16:00 => FIXED Apr-Sep Mo-Fr 09:00-18:00; Apr-Sep Sa,Su,PH 10:00-18:00; Oct-Mar Mo-Fr 09:00-17:00; Oct-Mar Sa,Su,PH 10:00-16:00
開館時間 平日 土・日・祝日 / 3月~10月 9時~18時 8時30分~18時 / 11月~2月 9時~17時 8時30分~17時 => FIXED Mar-Oct Mo-Fr 09:00-18:00; Mar-Oct Sa,Su,PH 08:30-18:00; Nov-Feb Mo-Fr 09:00-17:00; Nov-Feb Sa,Su,PH 08:30-17:00
曜日 午前 午後 / 月曜日 9:30~11:30 13:30~15:30 / 火曜日 〃 〃 / 水曜日 休み 13:30~15:30 / 木曜日 9:30~11:30 13:30~15:30 / 金曜日 〃 休み => FIXED Mo,Tu,Th 09:30-11:30,13:30-15:30; We 13:30-15:30; Fr 09:30-11:30
月曜日 9:30~15:30 / 水曜日 〃 / 金曜日 〃 / 土曜日 9:30~12:00 => FIXED Mo,We,Fr 09:30-15:30; Sa 09:30-12:00
4月~9月 平日 9時~18時、土日 9時~17時 / 10月~3月 平日 9時~17時、土日 9時~16時 => FIXED Apr-Sep Mo-Fr 09:00-18:00; Apr-Sep Sa,Su 09:00-17:00; Oct-Mar Mo-Fr 09:00-17:00; Oct-Mar Sa,Su 09:00-16:00
夏期(5月~8月) 冬期(9月~4月) / 火~金 10:00~18:00 10:00~17:00 / 土・日 9:00~18:00 9:00~17:00 => FIXED May-Aug Tu-Fr 10:00-18:00; May-Aug Sa,Su 09:00-18:00; Sep-Apr Tu-Fr 10:00-17:00; Sep-Apr Sa,Su 09:00-17:00
月 火 水 木 金 / 9:00~16:00 9:00~16:00 9:00~12:00 9:00~16:00 9:00~16:00 => FIXED Mo,Tu,Th,Fr 09:00-16:00; We 09:00-12:00
開所日 月 火 水 木 金 土 / ○ - ○ - ○ ○ / 開所時間 10:00~15:00 => FIXED Mo,We,Fr,Sa 10:00-15:00
利用時間 月~金 土・日 / 5月~9月 9:00~18:00 9:00~17:00 / 10月~4月 9:00~17:00 9:00~16:00 / 休館日 年末年始 => FIXED May-Sep Mo-Fr 09:00-18:00; May-Sep Sa,Su 09:00-17:00; Oct-Apr Mo-Fr 09:00-17:00; Oct-Apr Sa,Su 09:00-16:00; Dec 29-Jan 03 off
  区分 午前 午後 / 火曜 10:00~12:00 13:00~15:00 / 木曜 10:00~12:00 休み   => FIXED Tu 10:00-12:00,13:00-15:00; Th 10:00-12:00
火 9:30~12:00 / 木 〃 / 土 13:00~16:00 / 日 〃 => FIXED Tu,Th 09:30-12:00; Sa,Su 13:00-16:00
月 火 水 木 金 土 日 / 休 ○ ○ ○ ○ ○ × / 10:00~17:00 => FIXED Tu-Sa 10:00-17:00
4月~10月:平日 10時~18時、土日祝 9時~18時。11月~3月:平日 10時~17時、土日祝 9時~17時 => FIXED Apr-Oct Mo-Fr 10:00-18:00; Apr-Oct Sa,Su,PH 09:00-18:00; Nov-Mar Mo-Fr 10:00-17:00; Nov-Mar Sa,Su,PH 09:00-17:00
平日 4~9月 9:00~18:00 / 10~3月 9:00~17:00 / 土日祝 4~9月 9:00~17:00 / 10~3月 9:00~16:00 => FIXED Apr-Sep Mo-Fr 09:00-18:00; Oct-Mar Mo-Fr 09:00-17:00; Apr-Sep Sa,Su,PH 09:00-17:00; Oct-Mar Sa,Su,PH 09:00-16:00
夏期(4月~9月) 火~金 9:30~18:00 / 土日 9:30~17:00 / 冬期(10月~3月) 火~金 9:30~17:00 / 土日 9:30~16:00 => FIXED Apr-Sep Tu-Fr 09:30-18:00; Apr-Sep Sa,Su 09:30-17:00; Oct-Mar Tu-Fr 09:30-17:00; Oct-Mar Sa,Su 09:30-16:00
午前の部 午後の部 / 月・水 9:30~11:30 13:30~15:30 / 金 9:30~11:30 - => FIXED Mo,We 09:30-11:30,13:30-15:30; Fr 09:30-11:30
時間 月 火 水 木 金 / 10:00~12:00 ○ ○ ○ - ○ / 13:00~15:00 ○ - ○ ○ ○ => FIXED Mo,We,Fr 10:00-12:00,13:00-15:00; Tu 10:00-12:00; Th 13:00-15:00
月 火 水 木 金 土 日 / 午前 ○ ○ × ○ ○ ○ × / 午後 ○ ○ × ○ ○ × × / 午前9時~12時、午後1時~4時 => IRREGULAR
平日 土日 / 4月~9月 9:00~18:00 / 10月~3月 9:00~17:00 10:00~16:00 => IRREGULAR
`);

  it.each([
    [
      '月曜日 | 9:30~15:30 / 水曜日 | 〃 / 土曜日 | 9:30~12:00',
      '月曜日 | 9:30~15:30 / 水曜日 | 9:30~15:30 / 土曜日 | 9:30~12:00',
    ],
    [
      '| 平日 | 土日 | / 5月~8月 | 9時~18時 | 10時~17時 | / 9月~4月 | 9時~17時 | 休み |',
      '| 5月~8月の平日 9時~18時。5月~8月の土日 10時~17時。9月~4月の平日 9時~17時 |',
    ],
    ['| 月 | 火 | 水 | 木 | / | ○ | - | ○ |', '| 月 | 火 | 水 | 木 | / | ○ | × | ○ |'],
    ['〃 | 〃', '〃 | 〃'],
  ])('%s', (table, sentences) => {
    expect(withoutTables(table)).toBe(sentences);
  });
});

describe('lists of halls and libraries: an end of some days beside columns of hours, closing days under their heading', () => {
  readsAsTable(`
|||8時00分|17時30分|土曜日利用:12時00分まで / 日曜と祝日は利用できません。 => FIXED Mo-Fr 08:00-17:30; Sa 08:00-12:00; PH off
||||| 火曜~土曜 午前9時30分~午後6時 日曜 午前9時30分~午後5時 【休館日】 / 毎週月曜、年末年始 => FIXED Tu-Sa 09:30-18:00; Su 09:30-17:00; Dec 29-Jan 03 off
||毎月第1·第3火曜日|17:00|18:00| => FIXED Tu[1,3] 17:00-18:00
`);
});

describe('closing days: the heading before them, weeks before other weekdays, somewhere in a month', () => {
  readsAsTable(`
|||9:00|22:00|休館日 最終土曜日、年末年始（12月28日から1月4日） => FIXED Mo-Su 09:00-22:00; Sa[-1] off; Dec 28-Jan 04 off
|||9:00|21:00|休館日…毎月第1水曜日、12月29日～1月3日 => FIXED Mo-Su 09:00-21:00; We[1] off; Dec 29-Jan 03 off
|||9:00|22:00|休館日(毎月最終月曜日・年末年始) => FIXED Mo-Su 09:00-22:00; Mo[-1] off; Dec 29-Jan 03 off
|||10:00|19:00|毎月第3火曜日が休館日 => FIXED Mo-Su 10:00-19:00; Tu[3] off
|||9:30|11:30|毎月第3火曜日が休み => IRREGULAR
|||9:00|21:00|12月29日から1月3日まで及び毎月第1・第3月曜日は休館のためご利用いただけません => FIXED Mo-Su 09:00-21:00; Mo[1,3] off; Dec 29-Jan 03 off
|||9:00|17:00|第2・第4・第5土曜日、日曜日と祝日などは休館 => FIXED Mo-Sa 09:00-17:00; Sa[2,4,5] off; PH off
利用時間9時~17時。第1・3・5日曜と祝日、毎週月曜は利用不可。 => FIXED Tu-Su 09:00-17:00; Su[1,3,5] off; PH off
|月～金||9:00|15:00|8月中旬は休み => FIXED
|土日||10:00|16:00|休館:3月下旬の1週間 => FIXED
8月中旬 10時~12時 => IRREGULAR
`);

  it('somewhere in the middle of a month it may be closed', () => {
    const { closures } = readSchedule({
      weekdays: '月～金',
      from: '9:00',
      to: '15:00',
      note: '8月中旬の1週間程度は休み',
    });
    const [from, to] = [11, 20].map((day) => ({ month: 8, day }));
    expect(closures).toEqual([{ annual: { from, to }, certain: false }]);
  });
});

describe('for whom it needs it may be more than the hours', () => {
  readsAsTable(`
|月～金||8:30|16:30|必要により16時30分～17時30分も利用できる場合があります => FIXED Mo-Fr 08:30-16:30
|月～金||8:30|16:30|必要に応じて18時まで延長できます => FIXED Mo-Fr 08:30-16:30
|月～土||8:00|18:00|希望により18時~19時の延長保育あり => FIXED Mo-Sa 08:00-18:00
|月～金||9:00|16:00|事前に申し出があれば8時から受け入れ可 => FIXED Mo-Fr 09:00-16:00
月～金 9時~17時 / やむを得ない場合は18時まで利用できることがあります => FIXED Mo-Fr 09:00-17:00
|月～金||8:30|16:30|相談に応じて土曜日の利用も可能です => FIXED Mo-Fr 08:30-16:30
|月～金||9:00|17:00|事情がある場合は、8時30分~9時もお預かりします => FIXED Mo-Fr 09:00-17:00
|月～金||8:30|16:30|18時まで利用できる場合があります => IRREGULAR
`);
});

describe('longer hours of some days, closing days of a part of the year', () => {
  readsAsTable(`
|火～日||9:30|18:00|夜間開館(毎週木曜日)は20時まで => FIXED Tu,We,Fr-Su 09:30-18:00; Th 09:30-20:00
|月～土||9:00|17:00|水曜延長 19:00まで => FIXED Mo,Tu,Th-Sa 09:00-17:00; We 09:00-19:00
|火～日||10:00|18:00|金曜の夜間延長は20:00まで => FIXED Tu-Th,Sa,Su 10:00-18:00; Fr 10:00-20:00
|月～土||9:00|17:00|7月と8月は開館時間を1時間延長し、午後6時までとします。 => FIXED Jul-Aug Mo-Sa 09:00-18:00; Sep-Jun Mo-Sa 09:00-17:00
|||9:00|21:30|休館日:第2水曜(8月は第1水曜)、年末年始 => FIXED Mo-Su 09:00-21:30; Jan-Jul,Sep-Dec We[2] off; Aug We[1] off; Dec 29-Jan 03 off
9時~21時 休館日:第1月曜(1月は第2月曜) => FIXED Mo-Su 09:00-21:00; Feb-Dec Mo[1] off; Jan Mo[2] off
毎週水曜、第2・4土曜を除く土曜 13時~17時 => IRREGULAR
集会所:午後2時30分から午後5時まで / 休館日 / 集会所:土曜日、日曜日、祝日、夏季(8月13日から15日まで) => FIXED Mo-Fr 14:30-17:00; PH off; Aug 13-15 off
`);
});

describe('hours that are of all days before them, or come to those of some of them', () => {
  readsAsTable(`
第1土曜 / 第3日曜 / 時間 9時～16時 => FIXED Sa[1] 09:00-16:00; Su[3] 09:00-16:00
開催日 毎月第2火曜日 / 毎月第4木曜日 / 開催時間 10時30分から12時 => FIXED Tu[2] 10:30-12:00; Th[4] 10:30-12:00
喫茶で第2土曜の昼に開いている。火曜の夕方にも開くことにした。時間は午後5時から6時 => FIXED
月～金 10:00～12:00、月・水 13:00～15:00 => FIXED Mo-Fr 10:00-12:00; Mo,We 10:00-12:00,13:00-15:00
①火・木 10:00～12:00 ②火 13:30～15:30 => FIXED Th 10:00-12:00; Tu 10:00-12:00,13:30-15:30
月～金 9:00～16:00、水 9:00～12:00 => FIXED Mo,Tu,Th,Fr 09:00-16:00; We 09:00-12:00
`);
});

describe('a stretch of dates, and the weekdays within it', () => {
  readsAsTable(`
期間 令和8年7月21日~8月28日 / 令和9年3月24日~4月6日 ※土曜日・日曜日・祝日は利用できません。利用時間 午前9時30分から午後4時30分 => FIXED 2026 Jul 21-2026 Aug 28 Mo-Fr 09:30-16:30; 2027 Mar 24-2027 Apr 06 Mo-Fr 09:30-16:30; PH off
令和8年7月21日~8月28日 9:00~16:00（日曜休み） => FIXED 2026 Jul 21-2026 Aug 28 Mo-Sa 09:00-16:00
`);
});

describe('平日 are those of the days that are named, other hours in brackets those of the days before them', () => {
  readsAsTable(`
開館日 火曜～土曜 / 平日 9時~16時 / 土曜日 9時~12時30分 => FIXED Tu-Fr 09:00-16:00; Sa 09:00-12:30
実施日 火曜日から土曜日 利用時間 平日 9時~16時 土曜日 9時~12時30分 => FIXED Tu-Fr 09:00-16:00; Sa 09:00-12:30
|火水木金土日||10:00|17:00|平日は9時から17時 => FIXED Tu-Fr 09:00-17:00; Sa,Su 10:00-17:00
|火水木金土日||9:30|平日・土21:30日17:30|祝日を除く => FIXED Tu-Sa 09:30-21:30; Su 09:30-17:30; PH off
|火水木金土日||9:30|平日18:30土日祝17:00| => FIXED Tu-Fr 09:30-18:30; Sa,Su,PH 09:30-17:00
|月火水木金土||平日9:00、土10:00|17:00| => FIXED Mo-Fr 09:00-17:00; Sa 10:00-17:00
開館時間:火~金 9:30~19:00(12月~2月は18:00閉館)、土・日・祝 9:30~17:00 => FIXED Mar-Nov Tu-Fr 09:30-19:00; Dec-Feb Tu-Fr 09:30-18:00; Sa,Su,PH 09:30-17:00
`);
});

describe('a break with its dates behind a space or a colon, how a word is read aloud, hours that were changed', () => {
  readsAsTable(`
10時00分～16時30分 休館日 毎週木曜日、年末年始 （12月28日～1月3日） => FIXED Mo-We,Fr-Su 10:00-16:30; Dec 28-Jan 03 off
9時～17時 休館:日曜、年末年始: 12月31日から翌1月5日まで休館 => FIXED Mo-Sa 09:00-17:00; Dec 31-Jan 05 off
午前9時30分から午後5時30分まで / 休館日 年末年始(ねんまつねんし)(12月29日から1月4日まで)、奇数月(きすうづき)の第2日曜日 => FIXED Mo-Su 09:30-17:30; Dec 29-Jan 04 off; Jan,Mar,May,Jul,Sep,Nov Su[2] off
開室時間:9:30~12:00、13:00~16:30(開室時間を9:00から変更) / 休室日:火曜日 => FIXED Mo,We-Su 09:30-12:00,13:00-16:30
|月火水木金||9:00|17:00|休館日:祝日、年末年始（12月28日～１月３日） / 事前申し込みに限り、夜間及び土日祝も利用可 => FIXED Mo-Fr 09:00-17:00; PH off; Dec 28-Jan 03 off
`);
});
