import { describe } from 'vitest';
import { readsAsTable } from './support/read-table.ts';

/** frequency|weekdays|days|from|to|note => certainty and the reading of a careful person. */
describe('weekdays that are closed though they are holidays', () => {
  readsAsTable(`
|火水木金土日||9:30|18:00|火曜～金曜は９:３０～１８:００、土曜・日曜・祝日は９:３０～１７:００、休館は月曜（祝日も休館）・第３金曜・年末年始 => FIXED Tu-Fr 09:30-18:00; Sa,Su,PH 09:30-17:00; Mo off; Fr[3] off; Dec 29-Jan 03 off
|土日祝|土日祝|10:00|17:00|平日は13:00～18:00。休館：水曜（祝日でも休館） => FIXED Mo,Tu,Th,Fr 13:00-18:00; Sa,Su,PH 10:00-17:00; We off
|火水木金土日||9:00|17:00|土日祝は18時まで。休館日 月曜(祝日の場合も休館) => FIXED Tu-Fr 09:00-17:00; Sa,Su,PH 09:00-18:00; Mo off
|火水木金土日||9:00|17:00|休館日 月曜日（祝日であっても休館） => FIXED Tu-Su 09:00-17:00
`);
});

describe('holidays that are closed, but not on the weekend', () => {
  readsAsTable(`
|火水木金|火～金|10:00|18:00|土・日曜日は9:30～17:00。祝日は休館（ただし土日にあたる場合は開館） => FIXED Tu-Fr 10:00-18:00; PH off; Sa,Su 09:30-17:00
|火水木金土日||9:00|17:00|祝日は休館（土日と重なる場合は開館） => FIXED Tu-Fr 09:00-17:00; PH off; Sa,Su 09:00-17:00
|||9:00|17:00|休館日:月曜、祝日(土曜・日曜に当たるときは開館)、年末年始 => FIXED Tu-Fr 09:00-17:00; PH off; Sa,Su 09:00-17:00; Dec 29-Jan 03 off
|月火水木金土||10:00|16:00|祝日休み。ただし土曜が祝日の場合は開所 => FIXED Mo-Fr 10:00-16:00; PH off; Sa 10:00-16:00
`);
});

describe('closing dates and their cause', () => {
  readsAsTable(`
|月～金||9:00|16:00|8月12日～16日は職員研修のため休み => FIXED Mo-Fr 09:00-16:00; Aug 12-16 off
|月～土||9:00|17:00|12/28～1/4は大掃除のため閉館します。 => FIXED Mo-Sa 09:00-17:00; Dec 28-Jan 04 off
|月～金||9:00|16:00|3月31日は引っ越し準備のためお休みです => FIXED Mo-Fr 09:00-16:00; Mar 31 off
`);
});

describe('no closing day in a part of the year', () => {
  readsAsTable(`
|火水木金土日||9:00|17:00|月曜休館。8月は毎日開館 => FIXED Jan-Jul,Sep-Dec Tu-Su 09:00-17:00; Aug Mo-Su 09:00-17:00
`);
});

describe('a closing day on which a holiday falls, where holidays have hours of their own', () => {
  readsAsTable(`
平日10時～18時、土日祝10時～17時。定休日：毎週水曜 => FIXED Mo,Tu,Th,Fr 10:00-18:00; Sa,Su,PH 10:00-17:00; We off
|月火水木金土日||10:00|20:30|日曜・祝日は9:30から18:30、休館日：毎週木曜日、年末年始 => FIXED Mo-We,Fr,Sa 10:00-20:30; Su,PH 09:30-18:30; Th off; Dec 29-Jan 03 off
開館時間 平日13時～20時、土日祝10時～18時 / 休館日 毎週火曜日（祝日の場合は開館） => FIXED Mo,We-Fr 13:00-20:00; Sa,Su,PH 10:00-18:00
月・水 10時～12時（祝日、園行事の日は休み） => FIXED Mo,We 10:00-12:00; PH off
9時～17時 休館日：月曜・火曜（火曜は8月のみ開館） => IRREGULAR
`);
});
