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
