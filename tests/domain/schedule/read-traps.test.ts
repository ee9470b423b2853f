import { describe } from 'vitest';
import { readsAsTable } from './support/read-table.ts';

/** frequency|weekdays|days|from|to|note, or one sentence => certainty and the reading of a careful person. */

describe('days that are none: 「1月3日までの日」, 「休日相談」, days that will open again', () => {
  readsAsTable(`
月曜日から金曜日まで(祝日及び12月29日から1月3日までの日を除く。) / 午前9時から午後4時まで => FIXED Mo-Fr 09:00-16:00; PH off; Dec 29-Jan 03 off
平日9:00～17:00 ※12月29日から翌年1月3日までの日は休館 => FIXED Mo-Fr 09:00-17:00; Dec 29-Jan 03 off
|月～金||9:00|16:00|祝日及び12月29日から1月3日までの日を除く => FIXED Mo-Fr 09:00-16:00; PH off; Dec 29-Jan 03 off
平日相談 月～金 9:00～17:00 / 休日相談 第2土曜 9:00～12:00 => FIXED Mo-Fr 09:00-17:00; Sa[2] 09:00-12:00
休日開放 第1・3土曜 13:00～17:00 => FIXED Sa[1,3] 13:00-17:00
休日開館 10:00～17:00 => IRREGULAR
火・水 10:00～15:00。木・金の再開については改めてご案内します。 => FIXED Tu,We 10:00-15:00
月・水・金の再開は後日お知らせします。当面は火・木 10:00～12:00 => FIXED Tu,Th 10:00-12:00
`);
});

describe('brackets behind the hours of the last days', () => {
  readsAsTable(`
月 10:00～16:00 / 水 休み / 金 10:00～13:00 / 土 13:00～16:00(第1・3のみ) / 日・祝 休み => FIXED Mo 10:00-16:00; Fr 10:00-13:00; Sa[1,3] 13:00-16:00; PH off
平日 15:00～19:00 土曜日 10:00～17:00(第3土曜のみ) => FIXED Mo-Fr 15:00-19:00; Sa[3] 10:00-17:00
火・木 10:00～12:00(第2・4) => FIXED Tu[2,4] 10:00-12:00; Th[2,4] 10:00-12:00
火 10:00～12:00 / 土 13:00～16:00(4月～10月のみ) => FIXED Tu 10:00-12:00; Apr-Oct Sa 13:00-16:00
火 10:00～12:00、土 13:00～16:00(4月～10月のみ) => IRREGULAR
火・木 10:00～12:00 / 第3土曜 13:00～15:00(8月を除く) => FIXED Tu,Th 10:00-12:00; Jan-Jul,Sep-Dec Sa[3] 13:00-15:00
`);
});

describe('other days in months in which there were none, and behind a label', () => {
  readsAsTable(`
4・5・6・9・10月の第2水曜 10:00～12:00(7月は第1・第2水曜) => FIXED Apr-Jun,Sep,Oct We[2] 10:00-12:00; Jul We[1],We[2] 10:00-12:00
奇数月の第3金曜 18:00～20:00、ただし12月は第1金曜 => FIXED Jan,Mar,May,Jul,Sep,Nov Fr[3] 18:00-20:00; Dec Fr[1] 18:00-20:00
家族相談:毎月第2木曜(5月のみ第3木曜)13時半～16時半 => FIXED Jan-Apr,Jun-Dec Th[2] 13:30-16:30; May Th[3] 13:30-16:30
毎月最終金曜(12月に限り第3金曜)18時～20時 => FIXED Jan-Nov Fr[-1] 18:00-20:00; Dec Fr[3] 18:00-20:00
食事の提供は水曜のみ 火・水 16:00～18:00 => FIXED Tu,We 16:00-18:00
`);
});

describe('headings within a line end what is said of another thing', () => {
  readsAsTable(`
開設日 月～土 開設時間 9:30～16:00 一時預かり 9:00～15:00 休み 日曜日・祝日 => FIXED Mo-Sa 09:30-16:00; PH off
開設時間 9:00～15:00(月～金) 電話相談 9:00～17:00 休所日 土・日・祝日・年末年始 => FIXED Mo-Fr 09:00-15:00; PH off; Dec 29-Jan 03 off
開設日 月～金 開設時間 10:00～15:00 園庭開放 9:00～11:00 休み 土日祝 => FIXED Mo-Fr 10:00-15:00; PH off
曜日 / 月・水・金 / 時間 / 9:30～15:30(11:30～13:00は昼食タイム、持参した弁当を食べられます) / お休み / 土・日・祝日 => FIXED Mo,We,Fr 09:30-15:30; PH off
【曜日】火・水 【時間】10:00～14:00(お弁当を食べる時間は12:00～13:00です) => FIXED Tu,We 10:00-14:00
`);
});

describe('OPEN and CLOSE, doors and the meal, what goes on while another thing is suspended', () => {
  readsAsTable(`
OPEN 火・木 16:00-20:00 / 土 13:00-20:00 / CLOSE 月・水・金・日・祝 => FIXED Tu,Th 16:00-20:00; Sa 13:00-20:00; PH off
Closed: 土日祝 / Open: 9:00-17:00 => FIXED Mo-Fr 09:00-17:00; PH off
月～金 OPEN 10:00 CLOSE 18:00 => FIXED Mo-Fr 10:00-18:00
10:00～20:00 木曜CLOSE => FIXED Mo-We,Fr-Su 10:00-20:00
第2土曜 11時開場、11時半食事開始、13時半終了 => FIXED Sa[2] 11:00-13:30
毎月第2金曜日。17時開場、17時半いただきます、19時おひらき。 => FIXED Fr[2] 17:00-19:00
毎週木曜 17:00受付開始 17:30～19:00 => FIXED Th 17:30-19:00
感染拡大のため会食は休止しています。お弁当の配布は毎月第1・第3金曜の17時から18時まで続けています。 => FIXED Fr[1,3] 17:00-18:00
物価高のため食堂は休止中ですが、食料配布を毎月第4日曜10時～11時に行っています。 => FIXED Su[4] 10:00-11:00
現在、食堂は休止中です。 => SUSPENDED
当面の間休止しています。通常は第3土曜11時～14時。 => SUSPENDED
`);
});

describe('hours of a part of the year in brackets are of the days before them', () => {
  readsAsTable(`
火～土 10時から18時(10月から3月は17時まで)、日祝 10時から16時 => FIXED Apr-Sep Tu-Sa 10:00-18:00; Oct-Mar Tu-Sa 10:00-17:00; Su,PH 10:00-16:00
平日 9:00～18:00(7・8月は19:00まで) / 土曜 9:00～17:00 => FIXED Jan-Jun,Sep-Dec Mo-Fr 09:00-18:00; Jul,Aug Mo-Fr 09:00-19:00; Sa 09:00-17:00
平日 9:00～17:00 / 土曜 10:00～16:00(12月～2月は15:00まで) => FIXED Mo-Fr 09:00-17:00; Mar-Nov Sa 10:00-16:00; Dec-Feb Sa 10:00-15:00
平日 9:00～17:00、土曜 10:00～16:00(12月～2月は15:00まで) => IRREGULAR
火～日 9:00～17:00(11月～2月は16:30) => FIXED Mar-Oct Tu-Su 09:00-17:00; Nov-Feb Tu-Su 09:00-16:30
午前9時から午後6時(土日は午後5時) 月曜休館 => FIXED Tu-Fr 09:00-18:00; Sa,Su 09:00-17:00
9:00～17:00(土日は10時) 月曜休館 => FIXED Tu-Fr 09:00-17:00; Sa,Su 10:00-17:00
第2土曜 13時～17時。冬は16時まで(12月～2月)。 => FIXED Mar-Nov Sa[2] 13:00-17:00; Dec-Feb Sa[2] 13:00-16:00
毎週日曜 13時～16時、ただし夏は9時から12時(7月・8月) => FIXED Jan-Jun,Sep-Dec Su 13:00-16:00; Jul,Aug Su 09:00-12:00
【夏時間 5月～8月】 / 平日 10:00～18:00 / 土曜 9:00～17:00 / 【冬時間 9月～4月】 / 平日 10:00～17:30 / 土曜 9:00～17:00 => FIXED May-Aug Mo-Fr 10:00-18:00; Sep-Apr Mo-Fr 10:00-17:30; Sa 09:00-17:00
夏時間(5月～9月) / 月～土 9:00～18:00 / 冬時間(10月～4月) / 月～土 9:00～17:00 / 休館 日祝 => FIXED May-Sep Mo-Sa 09:00-18:00; Oct-Apr Mo-Sa 09:00-17:00; PH off
開館時間 / 午前 9:00～12:00 / 午後 13:00～17:00 / 夜間 18:00～22:00 / 休館日 / 火曜日 => FIXED Mo,We-Su 09:00-12:00,13:00-17:00,18:00-22:00
`);
});

describe('what was, and is no longer; what is of the weather; days of some months; days that lost their hours', () => {
  readsAsTable(`
第2日曜に開催していましたが、会場が使えないため当分の間お休みします。 => SUSPENDED
毎週火曜に開いていましたが、スタッフ不足により4月から休止しています。 => SUSPENDED
運営スタッフ不足により、令和7年9月から活動をお休みしています。再開の際はブログでご報告します。 => SUSPENDED
※配布は一時中断中(以前は第4土曜10時～) => SUSPENDED
公園の整備工事に伴い、来年3月末まで閉園 => SUSPENDED
建て替えのため来年度末まで休館 => SUSPENDED
第1土曜10時～12時。以前は第3土曜に開催していました。 => FIXED Sa[1] 10:00-12:00
以前は月2回でしたが、令和6年4月から毎週土曜日の11時～13時に開催しています。 => FIXED Sa 11:00-13:00
更新日:2025年4月1日 / 開館時間 9:00～17:00 / 休館日 月曜日 => FIXED Tu-Su 09:00-17:00
月～金 9:00～16:00(2025年4月1日現在) => FIXED Mo-Fr 09:00-16:00
第2日曜 10時～12時 中央公園にて。雨の日は公民館で実施します。 => FIXED Su[2] 10:00-12:00
|土||10:00|12:00|雨の日は集会所 => FIXED Sa 10:00-12:00
火・木 10:00～12:00(月により土曜も実施) => USUAL Tu,Th 10:00-12:00
原則 月～金 9時～15時／月により第3土曜も開所／祝日は閉所 => USUAL Mo-Fr 09:00-15:00; PH off
第3土曜11時～13時 祝日や地域行事と重なるときは日程を変更します => USUAL Sa[3] 11:00-13:00
パパの日(第2土曜) 10:00～12:00 => FIXED Sa[2] 10:00-12:00
ねんねの日:水曜 10:00～12:00 あんよの日:金曜 10:00～12:00 => FIXED We,Fr 10:00-12:00
火・木 16:00～20:00 / 土 13:00～20:00 / カフェバー 月・水・金 => IRREGULAR
`);
});
