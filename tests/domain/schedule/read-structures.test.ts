import { describe } from 'vitest';
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
