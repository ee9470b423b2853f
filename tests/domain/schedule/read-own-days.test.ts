import { describe } from 'vitest';
import { readsAsTable } from './support/read-table.ts';

/** frequency|weekdays|days|from|to|note, or one sentence => certainty and the reading of a careful person. */

describe('a closing in brackets closes the days that it stands after', () => {
  readsAsTable(`
第2土曜 10時～12時（8月は休み）、第4水曜 13時～15時 => FIXED Jan-Jul,Sep-Dec Sa[2] 10:00-12:00; We[4] 13:00-15:00
毎月第2土曜 13：30～15：30（1月は第3土曜）\\n毎月第4水曜 10：00～11：30（8月・12月は休み） => FIXED Feb-Dec Sa[2] 13:30-15:30; Jan Sa[3] 13:30-15:30; Jan-Jul,Sep-Nov We[4] 10:00-11:30
毎週火曜 10:00～12:00、毎週木曜 13:00～15:00（8月は休み） => FIXED Tu 10:00-12:00; Th 13:00-15:00; Aug off
月～金曜日 10:00～12:00\\n第2土曜日 10:00～12:00\\n（祝日・12/28～1/4は休み） => FIXED Mo-Fr 10:00-12:00; Sa[2] 10:00-12:00; PH off; Dec 28-Jan 04 off
毎週火曜 10:00～12:00、毎週木曜 13:00～15:00 ※8月は休み => FIXED Tu 10:00-12:00; Th 13:00-15:00; Aug off
`);
});

describe('hours and the days in brackets after them', () => {
  readsAsTable(`
昼：11:30〜14:00（水〜日）、夜：17:00〜20:00（金・土） => FIXED We-Su 11:30-14:00, Fr,Sa 17:00-20:00
第２金曜１７：００～（食事は１８：００～） => FIXED Fr[2] 17:00+
平日：15:00～19:00、土曜：13:00～17:00、日祝：休み、長期休暇中：平日13:00～19:00 => FIXED Mo-Fr 15:00-19:00; Sa 13:00-17:00; PH off
日曜～木曜は17時まで、金・土は20時まで。開館は10時。 => FIXED Mo-Th,Su 10:00-17:00; Fr,Sa 10:00-20:00
`);
});

describe('headings with a slash, closings as headings, ends of ranges', () => {
  readsAsTable(`
休館日／月曜日（祝日の場合その翌日）・年末年始 利用時間／9時～21時（日・祝は17時まで） => FIXED
開館 10:00-18:00 閉館 月曜日、第4火曜日 => FIXED Tu-Su 10:00-18:00; Tu[4] off
月曜日（休館日）を除く毎日 9時～17時 => FIXED Tu-Su 09:00-17:00
午前10時から午後6時まで（11月1日から翌年2月末日までは午後5時まで） 月曜休館 => FIXED Mar-Oct Tu-Su 10:00-18:00; Nov-Feb Tu-Su 10:00-17:00
第1から第4までの水曜日14時～17時 => FIXED We[1-4] 14:00-17:00
原則月～金曜日 ９：００～１４：００(園行事等により変更の場合有) => USUAL Mo-Fr 09:00-14:00
毎月第3日曜日＋不定期 => FIXED Su[3]
毎月第4土曜日の昼食時（11時半～13時半頃） => FIXED Sa[4] 11:30-13:30
年間スケジュールによる => IRREGULAR
`);
});
