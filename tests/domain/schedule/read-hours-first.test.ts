import { describe } from 'vitest';
import { readsAsTable } from './support/read-table.ts';

/** frequency|weekdays|days|from|to|note, or one sentence => certainty and the reading of a careful person. */

describe('a list in which hours stand before their days', () => {
  readsAsTable(`
10:00～12:00 毎週月曜日 / 13:00～15:00 毎月第4土曜 => FIXED Mo 10:00-12:00; Sa[4] 13:00-15:00
9:30～11:30、13:00～15:00 第1日曜日、10:00～12:00 毎週水曜日 => FIXED Su[1] 09:30-11:30,13:00-15:00; We 10:00-12:00
13:30~15:30 毎月第3月曜日、10時30分~14:30 第4水曜、お弁当の持ち帰りもできます => FIXED Mo[3] 13:30-15:30; We[4] 10:30-14:30
10:00～12:00 月曜日 13:00～15:00 => IRREGULAR
16:30～21:00 毎週金曜日 14時～15時30分 毎週月日曜、年末年始休み => IRREGULAR
12:00から16時まで 毎月第1・第3水曜日、8月を除く => FIXED We[1,3] 12:00-16:00; Aug off
`);
});

describe('other things said before, between and after', () => {
  readsAsTable(`
毎週土曜日 10:00～12:00 ※アレルギー対応不可 => FIXED Sa 10:00-12:00
毎週土曜日 10:00～12:00 1家族200円 => FIXED Sa 10:00-12:00
毎週土曜日 10:00～12:00 QRコードから申込 => FIXED Sa 10:00-12:00
毎週土曜日 10:00～12:00 対象：0～3歳の親子 => FIXED Sa 10:00-12:00
雨天中止 10:00〜正午 毎月10日・20日 => FIXED Jan 10,Jan 20,Feb 10,Feb 20,Mar 10,Mar 20,Apr 10,Apr 20,May 10,May 20,Jun 10,Jun 20,Jul 10,Jul 20,Aug 10,Aug 20,Sep 10,Sep 20,Oct 10,Oct 20,Nov 10,Nov 20,Dec 10,Dec 20 10:00-12:00
雨天中止 3・6・9・12月の第2日曜日 12:00~14時 => FIXED Mar,Jun,Sep,Dec Su[2] 12:00-14:00
駐車場あり 第1、第3土曜日 12時から14時まで => FIXED Sa[1,3] 12:00-14:00
問合せ：090-1234-5678 16:00〜21:00 第2・4金曜日 => FIXED Fr[2,4] 16:00-21:00
毎週火曜日 10:00～12:00、お休み：祝日・8月11日～16日 => FIXED Tu 10:00-12:00; PH off; Aug 11-16 off
`);
});

describe('weeks of one day and days of every week in one list', () => {
  readsAsTable(`
毎月第3日曜日・月～金曜日 14時～15時 => FIXED Su[3] 14:00-15:00; Mo-Fr 14:00-15:00
毎月最終木曜日及び月・水・金曜日の15時半～20時 => IRREGULAR
第1水曜・月火曜 12時～14時 => IRREGULAR
`);
});
