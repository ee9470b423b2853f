import { describe } from 'vitest';
import { readsAsTable } from './support/read-table.ts';

/** frequency|weekdays|days|from|to|note, or one sentence => certainty and the reading of a careful person. */

describe('days in brackets behind hours are those of these hours alone', () => {
  readsAsTable(`
月～金 7時～8時（月～金）、17時～19時（水） => FIXED Mo,Tu,Th,Fr 07:00-08:00; We 07:00-08:00,17:00-19:00
毎週火・木 10:00～12:00（火）、13:00～15:00（木） => FIXED Tu 10:00-12:00; Th 13:00-15:00
月・水・金 10～12時（月）、13～15時（水）、16～18時（金） => FIXED Mo 10:00-12:00; We 13:00-15:00; Fr 16:00-18:00
月～金 10:00～16:00、17:00～19:00（金のみ） => FIXED Mo-Th 10:00-16:00; Fr 10:00-16:00,17:00-19:00
月～金 9:00～17:00、9:00～16:30（水） => FIXED Mo,Tu,Th,Fr 09:00-17:00; We 09:00-16:30
月～金 10:00～16:00、17:00～19:00（金） => IRREGULAR
月～金 9～12時（月・水）、13～16時（火・木） => IRREGULAR
月～金・祝 10:00～16:00、17:00～19:00（金のみ） => IRREGULAR
火～金 10:00～15:00（火・木のみ） => IRREGULAR
第1・3土曜 10～12時（第1）、13～15時（第3） => IRREGULAR
`);
});

describe('of which place the days alone are is not said', () => {
  readsAsTable(`
|火～金||10:00|15:00|ひろばは火・木のみ => IRREGULAR
|火～金||10:00|15:00|開放日は火・木のみ => IRREGULAR
火～金 10:00～15:00（ひろばは火・木のみ） => IRREGULAR
サロンは水・金のみ 10:00～12:00 => FIXED We,Fr 10:00-12:00
|火～金||10:00|15:00|食事提供は水曜のみ => FIXED Tu-Fr 10:00-15:00
`);
});

describe('single days that are open or closed', () => {
  readsAsTable(`
開館時間 4月～9月：9時～17時30分 10月～3月：9時～17時 / 休館日 月曜日、祝日（5月5日は開館） => FIXED Apr-Sep Tu-Su 09:00-17:30; Oct-Mar Tu-Su 09:00-17:00; PH off; May 05 09:00-17:30
開館時間 火～金 9:00～18:00 土日 9:00～17:00 / 休館日 月曜日、祝日（5月5日は開館） => IRREGULAR
開館時間 9:00～18:00 / 休館日 月曜日、祝日（5月5日は開館し翌日休館） => IRREGULAR
火～土 9:00～18:00（11月3日は館内清掃で休館。電話相談は10時から） => IRREGULAR
開館時間 9:00～18:00 / 休館日 月曜日 ※8月13日は設備点検のため休館 => FIXED Tu-Su 09:00-18:00; Aug 13 off
毎週月・木（祝日、定期テスト最終日を除く）16:30～18:00 => FIXED Mo,Th 16:30-18:00; PH off
毎週月・木 16:30～18:00。夏休み最終日は休み => IRREGULAR
`);
});

describe('names of parts of the year, days after the hours, days that are open when somebody asks', () => {
  readsAsTable(`
|水,木,金,土|水～土|11:00|17:00（冬期は16:30）|冬期は11月～2月 => FIXED Mar-Oct We-Sa 11:00-17:00; Nov-Feb We-Sa 11:00-16:30
月～金 9:00～17:00（冬期は16:00まで）。冬期は11月～2月です。 => FIXED Mar-Oct Mo-Fr 09:00-17:00; Nov-Feb Mo-Fr 09:00-16:00
月～金 9:00～17:00。冬期は11月～2月 => IRREGULAR
冬期間（12月～3月）は9時30分～12時。それ以外の月は9時30分～15時です。開放日は火曜・木曜・金曜。 => FIXED Apr-Nov Tu,Th,Fr 09:30-15:00; Dec-Mar Tu,Th,Fr 09:30-12:00
4月～9月は10～17時、10月～3月は10～16時。土・日。 => IRREGULAR
|月～金||9:00|17:00|開放日は火曜・木曜 => IRREGULAR
月～土 8時30分～22時。日曜日は利用の申込みがある場合のみ開館します。祝日は休館です。 => FIXED Mo-Sa 08:30-22:00; PH off
平日15:00～18:00 夏休みなど学校がお休みの平日は10:00～17:00 => FIXED Mo-Fr 15:00-18:00; SH Mo-Fr 10:00-17:00
`);
});
