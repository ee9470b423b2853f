import { describe } from 'vitest';
import { readsAsTable } from './support/read-table.ts';

/** frequency|weekdays|days|from|to|note => certainty and the reading of a careful person. */
describe('parts of the year in brackets behind their hours', () => {
  readsAsTable(`
|||||火～日 9:00～17:00（4月～9月） 9:00～16:00（10月～3月） => FIXED Apr-Sep Tu-Su 09:00-17:00; Oct-Mar Tu-Su 09:00-16:00
|||||月～土 9:00～18:00（4月～9月） / 9:00～17:00（10月～3月） => FIXED Apr-Sep Mo-Sa 09:00-18:00; Oct-Mar Mo-Sa 09:00-17:00
|||||月曜 9:00～17:00（4月～9月）、9:00～16:00（10月～3月） => FIXED Apr-Sep Mo 09:00-17:00; Oct-Mar Mo 09:00-16:00
|||||火～日 9時から17時まで（4月から10月）、9時から16時まで（11月から3月） => FIXED Apr-Oct Tu-Su 09:00-17:00; Nov-Mar Tu-Su 09:00-16:00
|||||9時～17時（4月～9月）、9時～16時（10月～3月） 休館日：月曜 => FIXED Apr-Sep Tu-Su 09:00-17:00; Oct-Mar Tu-Su 09:00-16:00
|||||月～金 9:00～18:00（夏休み） 13:00～18:00（学期中） => IRREGULAR
|||||月～金 10:00～12:00（4月～9月）、13:00～15:00（4月～9月） => IRREGULAR
|||||月曜日 9:00～11:30（4月～9月） / 火曜日 9:00～11:30（10月～3月） => FIXED Apr-Sep Mo 09:00-11:30; Oct-Mar Tu 09:00-11:30
|||||第2土曜日 9:00～11:30（6月～2月）／放課後教室：毎週火・金 15:30～17:00（5月～3月） => FIXED Jan,Feb,Jun-Dec Sa[2] 09:00-11:30; Jan-Mar,May-Dec Tu,Fr 15:30-17:00
|||||第1土曜 10:00～12:00（奇数月）、13:00～15:00（偶数月） => FIXED Jan,Mar,May,Jul,Sep,Nov Sa[1] 10:00-12:00; Feb,Apr,Jun,Aug,Oct,Dec Sa[1] 13:00-15:00
|||||毎週土曜 10:00～12:00（第1・3）、13:00～15:00（第2・4） => FIXED Sa[1,3] 10:00-12:00; Sa[2,4] 13:00-15:00
|||||月～金 9:00～17:00（7/21～8/31）、13:00～17:00（9/1～7/20） => FIXED Jul 21-Aug 31 Mo-Fr 09:00-17:00; Sep 01-Jul 20 Mo-Fr 13:00-17:00
|||||土日 10:00～17:00（3月～11月） 平日 13:00～17:00 => FIXED Mar-Nov Sa,Su 10:00-17:00; Mo-Fr 13:00-17:00
|||||月～土 9:00～17:00（平日）、9:00～12:00（土曜） => FIXED Mo-Fr 09:00-17:00; Sa 09:00-12:00
|||||9:00～17:00（平日）、9:00～12:00（土曜） => FIXED Mo-Fr 09:00-17:00; Sa 09:00-12:00
|||||第2土曜日 9:00～11:30（6月～2月） => FIXED Jan,Feb,Jun-Dec Sa[2] 09:00-11:30
`);
});

describe('closings of which only the end is said', () => {
  readsAsTable(`
|||||毎週水曜 10:00～12:00（9月まで休止中） => SUSPENDED
|||||月～金 9:00～17:00 ※令和9年3月末まで休止しています。 => SUSPENDED
|||||毎週水曜 10:00～12:00（9月まで休み） => IRREGULAR
|||||毎週水曜 10:00～12:00 ※3月31日まで休館します => IRREGULAR
|||||月～金 9:00～17:00（プールは3月まで休止中） => IRREGULAR
|||||毎週水曜 10:00～12:00（1月から3月まで休み） => FIXED We 10:00-12:00; Jan-Mar off
|||||火～日 9:00～17:00 7月20日から8月31日まで休館 => FIXED Tu-Su 09:00-17:00; Jul 20-Aug 31 off
`);
});

describe('seasons by their names, whose months stand in brackets', () => {
  readsAsTable(`
|||||春～秋（4月から10月）9時から16時30分 冬（11月から3月）9時から16時 休館日は土日・祝日 => FIXED Apr-Oct Mo-Fr 09:00-16:30; Nov-Mar Mo-Fr 09:00-16:00; PH off
|||||春・夏（4月～9月） 9:00～18:00 秋・冬（10月～3月） 9:00～17:00 月曜休館 => FIXED Apr-Sep Tu-Su 09:00-18:00; Oct-Mar Tu-Su 09:00-17:00
|||||第1・3土曜 10時～16時。冬場（12月～2月）は3時に閉めます。 => FIXED Mar-Nov Sa[1,3] 10:00-16:00; Dec-Feb Sa[1,3] 10:00-15:00
`);
});
