import { describe } from 'vitest';
import { readsAsTable } from './support/read-table.ts';

/** frequency|weekdays|days|from|to|note, or one sentence => certainty and the reading of a careful person. */

describe('other hours on some days, wherever the usual ones stand', () => {
  readsAsTable(`
午前9時-午後7時 月・火・水・木・金曜日\\n木曜日は午前10時から => FIXED Mo-We,Fr 09:00-19:00; Th 10:00-19:00
10:00〜16:00 月曜日から土曜日 （第3木曜は15:00まで） => FIXED Mo-We,Fr,Sa 10:00-16:00; Th[1,2,4,5] 10:00-16:00; Th[3] 10:00-15:00
8:30~17:30 月～金 水曜日は午前のみ（12:00まで） => FIXED Mo,Tu,Th,Fr 08:30-17:30; We 08:30-12:00
火・木曜 8:30から17:30まで ※木曜日は9:30開館 （火曜日は16:30まで） => FIXED Tu 08:30-16:30; Th 09:30-17:30
|月火水木金||9:00|15:00|【休館日】国民の祝日 ※水曜は午前のみ（12:30まで） => FIXED Mo,Tu,Th,Fr 09:00-15:00; We 09:00-12:30; PH off
|火水木金土||10:00|15:00|お休み：月曜日・日曜、国民の祝日（木曜日は11:30から） => FIXED Tu,We,Fr,Sa 10:00-15:00; Th 11:30-15:00; PH off
月・火・木・金曜日 9時～15時 授乳室完備（火曜日は9:00〜13:00） => FIXED Mo,Th,Fr 09:00-15:00; Tu 09:00-13:00
`);
});

describe('days that come to the others have their hours', () => {
  readsAsTable(`
月～土曜日の8時半〜15時 ※第1・第3日曜日も開館 ※休館日：祝祭日 => FIXED Mo-Sa 08:30-15:00; Su[1,3] 08:30-15:00; PH off
月～金曜日 8時30分～19時 ※木曜は17時閉館 ※第2・第4日曜日も開館 => FIXED Mo-We,Fr 08:30-19:00; Th 08:30-17:00; Su[2,4] 08:30-19:00
`);
});

describe('other things beside hours and closings', () => {
  readsAsTable(`
火曜～日曜 9時〜16時30分 駐車場5台（12:00～13:00は昼休み） => FIXED Tu-Su 09:00-12:00,13:00-16:30
|火水木金土日||08:30|16:00|TEL 045-123-4567 （水曜日は9:30から） => FIXED Tu,Th-Su 08:30-16:00; We 09:30-16:00
|水木金土日||13:00|19:00|駐車場5台 （12月29日から翌年1月3日までは休館） ※車での来館不可 => FIXED We-Su 13:00-19:00; Dec 29-Jan 03 off
水～日曜日（8:30～16:00）\\n※土曜日は10:00開館（月曜日・火曜日、国民の祝日、12/28～1/4を除く） => FIXED We-Fr,Su 08:30-16:00; Sa 10:00-16:00; PH off; Dec 28-Jan 04 off
月～金 8時30分～18時、12:00～13:00は休み。※混雑時は入場制限あり => FIXED Mo-Fr 08:30-12:00,13:00-18:00
火～土曜 10時〜17時半\\n飲食スペースあり、火曜日は9時〜12時 => IRREGULAR
`);
});

describe('closing lists end where days have hours', () => {
  readsAsTable(`
|月火木金||09:00|17:30|お休み：祝祭日、12月29日から翌年1月3日まで 火曜日は9:00〜13:00 => FIXED Mo,Th,Fr 09:00-17:30; Tu 09:00-13:00; PH off; Dec 29-Jan 03 off
|月火木金||09:00|16:30|【休館日】祝日 金曜日：10:00～13:00 => FIXED Mo,Tu,Th 09:00-16:30; Fr 10:00-13:00; PH off
|月火水木金土||08:30|16:30|【休館日】祝日、8月13日～15日 第2日曜日 10時～12時 => IRREGULAR
|水木金土日||10:00|17:00|土曜日は午前10時～正午 駐車場5台 （国民の祝日、年末年始(12/29～1/3)は休館） => FIXED We-Fr,Su 10:00-17:00; Sa 10:00-12:00; PH off; Dec 29-Jan 03 off
水曜日～日曜日 10時-19時 ※駐車場5台、ただし、金曜日は17時まで => FIXED We,Th,Sa,Su 10:00-19:00; Fr 10:00-17:00
火～土曜日（13:00~19:00）中学生以下無料 火曜は17:00まで => FIXED We-Sa 13:00-19:00; Tu 13:00-17:00
`);
});

describe('what is said of other things leaves the days as they are', () => {
  readsAsTable(`
月～金 9:30から17:00 ※第1・第3土曜も開館 第1水曜日は16:00まで => FIXED Mo,Tu,Th,Fr 09:30-17:00; We[2-5] 09:30-17:00; We[1] 09:30-16:00; Sa[1,3] 09:30-17:00
火・木曜（午前9時-午後4時）\\n※12時～13時は閉館 飲食スペースあり => FIXED Tu,Th 09:00-12:00,13:00-16:00
月・水・金：10時〜18時。駐車場5台 祝日、年末年始休館 => FIXED Mo,We,Fr 10:00-18:00; PH off; Dec 29-Jan 03 off
火・木 10時~15時 ※混雑時は入場制限あり 祝日、お盆（8/13～8/15）休館 => FIXED Tu,Th 10:00-15:00; PH off; Aug 13-15 off
|月火水木金||13:00|17:00|初めての方は登録が必要です（月曜日は9:30-13:00） => FIXED Mo 09:30-13:00; Tu-Fr 13:00-17:00
火、木曜の9時-17時 休み：祝日・年末年始 （第2・第4火曜日は休館） => FIXED Th 09:00-17:00; Tu[1,3,5] 09:00-17:00; PH off; Dec 29-Jan 03 off
月・火・木・金の8:30~17:00\\n※火曜日は9:30開館 => FIXED Mo,Th,Fr 08:30-17:00; Tu 09:30-17:00
`);
});
