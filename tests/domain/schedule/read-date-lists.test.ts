import { describe, it } from 'vitest';
import { aDatedPlan, osmOfDates, writingsOf } from './support/random-dates.ts';
import { readsAsTable } from './support/read-table.ts';
import { expectExact, type Written } from './support/reads-exactly.ts';

/** frequency|weekdays|days|from|to|note, or one sentence => certainty and the reading of a careful person. */

describe('dates of which each does not say its month, its weekday or its year', () => {
  readsAsTable(`
||9月 5 26 10月 3 24||| => FIXED Sep 5,26; Oct 3,24
||9/12、26|10:00|12:00| => FIXED Sep 12,26 10:00-12:00
||9月 5 / 10月 3 / 11月 7|10:00|12:00| => FIXED Sep 5 10:00-12:00; Oct 3 10:00-12:00; Nov 7 10:00-12:00
2026年9月5日土曜日、26日土曜日 10:00～12:00 => FIXED 2026 Sep 5 10:00-12:00; 2026 Sep 26 10:00-12:00
R8.9月5日(土) 26日(土) 10月3日(土) 10:00～12:00 => FIXED 2026 Sep 5 10:00-12:00; 2026 Sep 26 10:00-12:00; 2026 Oct 3 10:00-12:00
令和8年【9月】5日(土)【10月】3日(土) 10:00～12:00 => FIXED 2026 Sep 5 10:00-12:00; 2026 Oct 3 10:00-12:00
■9月 5日(土)、■10月 3日(土) 10:00～12:00 => FIXED Sep 5 Sa 10:00-12:00; Oct 3 Sa 10:00-12:00
(9月)5日(土)、26日(土)。(10月)3日(土) 10:00～12:00 => FIXED Sep 5 Sa 10:00-12:00; Sep 26 Sa 10:00-12:00; Oct 3 Sa 10:00-12:00
9月5日[土]、26日[土] 10:00～12:00 => FIXED Sep 5 Sa 10:00-12:00; Sep 26 Sa 10:00-12:00
H30 9/8、10/13 H31 2/9 いずれも土曜日 13～15時 => FIXED 2018 Sep 8 13:00-15:00; 2018 Oct 13 13:00-15:00; 2019 Feb 9 13:00-15:00
9月4日・11日、10月2日の金曜日10:00～11:00 => FIXED Sep 4 Fr 10:00-11:00; Sep 11 Fr 10:00-11:00; Oct 2 Fr 10:00-11:00
9月5日 10:00～12:00。9月26日はお休みです => FIXED Sep 5 10:00-12:00; Sep 26 off
令和8年12月12日、1月9日 10:00～12:00 => FIXED 2026 Dec 12 10:00-12:00; 2027 Jan 9 10:00-12:00
第4土曜 10:00～12:00（12月は24日） => FIXED Jan-Nov Sa[4] 10:00-12:00; Dec 24 10:00-12:00
第1日曜 2027/3/3。4・8月は休み => FIXED Su[1]; 2027 Mar 3; Apr,Aug off
||4/12、26 7・8月は休み|10:00|12:00| => FIXED Apr 12,26 10:00-12:00; Jul,Aug off
|月～金||9:00|17:00|12月28日～1月4日、2026年11月8日は休館 => FIXED Mo-Fr 09:00-17:00; Dec 28-Jan 04 off; 2026 Nov 08 off
4月～6月は5日、15日 10:00～12:00 => FIXED Apr 05,Apr 15,May 05,May 15,Jun 05,Jun 15 10:00-12:00
`);
});

describe('from one date to another', () => {
  readsAsTable(`
||8/18～23||| => FIXED Aug 18-23
||9月1日(火)～30日(水)||| => FIXED Sep 1-30
||9月1日(火)～10月31日(土)|10:00|12:00| => FIXED Sep 1-Oct 31 10:00-12:00
2026年8月20日木曜日から24日月曜日まで 10:30～12:30 => FIXED 2026 Aug 20-24 10:30-12:30
開催期間 8月20日～9月5日 ※要予約 => FIXED Aug 20-Sep 05
5月12日～14日、6月5日(金) 9:00～10:00 => FIXED May 12-14 09:00-10:00; Jun 5 Fr 09:00-10:00
5月12日～14日、6月5日(金) 9:00～10:00、毎週水曜17:00～20:00 => FIXED May 12-14 09:00-10:00; Jun 5 Fr 09:00-10:00, We 17:00-20:00
8月18日～9月23日 10:00～12:00 8月20日は休み => FIXED Aug 18-Sep 23 10:00-12:00; Aug 20 off
|火||17:00|19:00|申込期間は4月1日(水)から10日(金)まで => FIXED Tu 17:00-19:00
|月～金||10:00|12:00|12月28日～1月4日 休み => FIXED Mo-Fr 10:00-12:00; Dec 28-Jan 04 off
12月28日～1月4日 10:00～12:00 => IRREGULAR
8月13日～16日 10:00～12:00 => IRREGULAR
4月1日～9月30日 10:00～12:00 => IRREGULAR
||令和8年度 7月20日～8月10日|10:00|12:00| => FIXED 2026 Jul 20-2026 Aug 10 10:00-12:00
`);
});

const of2026 = (spans: [string, string, boolean][]) => spans.filter(([start]) => start < '2026-12-31T15');

/** Written by a writer that shares nothing with the reader; a list without a year holds in others too. */
describe('a random list of dates in a random writing', () => {
  const written = aDatedPlan.chain((plan) =>
    writingsOf(plan).map((cells): Written => ({ cells, certainty: 'FIXED', osm: osmOfDates(plan) })),
  );

  it('is read exactly or is said to be not understood, never read as something else', () => {
    expectExact(written, 0.95, { numRuns: 300, seed: 2026 }, of2026);
  });
});
