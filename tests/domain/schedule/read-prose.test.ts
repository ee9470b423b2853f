import { describe } from 'vitest';
import { readsAsTable } from './support/read-table.ts';

describe('days and hours in prose', () => {
  readsAsTable(`
月・水・金に開く小さな図書室です。時間は13時から17時まで。 => FIXED Mo,We,Fr 13:00-17:00
ひろばは火・水・木。いずれも10時～14時半。 => FIXED Tu-Th 10:00-14:30
お休みは月曜と祝日。それ以外の日は午前9時から午後5時まで遊べます。 => FIXED Tu-Su 09:00-17:00; PH off
土曜は朝から、9時～16時。平日は14時～18時。 => IRREGULAR
火…15:30-17:30\\n木…15:30-17:30\\n土…10:00-12:00 => FIXED Tu,Th 15:30-17:30; Sa 10:00-12:00
1. 第1土曜\u300010:00～12:00（工作）\\n2. 第3土曜\u300014:00～16:00（おはなし会） => FIXED Sa[1] 10:00-12:00; Sa[3] 14:00-16:00
月水金→10時～、火木→13時～、閉まるのは16時 => FIXED Mo,We,Fr 10:00-16:00; Tu,Th 13:00-16:00
一日と十五日の11時から14時 => FIXED Jan 01,Jan 15,Feb 01,Feb 15,Mar 01,Mar 15,Apr 01,Apr 15,May 01,May 15,Jun 01,Jun 15,Jul 01,Jul 15,Aug 01,Aug 15,Sep 01,Sep 15,Oct 01,Oct 15,Nov 01,Nov 15,Dec 01,Dec 15 11:00-14:00
火・金の週2日、朝10時～昼12時半 => FIXED Tu,Fr 10:00-12:30
毎月の第1月曜日と、その翌日の火曜日。10:00～12:00 => FIXED Mo[1] 10:00-12:00; Mo[1] +1 day 10:00-12:00
月曜～土曜（ただし水曜は午後のみ 13:00～17:00）9:00～17:00 => FIXED Mo,Tu,Th-Sa 09:00-17:00; We 13:00-17:00
以前は毎週水曜でしたが、今は行っていません。 => SUSPENDED
4月から休んでいます。再開は未定です。 => SUSPENDED
`);
});

describe('closings of halves, parts of the year and by other words', () => {
  readsAsTable(`
休館日：月・木の午前、日曜日、祝日\u3000開館時間 9時～18時 => FIXED Mo-Sa 09:00-18:00; Mo,Th 00:00-12:00 off; PH off
|月火水木金||10:00|19:00|14:00-15:00は開放不可 => FIXED Mo-Fr 10:00-14:00,15:00-19:00
|月火水木金土||9:00|18:00|土曜日は13:00まで。祝日は不可 => FIXED Mo-Fr 09:00-18:00; Sa 09:00-13:00; PH off
火曜 10:00～15:00 ※12:00～13:00は部屋を閉めます => FIXED Tu 10:00-12:00,13:00-15:00
|||8:00|17:00|冬季（12月～3月）閉鎖 => FIXED Mo-Su 08:00-17:00; Dec-Mar off
|||9:00|21:00|11/21から3/31を除く。 => FIXED Mo-Su 09:00-21:00; Nov 21-Mar 31 off
【開館時間】8：00～18：00 【休館日】なし => FIXED Mo-Su 08:00-18:00
9:00～17:00\u3000定休日：土日祝日、夏季休暇 => FIXED Mo-Fr 09:00-17:00; PH off
火～日：午前9時～午後5時（地域交流センター休館日を除く） => FIXED Tu-Su 09:00-17:00
|||9:00|17:00|休館日：祝日（こどもの日は開館）、12月29日〜1月3日 => FIXED Mo-Su 09:00-17:00; PH off; May 05 09:00-17:00; Dec 29-Jan 03 off
平日9:00～17:00\u3000土日祝10:00～19:00\u3000定休日：月曜日（月曜日が祝日の場合は、翌平日） => FIXED
午前9時～午後5時(5月～8月午後6時まで)\u3000休館日：日曜日、祝日 => FIXED Sep-Apr Mo-Sa 09:00-17:00; May-Aug Mo-Sa 09:00-18:00; PH off
火～土曜日\u30003月から10月：13時～18時\u300011月から2月：13時～17時 => FIXED Mar-Oct Tu-Sa 13:00-18:00; Nov-Feb Tu-Sa 13:00-17:00
`);
});

describe('hours of another service, and hours that contradict one another', () => {
  readsAsTable(`
平日 8:30〜17:15（木曜一部窓口延長）\u3000休館日：土曜・日曜・祝日 => FIXED Mo-Fr 08:30-17:15; PH off
平日 8:15〜17:15（夜間休日緊急電話体制あり）\u3000休館日：土曜・日曜・祝日 => FIXED Mo-Fr 08:15-17:15; PH off
受付時間：午前9時から午後5時まで（土日・祝日を除く） => FIXED Mo-Fr 09:00-17:00; PH off
月～金曜日、土曜日（月1回） 午前9時～正午 => FIXED Mo-Fr 09:00-12:00
9:00～17:00（土曜は営業日のみ）定休日：日曜・祝日 => FIXED Mo-Fr 09:00-17:00; PH off
年38回（水曜日）9:30～11:00 => IRREGULAR
日曜 9:00～17:00、定休日：日曜・月曜 => IRREGULAR
`);
});
