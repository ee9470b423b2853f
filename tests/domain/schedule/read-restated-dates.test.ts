import { describe } from 'vitest';
import { readsAsTable } from './support/read-table.ts';

/** frequency|weekdays|days|from|to|note, or one sentence => certainty and the reading of a careful person. */

describe('a weekday in the name of what is held, and the weeks behind it', () => {
  readsAsTable(`
土曜おはなし会(毎月第2・4土曜日) => FIXED Sa[2,4]
どようびおはなし会(毎月第1・3土曜日) 10:30～11:00 => FIXED Sa[1,3] 10:30-11:00
木曜日のおはなし会 毎月第2木曜日 14:00～15:00 => FIXED Th[2] 14:00-15:00
土曜日 第2・第4土曜 10:00～12:00 => FIXED Sa[2,4] 10:00-12:00
火・土曜 第2・4土曜 10:00～12:00 => IRREGULAR
土曜 10:00～12:00 第2・第4土曜 10:00～15:00 => IRREGULAR
`);
});

describe('dates without a year that are the regular days of some year', () => {
  readsAsTable(`
毎月第2土曜日 4月12日、5月10日、6月14日 10時～11時 => FIXED Sa[2] 10:00-11:00
毎月第3木曜(4/17、5/15、6/19、1/15) 13:30～15:00 => FIXED Th[3] 13:30-15:00
毎週日曜日 8月3日、10日、17日、24日、31日 11時～12時 => FIXED Su 11:00-12:00
毎月第2土曜と8月15日、1月3日 10時～12時 => FIXED Sa[2] 10:00-12:00; Aug 15 10:00-12:00; Jan 3 10:00-12:00
毎週土曜日(8月13日、1月1日は休み) 10時～12時 => FIXED Sa 10:00-12:00; Aug 13 off; Jan 1 off
`);
});

describe('dates from one to another of the same week, and holidays in their brackets', () => {
  readsAsTable(`
10月29日(火)～31日(木) 16:30～17:30 => FIXED Oct 29 Tu 16:30-17:30; Oct 30 We 16:30-17:30; Oct 31 Th 16:30-17:30
10月26日(土)・29日(火)～31日(木)、11月1日(金) 各日9:00～10:00 => FIXED Oct 26 Sa 09:00-10:00; Oct 29 Tu 09:00-10:00; Oct 30 We 09:00-10:00; Oct 31 Th 09:00-10:00; Nov 01 Fr 09:00-10:00
10月29日(火)～31日(金) 16:30～17:30 => IRREGULAR
6月1日(月)～30日(火) 10:00～12:00 => IRREGULAR
11月4日(振休) 10:00～12:00 => FIXED Nov 4 10:00-12:00
11月4日(月・振休)、6日(水) 10:00～12:00 => FIXED Nov 4 Mo 10:00-12:00; Nov 6 We 10:00-12:00
7月の間、以下の日程で開催。日時: 午前11時~11時30分 7月21日(月)、22日(火) 午後3時30分~4時 7月23日(水)、8月19日(火) => FIXED Jul 21 Mo 11:00-11:30; Jul 22 Tu 11:00-11:30; Jul 23 We 15:30-16:00; Aug 19 Tu 15:30-16:00
`);
});

describe('hours of some grades', () => {
  readsAsTable(`
1・2年生 14:30～17:00、3年生以上 15:30～17:00 月～金 => FIXED Mo-Fr 14:30-17:00,15:30-17:00
|水||||1～3年生 14:00～16:00 4～6年生 15:00～16:30 => FIXED We 14:00-16:00,15:00-16:30
火曜 1年生は14:00～15:00、2年生は15:00～16:00 => FIXED Tu 14:00-15:00,15:00-16:00
1年生 毎週月曜日 14:00～15:00、2年生 毎週火曜日 14:30～15:30 => FIXED Mo 14:00-15:00; Tu 14:30-15:30
平日 14:00～18:00 学校休業日(土・日) 9:00～17:00 => FIXED Mo-Fr 14:00-18:00; Sa,Su 09:00-17:00
通常 12:30～19:00 土曜日 9:00～17:00 学校休業時 8:15～19:00 => IRREGULAR
`);
});

describe('closing days', () => {
  readsAsTable(`
||火曜〜日曜 9:00〜17:00|||毎週月曜・第1日曜（8月除く）・祝日・年末年始 => FIXED Tu-Su 09:00-17:00; PH off; Jan-Jul,Sep-Dec Su[1] off; Dec 29-Jan 03 off
||火曜〜日曜 9:00〜17:00|||第1日曜（8月除く）・毎週月曜・祝日・年末年始 => IRREGULAR
9:30～19:00 休館日年末年始、祝日、第1木曜 => FIXED 09:30-19:00; PH off; Dec 29-Jan 03 off; Th[1] off
休館日 毎月第2・第4火曜日、年末年始 => FIXED Mo-Su; Tu[2,4] off; Dec 29-Jan 03 off
図書整理日:毎月第4金曜日 => IRREGULAR
月曜休館 9:00～17:00、祝日の場合はあけています => FIXED Tu-Su 09:00-17:00; PH 09:00-17:00
月～金 9:00-11:30、13:00-16:00（相談は17:00まで受付） => FIXED Mo-Fr 09:00-11:30,13:00-16:00
月～金 10:00～18:00 (注)正午から午後1時の時間は小学生以上は利用できません。 => FIXED Mo-Fr 10:00-18:00
`);
});

describe('what begins, ends or is called so', () => {
  readsAsTable(`
3月から10月までは午前9時から午後5時30分まで、11月から2月までは午後5時15分までです。定休日は月曜日です => FIXED Mar-Oct Tu-Su 09:00-17:30; Nov-Feb Tu-Su 09:00-17:15
平成29(2017)年4月2日以降に生まれた子供が対象で、火~日曜日の午前9時から午後5時まで => FIXED Tu-Su 09:00-17:00
水曜日に東山第一まちづくりセンターで 10:00～12:00 => FIXED We 10:00-12:00
今月より毎月第3土曜日 10:00～12:00 => FIXED Sa[3] 10:00-12:00
こどもの日、月1回 土曜 => IRREGULAR
`);
});
