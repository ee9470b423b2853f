import { describe } from 'vitest';
import { readsAsTable } from './support/read-table.ts';

/** frequency|weekdays|days|from|to|note => certainty and the reading of a careful person. */
describe('free cells that hold days, hours, closing days and more', () => {
  readsAsTable(`
|||||9:00~17:00(4~9月は18:00まで)、月曜・年末年始休館 => FIXED Apr-Sep Tu-Su 09:00-18:00; Oct-Mar Tu-Su 09:00-17:00; Dec 29-Jan 03 off
|||||月~金 9:30~15:30(昼12:00~13:00は閉所) 祝日休み 対象 0歳~就学前 => FIXED Mo-Fr 09:30-12:00,13:00-15:30; PH off
|||||開所日 週5日(月~金) 開所時間 10時~15時(5時間) => FIXED Mo-Fr 10:00-15:00
|||||毎月第3日曜日 11:00~14:00 会場:1丁目集会所 定員:50名 参加費:高校生以下無料、大人300円 申込:不要 => FIXED Su[3] 11:00-14:00
|||||【とき】第1・第3土曜日 午前10時~正午【ところ】図書館2階 => FIXED Sa[1,3] 10:00-12:00
|||||とき:毎週火曜日(祝日は休み)13時30分~15時30分 / ところ:市民館 / 費用:無料 => FIXED Tu 13:30-15:30; PH off
|||||第2土曜日 10:00~12:00 ※12月は第3土曜日、1月は休み => FIXED Feb-Nov Sa[2] 10:00-12:00; Dec Sa[3] 10:00-12:00
|||||月曜~金曜 9時~17時。土曜は9時~正午。日祝・年末年始・お盆は休業。見学は随時受付。 => FIXED Mo-Fr 09:00-17:00; Sa 09:00-12:00; PH off; Dec 29-Jan 03 off
|||||平日10時から18時。木曜は中高生のみ20時まで。土日祝日は9時から17時。 => FIXED Mo-We,Fr 10:00-18:00; Th 10:00-20:00; Sa,Su,PH 09:00-17:00
|||||平日13:00~18:00/土曜・長期休業日8:30~18:00/日曜・祝日・8月13~15日・12月29日~1月3日休み => FIXED Mo-Fr 13:00-18:00; Sa 08:30-18:00; PH off; Aug 13-15 off; Dec 29-Jan 03 off
|||||午前9時~午後4時半(土は正午) 日祝休 => FIXED Mo-Fr 09:00-16:30; Sa 09:00-12:00; PH off
|||||週2回(火・木)放課後~18:00 => FIXED Tu,Th
|||||水曜日の放課後と第2土曜日の午前 => FIXED We; Sa[2]
|||||土曜 10:00-15:00 日曜 13:00-17:00 いずれも祝日を除く => FIXED Sa 10:00-15:00; Su 13:00-17:00; PH off
|||||祝日を除く月曜~金曜 9:00~16:00 (8/13~8/16、12/28~1/4は閉所) => FIXED Mo-Fr 09:00-16:00; PH off; Aug 13-16 off; Dec 28-Jan 04 off
|||||10時~16時(10月~3月は15時まで) 毎週水・土 雨天休み => FIXED Apr-Sep We,Sa 10:00-16:00; Oct-Mar We,Sa 10:00-15:00
`);
});
