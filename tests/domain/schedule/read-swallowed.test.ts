import { describe } from 'vitest';
import { readsAsTable } from './support/read-table.ts';

/** frequency|weekdays|days|from|to|note, or one sentence => certainty and the reading of a careful person. */

describe('sentences about other things end where days, hours or closing days of the place begin', () => {
  readsAsTable(`
第1月曜日 ※祝日の場合は第2月曜日 17時半～19時半 => FIXED Mo[1] 17:30-19:30; PH off
園庭開放：毎週水曜日 10:00～11:00（雨天中止、8月・3月は休み） => FIXED We 10:00-11:00; Aug off; Mar off
毎週水曜日 10:00～11:00（雨天中止・第3水曜は休み） => FIXED We[1,2,4,5] 10:00-11:00
毎月第１金曜日 PM5:00～PM7:30 場所：西町集会所（西町2-3-4） TEL 090-1234-5678（田中） => FIXED Fr[1] 17:00-19:30
毎週土曜日 10時～12時 中央1丁目2-3 => FIXED Sa 10:00-12:00
学習支援（毎週月・木 18:00-20:00、小4～中3対象、無料） => FIXED Mo,Th 18:00-20:00
毎週土曜日 10:00～12:00 駐車場あり、8月は休み => FIXED Sa 10:00-12:00; Aug off
毎週土曜日 10:00～12:00 詳細は市のサイトで、祝日はお休みです => FIXED Sa 10:00-12:00; PH off
コロナのため現在お休みしています => SUSPENDED
`);
});

describe('closing days in a sentence that was taken whole make the reading doubtful', () => {
  readsAsTable(`
毎週土曜日 10:00～12:00 詳細は市のサイトで祝日はお休みです => IRREGULAR
第2土曜 祝日の場合は翌週10:00～12:00 => IRREGULAR
|毎日||||開館時間は10時～20時。相談の受け付け時間は9時～17時45分（月曜・水曜、祝日は除く）。 => FIXED Mo-Su 10:00-20:00
`);
});

describe('days in brackets, days that are left over, hours of each day', () => {
  readsAsTable(`
毎週（月）～（金） １６：００～１９：００ => FIXED Mo-Fr 16:00-19:00
毎週(火)、(木) 10時～12時 => FIXED Tu,Th 10:00-12:00
毎月第2火曜日,第4金曜日 各日16:00-19:00 => FIXED Tu[2] 16:00-19:00; Fr[4] 16:00-19:00
4月～9月 10:00～17:00、10月～3月 10:00～16:00 毎週土曜日 => FIXED Apr-Sep Sa 10:00-17:00; Oct-Mar Sa 10:00-16:00
|月火水木金土||09:00|17:00|毎月第3日曜日（家庭の日）は開館 その他の日曜・祝日・年末年始は休館 => FIXED Mo-Sa 09:00-17:00; Su[3] 09:00-17:00; PH off; Dec 29-Jan 03 off
第1・3土曜は10時～12時、その他の土曜は13時～15時 => FIXED Sa[1,3] 10:00-12:00; Sa[2,4,5] 13:00-15:00
|火水木金土日||9:00|18:00|祝日は17:00まで => FIXED Tu-Su 09:00-18:00; PH 09:00-17:00
毎週月曜日から土曜日（第3木曜日の午後はスタッフ会議のため休み）9:30～15:30 => FIXED Mo-Sa 09:30-15:30; Th[3] 12:00-24:00 off
2026年4月より毎週月曜・木曜の10時～15時に変更になりました => FIXED Mo,Th 10:00-15:00
`);
});
