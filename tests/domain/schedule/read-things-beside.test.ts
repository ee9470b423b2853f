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
|||||土曜教室：第2土曜日 9:00～11:30 => FIXED Sa[2] 09:00-11:30
|||||日曜ひろば：第1・3日曜 10時～15時 => FIXED Su[1,3] 10:00-15:00
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

describe('closing days of which the dates are not said', () => {
  readsAsTable(`
|||||月～金 8:30～16:30（日曜・祝日・年末年始・保育園の行事のある日は実施しません） => FIXED Mo-Fr 08:30-16:30; PH off; Dec 29-Jan 03 off
|||||月・水・金曜日 14:30～16:30 ※長期休業中及び学校行事のある日は実施しません => FIXED Mo,We,Fr 14:30-16:30; SH off
|||||月・水・金曜日 14:30～16:30 ※学校行事がある日、祝日は休み => FIXED Mo,We,Fr 14:30-16:30; PH off
|||||火・木 10:00～12:00、ただし、祝日及び町長が定める日は休み => FIXED Tu,Th 10:00-12:00; PH off
|水||14:30|17:00|給食のない日、短縮授業の日、長期休業中は実施しません。 => FIXED We 14:30-17:00; SH off
|||||月・木曜日 15時～16時45分 【休み】祝日・長期休業中・短縮授業の日・台風等で臨時休校となった日 => FIXED Mo,Th 15:00-16:45; PH off; SH off
|||||毎週金曜 15:00～17:00 休業日：祝日、運動会の日、給食のない日 => FIXED Fr 15:00-17:00; PH off
|||||火～土 9:00～17:00 休館日：日曜、月曜、祝日、行事のある日 => FIXED Tu-Sa 09:00-17:00; PH off
`);
});

describe('school holidays told as days of no school', () => {
  readsAsTable(`
|||||月・水・木の10時～15時に開いています。祝日はお休み、学校が長期の休みの時もお休みです。 => FIXED Mo,We,Th 10:00-15:00; PH off; SH off
|||||火・金 15時～17時。学校の長期の休み中はお休みです。 => FIXED Tu,Fr 15:00-17:00; SH off
|||||火・金 15時～17時 小学校が長い休みのときはありません => FIXED Tu,Fr 15:00-17:00; SH off
`);
});

describe('when doors open and close, and what is eaten then', () => {
  readsAsTable(`
|||||月～金 9:00～16:00 / ※12:00～13:00 はお弁当タイム。食べ物の持ち込みができます。 => FIXED Mo-Fr 09:00-16:00
|||||月～金 9:00～16:00（11:30～12:30 はランチタイム） => FIXED Mo-Fr 09:00-16:00
|||||月～金 9:00～16:00 ※12:00～13:00 は閉館 => FIXED Mo-Fr 09:00-12:00,13:00-16:00
|||||毎月第1・3水曜日 16:30開場、17:30～食事開始、19:30閉場。 => FIXED We[1,3] 16:30-19:30
|||||第2土曜 10:00開場 12:00閉場 => FIXED Sa[2] 10:00-12:00
|||||毎月第4金曜 17時開場、18時食事開始、20時閉場 => FIXED Fr[4] 17:00-20:00
|||||毎月第4日曜 11:00オープン、11:30から食事、13:30クローズ => FIXED Su[4] 11:00-13:30
`);
});

describe('days that move when something else falls on them, or for a reason', () => {
  readsAsTable(`
|||||第2土曜日の11時半から14時。お寺の行事と重なるときは翌週。 => USUAL Sa[2] 11:30-14:00
|||||第3日曜 10時～12時（地域の行事と重なる場合は前後します） => USUAL Su[3] 10:00-12:00
|||||毎月第1土曜 11:00～13:00 お祭りと重なった月は翌週に行います => USUAL Sa[1] 11:00-13:00
|||||4月～11月の毎週土曜日10:00～15:00（8月は暑いため休み） => FIXED Apr-Jul,Sep-Nov Sa 10:00-15:00
|||||第2土曜 10:00～12:00、8月は暑さのため中止 => FIXED Sa[2] 10:00-12:00; Aug off
`);
});

describe('when somebody answers, and what is only called after a day', () => {
  readsAsTable(`
|||||第2・第4水曜日 9時30分～10時30分（予約受付 平日13時～16時） => FIXED We[2,4] 09:30-10:30
|||||第1木曜日 10時～12時（申込は前日まで。平日9時～17時） => FIXED Th[1] 10:00-12:00
|||||毎週火曜 10時～12時、栄養相談あり（相談は電話でも可 平日9時～16時） => FIXED Tu 10:00-12:00
|||||第3金曜日 10時～11時30分 来所が難しい方は電話でも相談できます（月～金 9時～17時） => FIXED Fr[3] 10:00-11:30
|||||こども食堂（電話予約制、第2土曜 10時～12時） => FIXED Sa[2] 10:00-12:00
|||||土曜クラブ 毎月第2・4土曜 9:00～12:00 => FIXED Sa[2,4] 09:00-12:00
|||||火曜ひろば：第1・3火曜 10:00～12:00 => FIXED Tu[1,3] 10:00-12:00
|||||土曜教室 10時～12時、日曜教室 13時～15時 => FIXED Sa 10:00-12:00; Su 13:00-15:00
|||||日曜日から木曜日 9時から16時（祝日も開所） 金・土休み => FIXED Mo-Th,Su 09:00-16:00
`);
});

describe('breaks for a cause, days closed for a cause', () => {
  readsAsTable(`
|||||ご利用時間 / 9:30～11:30 開所 / 11:30～12:30 消毒・清掃のため閉所 / 12:30～15:30 開所 / 火～金曜日 => FIXED Tu-Fr 09:30-11:30,12:30-15:30
|||||火～金曜日 9:30～11:30、11:30～12:30 消毒のため閉所、12:30～15:30 => FIXED Tu-Fr 09:30-11:30,12:30-15:30
|||||月～土 9:00～17:00 12:00～13:00 消毒のため閉館 => FIXED Mo-Sa 09:00-12:00,13:00-17:00
|||||火～金 9:30～15:30 消毒のため閉館 12:00～13:00 => FIXED Tu-Fr 09:30-12:00,13:00-15:30
|||||月～土 9:00～17:00、毎月第3火曜日は館内清掃のため休館 => FIXED Mo-Sa 09:00-17:00; Tu[3] off
|||||月～土 9:00～17:00。水曜は消毒のため12:00に閉館します => FIXED Mo,Tu,Th-Sa 09:00-17:00; We 09:00-12:00
`);
});

describe('single holidays that are open though the others are not', () => {
  readsAsTable(`
|||9:00|17:30|休館日 月曜日、祝日（5月5日、11月3日は開館） => FIXED Tu-Su 09:00-17:30; PH off; May 05,Nov 03 09:00-17:30
|||9:00|17:30|休館日 月曜日、祝日（ただし、こどもの日、文化の日は開館） => FIXED Tu-Su 09:00-17:30; PH off; May 05,Nov 03 09:00-17:30
|||9:00|17:30|休み：日曜日、国民の祝日（こどもの日を除く）、年末年始 => FIXED Mo-Sa 09:00-17:30; PH off; May 05 09:00-17:30; Dec 29-Jan 03 off
|水曜日～日曜日||9:00|17:00|こどもの日以外の祝日および12月29日～1月3日は除く => FIXED We-Su 09:00-17:00; PH off; May 05 We-Su 09:00-17:00; Dec 29-Jan 03 off
|||||火～土 9:00～17:00 休み 祝日（文化の日・山の日は除きます） => FIXED Tu-Sa 09:00-17:00; PH off; Aug 11 Tu-Sa 09:00-17:00; Nov 03 Tu-Sa 09:00-17:00
|||||火～日 9:00～17:00 祝日（5月5日を除く）も開館 => IRREGULAR
|||9:00|17:30|休館日 第3土曜日、こどもの日を除いた祝日、年末年始 => FIXED Mo-Su 09:00-17:30; Sa[3] off; PH off; May 05 09:00-17:30; Dec 29-Jan 03 off
`);
});

describe('undated single days, days not settled yet, how long the hours are', () => {
  readsAsTable(`
月～金（行事のある日・8月13日～15日は除く）10:00～16:00 => FIXED Mo-Fr 10:00-16:00; Aug 13-15 off
月～金 10:00～16:00。保育園の行事のある日（運動会、卒園式等）はお預かりできません。 => FIXED Mo-Fr 10:00-16:00
月～金（祝日、振替休業日を除く） 15:00～17:00 => FIXED Mo-Fr 15:00-17:00; PH off
|土日|6月7日、7月5日、9月6日。10月以降は未定|10:30|13:00 => FIXED Jun 07,Jul 05,Sep 06 10:30-13:00
火水金 9:30～12:30の3時間 => FIXED Tu,We,Fr 09:30-12:30
9:00～12:00、12:00～15:00、15:00～17:00の3区分（月～金） => FIXED Mo-Fr 09:00-12:00,12:00-15:00,15:00-17:00
平日：12時から18時 土曜・春夏冬休み：10時から18時 => FIXED Mo-Fr 12:00-18:00; Sa 10:00-18:00; SH Mo-Fr 10:00-18:00
長期休業中（夏・冬・春）はお休みします。平日14時～16時 => FIXED Mo-Fr 14:00-16:00; SH off
当面の間、活動をお休みしています。 => SUSPENDED
`);
});

describe('hours of a service beside hours of the place: whether it is open then is not said', () => {
  readsAsTable(`
|||||月～土 10:00-11:30・13:00-15:30（遊びコーナー）、9:00-15:30（相談） => IRREGULAR
|||||月～土 9:00-17:00（電話相談）、10:00-12:00（ひろば） => IRREGULAR
|||||月～金 9:00-17:00（相談） => FIXED Mo-Fr 09:00-17:00
`);
});
