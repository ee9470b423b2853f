import { describe } from 'vitest';
import { readsAsTable } from './support/read-table.ts';

/** frequency|weekdays|days|from|to|note => certainty and the reading of a careful person. */
describe('what is said of a thing beside the days, in brackets behind it', () => {
  readsAsTable(`
|||||火・木 15:00～19:00 日 10:00～15:00 送迎（応相談） 休み：祝日 => FIXED Tu,Th 15:00-19:00; Su 10:00-15:00; PH off
|||||月・水 10:00～15:00 土 10:00～13:00（要相談） => FIXED Mo,We 10:00-15:00
|||||月～金 13:00～18:00 土 9:00～12:00 出張（不定期） => IRREGULAR
|||||食堂：毎月第1土曜 11:00～13:00 フードパントリー：年2回（8月・12月） => FIXED Sa[1] 11:00-13:00
|||||毎週水曜 15:00～18:00 イベント：年4回（5月、8月、10月、12月） => FIXED We 15:00-18:00
|||||毎月第3日曜 11:00～14:00 バザー（5月・10月） => IRREGULAR
|||||毎月第3日曜 11:00～14:00（8月・12月を除く） => FIXED Su[3] 11:00-14:00; Aug off; Dec off
`);
});

describe('days of which is not said when in the year they are', () => {
  readsAsTable(`
|||||水曜日 18時～20時、日曜日 13時～15時（定期テスト前のみ） => FIXED We 18:00-20:00
|||||水曜 18:00～20:00、日曜（試験前のみ） 13:00～15:00 => FIXED We 18:00-20:00
|||||土曜 10:00～12:00（受験期のみ） => IRREGULAR
|||||年4回（6月、9月、12月、3月）の土曜日 11時～13時 => IRREGULAR
|||||年4回（6月、9月、12月、3月）の第2土曜日 11時～13時 => FIXED Mar,Jun,Sep,Dec Sa[2] 11:00-13:00
|||||4・8・12月の土曜日（年3回） 11時～13時 => IRREGULAR
|||||年間約30回、主に火曜日の放課後に実施。 => IRREGULAR
|||||年間およそ20回、水曜 15:00～17:00 => IRREGULAR
|||||年間約45回、毎週火曜 15:00～17:00 => FIXED Tu 15:00-17:00
`);
});

const TENTHS = 'Jan 10,Feb 10,Mar 10,Apr 10,May 10,Jun 10,Jul 10,Aug 10,Sep 10,Oct 10,Nov 10,Dec 10';

describe('days of the month, held on whatever weekday they fall', () => {
  readsAsTable(`
|||||毎月10日 17時30分～19時 ※土日でもやります => FIXED ${TENTHS} 17:30-19:00
5||毎月10日|11:00|13:00|日曜日でも開けています => FIXED ${TENTHS} 11:00-13:00
|||||毎月10日 17:00～19:00（土曜・日曜も開催） => FIXED ${TENTHS} 17:00-19:00
|||||月～金 9:00～17:00 土日もやっています => FIXED Mo-Su 09:00-17:00
`);
});

describe('closing lists with days that the place sets itself', () => {
  readsAsTable(`
|||||月曜～金曜 9:00～15:00 休館日：土・日・祝日・年末年始・園行事の日 => FIXED Mo-Fr 09:00-15:00; PH off; Dec 29-Jan 03 off
|||||開設日 月～金 10時～15時 休所日 土日、祝日、年末年始、学校行事の日 => FIXED Mo-Fr 10:00-15:00; PH off; Dec 29-Jan 03 off
`);
});
