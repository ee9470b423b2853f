import { describe, expect, it } from 'vitest';
import { answerOnDates } from '../../../server/domain/schedule/answer.ts';
import { readSchedule } from '../../../server/domain/schedule/read-text/read-schedule.ts';
import { readsAsTable, textOf } from './support/read-table.ts';

/** frequency|weekdays|days|from|to|note, or one sentence => certainty and the reading of a careful person. */

describe('remarks that nothing but a space, a stroke or a sign parts', () => {
  readsAsTable(`
|土||10:00|12:00|要予約 祝日は休み 変更になることがあります => USUAL Sa 10:00-12:00; PH off
|||||毎週土曜と第2木曜 10時～12時 12月を除く／なくなり次第終了 => FIXED Sa 10:00-12:00; Th[2] 10:00-12:00; Dec off
|木||17:00|19:00|参加費無料／8月はお休み／変更の場合あり => USUAL Th 17:00-19:00; Aug off
|木||17:00|19:00|祝日はお休み※変動あり※小学生以下は無料 => USUAL Th 17:00-19:00; PH off
|木||17:00|19:00|電話で前日までに予約※8/12～15は休み => FIXED Th 17:00-19:00; Aug 12-15 off
毎週木曜 午後4時～6時 ※お盆（8/12～8/15）を除く・都合により変更することがあります => USUAL Th 16:00-18:00; Aug 12-15 off
第1土曜 10時～12時 卵アレルギー対応なし 変更の場合あり => USUAL Sa[1] 10:00-12:00
第3月曜 9時～10時。祝日を除く 変動あり 先着40食 => USUAL Mo[3] 09:00-10:00; PH off
第3水曜日 変更の場合あり 11:30～14:00 => USUAL We[3] 11:30-14:00
|木|毎月第1木曜\u3000変更になる場合があります|16:30|19:00| => USUAL Th[1] 16:30-19:00
|木||17:00|19:00|費用：有料／無料の日があります => FIXED Th 17:00-19:00
`);
});

describe('headings and days on one line', () => {
  readsAsTable(`
休館日 毎週水曜日 祝日 その他臨時休館あり 開放時間 4月～10月 9時～17時 11月～3月 10時～16時 => FIXED Apr-Oct Mo,Tu,Th-Su 09:00-17:00; Nov-Mar Mo,Tu,Th-Su 10:00-16:00; PH off
休業日 木曜日 時間 月曜～水曜 9:00～17:00 => FIXED Mo-We 09:00-17:00
・お休み…火曜、祝日 ・時間…月～金 9:00～17:00 => FIXED Mo,We-Fr 09:00-17:00; PH off
[駐車場]8台 [閉館日]火曜日、祝日 [時間]9時～16時 => FIXED We-Mo 09:00-16:00; PH off
・交通…駅から徒歩5分 ・休室日…日曜日 ・開室時間…9時～16時 => FIXED Mo-Sa 09:00-16:00
4月～9月（夏期）：9時～18時 10月～3月（冬期）：9時～17時 休館日：火曜日 => FIXED Apr-Sep We-Mo 09:00-18:00; Oct-Mar We-Mo 09:00-17:00
開設時間 月～金は9時～17時。土は9時～12時 休館日：水曜日 => FIXED Mo,Tu,Th,Fr 09:00-17:00; Sa 09:00-12:00
●日時：毎週（火）（木）（日）時間：9時～12時 => FIXED Tu,Th,Su 09:00-12:00
児童館：午前9時から午後5時まで 休館日 児童館：木曜日、祝日 => FIXED Mo-We,Fr-Su 09:00-17:00; PH off
《緑町図書館の休館日》 ・火曜日 ・祝日 => FIXED We-Mo; PH off
🔵開館時間 9時～17時 🔵休館日 火曜日 => FIXED We-Mo 09:00-17:00
9:00～17:00 月曜・臨時休館日はお休み => FIXED Tu-Su 09:00-17:00
- 開館日 - 火曜日から土曜日 - 開館時間 - 9:00～17:00 => FIXED Tu-Sa 09:00-17:00
||9:00～16:00|||- 休館日 - 木曜日 - 祝祭日 - 年末年始（12月29日-1月3日） => FIXED Mo-We,Fr-Su 09:00-16:00; PH off; Dec 29-Jan 03 off
開館日 火曜 - 金曜 9:00 - 17:00 => FIXED Tu-Fr 09:00-17:00
休館日 火曜日、祝日（土日を除く） 9時～17時 => FIXED Mo,We-Su 09:00-17:00; PH Mo-Fr off
開園時間：7:00～19:00（土曜日7:00～18:00） 休園日：日曜日、祝日 => FIXED Mo-Fr 07:00-19:00; Sa 07:00-18:00; PH off
日 程 ・平日、土曜日 ※利用できない日：日曜、祝日、5月22日 時 間 午前9時30分～12時00分 => FIXED Mo-Sa 09:30-12:00; PH off; May 22 off
集会所で水－土曜日（15時～18時）に開いています => FIXED We-Sa 15:00-18:00
公民館で火から金曜日の15時～18時に開催しています => FIXED Tu-Fr 15:00-18:00
放課後の居場所づくりを月曜から金曜の15:00～18:00に開催しています => FIXED Mo-Fr 15:00-18:00
【対象】小学生 【電話】012-345-6789 利用時間 9時～17時 休館日：月曜日 => FIXED Tu-Su 09:00-17:00
`);
});

describe('weeks, hours and dates in short', () => {
  readsAsTable(`
毎月第1＆第3＆第4土曜 10時～12時 => FIXED Sa[1,3,4] 10:00-12:00
第2／3／4木曜日 10時～12時 => FIXED Th[2,3,4] 10:00-12:00
第1.2.4月曜日 10時～12時 => FIXED Mo[1,2,4] 10:00-12:00
毎週木曜 午後2～10時 => FIXED Th 14:00-22:00
毎週木曜 午前9～11時 => FIXED Th 09:00-11:00
毎週木曜 午前10時～午後12時まで => FIXED Th 10:00-12:00
平日 9:30～17:00 （12:00～13:00 昼休み） => FIXED Mo-Fr 09:30-12:00,13:00-17:00
9時～17時※12時～13時は消毒のため利用できません 休館日 毎週水曜日 => FIXED Mo,Tu,Th-Su 09:00-12:00,13:00-17:00
月・木 降園後（14:30～16:30） => FIXED Mo,Th 14:30-16:30
かようび から どようび あさ 9じ から ゆうがた 5じまで => FIXED Tu-Sa 09:00-17:00
教室は5月14、28日、7月2、16、30日に予定しています => USUAL May 14,28; Jul 2,16,30
10:00～11:00 令和8年 5月21日(木) - 6月9日(火) - 7月2日(木) - 令和9年 1月12日(火) => FIXED 2026 May 21 10:00-11:00; 2026 Jun 9 10:00-11:00; 2026 Jul 2 10:00-11:00; 2027 Jan 12 10:00-11:00
6月1日(月)以降の毎週月・水曜日 10時～12時 => FIXED Mo,We 10:00-12:00
9:00～17:00 休館日 日曜、市制記念日（7月1日）、年末年始 => FIXED Mo-Sa 09:00-17:00; Jul 01 off; Dec 29-Jan 03 off
`);
});

describe('names, causes and rules of a house beside days and hours', () => {
  readsAsTable(`
4/18(土)午後2時 英語の会 5/10(日)午後2時 春のおはなし会 => FIXED Apr 18 Sa 14:00+; May 10 Su 14:00+
第1土曜日『緑町だれでもカフェ』、第3土曜日『緑町土曜ひろば・交流会』 => FIXED Sa[1,3]
学校登校日：授業終了後～18時 土曜日：8時～17時 => FIXED Mo-Fr open "～18:00"; Sa 08:00-17:00
毎週木曜日（第5木曜日、祝日、夏期・冬期の特別休館を除く） 午後2時～4時 => FIXED Th[1-4] 14:00-16:00; PH off
月～木 9:00～12:00 相談 常時受け付けています => FIXED Mo-Th 09:00-12:00
(1)毎月第2土曜日（和室） (2)R.5.4月から毎月第1火曜日（調理室） => FIXED Sa[2]; Tu[1]
第1土曜にお弁当を配ります。2021年から毎週水曜に「宿題カフェ」も開始。 => FIXED Sa[1]; We
||9時から17時まで|||休館日 児童センター 木曜日、年末年始（12月28日から翌年1月4日まで） => FIXED Mo-We,Fr-Su 09:00-17:00; Dec 28-Jan 04 off
休館日 緑広場 土曜日 児童館 月曜日 => IRREGULAR
||通常時(平日) 放課後～19時 ※18時以降は延長になります 土曜日 8時～17時|||閉所日 日曜日、お盆（3日程度） => FIXED Mo-Fr open "～19:00"; Sa 08:00-17:00
||火～金 10時～18時 土・日・休日（注） 9時～17時|||注：国民の祝日に関する法律に規定する休日 => FIXED Tu-Fr 10:00-18:00; Sa,Su,PH 09:00-17:00
センターの開館時間は、9時から21時までとする。 2 市長は、必要があると認めるときは、これを変更することができる。 休館日は第2火曜日と12月29日から1月3日まで => FIXED Mo-Su 09:00-21:00; Tu[2] off; Dec 29-Jan 03 off
||第2・第4日曜の11:30～14:00|||受付時間：11:30～13:30 => FIXED Su[2,4] 11:30-14:00
9:00～21:00（12時～13時、17時～18時は休館） 休館日：木曜日 => FIXED Mo-We,Fr-Su 09:00-12:00,13:00-17:00,18:00-21:00
9時～17時 ※第3日曜日、祝日を除く => FIXED Mo-Su 09:00-17:00; Su[3] off; PH off
改定前 火～金 10時～19時 ⇩ 改定後 火～金 9時～19時 => FIXED Tu-Fr 09:00-19:00
火～金 10時～18時 土・日 10時～17時【休日】月曜、最終木曜 => FIXED Tu-Fr 10:00-18:00; Sa,Su 10:00-17:00; Th[-1] off
利用時間 9時～16時 休館日 - 毎週月曜日 - 年末年始（12月29日～1月3日） => FIXED Tu-Su 09:00-16:00; Dec 29-Jan 03 off
• 利用時間 10時～16時 • 利用料 無料 • お休み 火曜日 => FIXED We-Mo 10:00-16:00
`);

  it('the weekday after a holiday is closed', () => {
    const schedule = readSchedule({ text: '9時～17時 休館日 月曜日、祝日の翌平日' });
    expect(answerOnDates(schedule, '2027-02-12', '2027-02-12')).toBe('NO');
    expect(answerOnDates(schedule, '2027-02-18', '2027-02-18')).toBe('YES');
  });
});

describe('days beside the turn of the year', () => {
  readsAsTable(`
|金曜日 年末年始（12/29～1/3）は休館||9:00|12:00| => IRREGULAR
|木曜日|毎月第1木曜・第3木曜\u3000年末年始12/29～1/3休み|10:00|12:00| => IRREGULAR
毎月第2木曜日及び第4土曜日\u3000年末年始（12/29～1/4）を除く 10時～12時 => FIXED Th[2],Sa[4] 10:00-12:00; Dec 29-Jan 04 off
月曜日 祝日 年末年始は休館 9:00～17:00 => FIXED Tu-Su 09:00-17:00; PH off; Dec 29-Jan 03 off
`);
});

describe('how often something is held at a place that opens more often', () => {
  readsAsTable(`
毎週水曜、第4土曜 9:30～10:30。食事の提供は月に1回 => FIXED We 09:30-10:30; Sa[4] 09:30-10:30
|火～土||9:30|16:00|お弁当の配布は月1回です => FIXED Tu-Sa 09:30-16:00
月曜 10時～12時、第2火曜 10時～11時 昼食の提供は月1回 => FIXED Mo 10:00-12:00; Tu[2] 10:00-11:00
|土||9:30|10:30|食事の提供は月に1回 => IRREGULAR
||毎週土曜|9:30|10:30|こども食堂は月に2回 => IRREGULAR
毎週水曜、第4土曜 月1回 9:30～10:30 => IRREGULAR
`);
});

describe('what is not held for a while', () => {
  readsAsTable(`
毎週火・土の子ども食堂はしばらくお休みします => SUSPENDED
毎週火・土に20名以上が集まる子ども食堂は当面の間お休みします => SUSPENDED
毎月第2日曜に開いていましたが、再開のめどは立っていません => SUSPENDED
日曜日は当面の間休館します 9時～17時 => FIXED Mo-Sa 09:00-17:00
毎週火・木曜 10時～15時 プールは当面の間休止します => FIXED Tu,Th 10:00-15:00
`);
});

describe('a weekly day that moves where it is a holiday', () => {
  const on = (text: string, date: string) => answerOnDates(readSchedule(textOf(text)), date, date);

  it.each([
    '第4月曜（祝日の場合は翌日） 10時～12時',
    '第4月曜 10時～12時、祝日の場合は前日開催',
    '第4月曜 10時～12時 祝日のときは第3月曜',
  ])('%s: it is not held on the holiday', (text) => {
    expect(readSchedule(textOf(text)).certainty).toBe('FIXED');
    expect(on(text, '2026-11-23')).toBe('NO');
    expect(on(text, '2026-10-26')).toBe('YES');
  });

  it('where that is not sure, it may be', () => {
    expect(on('第4月曜 10時～12時 祝日と重なる場合は変更することがあります', '2026-11-23')).toBe('MAYBE');
  });

  it.each([
    ['9時～17時 休館日 第4月曜日（祝日の場合は開館）', 'YES'],
    ['9時～17時 休館日 第4月曜日（祝日の場合は翌日）', 'YES'],
    ['9時～17時 休館日 第4月曜日', 'NO'],
  ])('%s: on a holiday %s', (text, answer) => {
    expect(on(text, '2026-11-23')).toBe(answer);
    expect(on(text, '2026-10-26')).toBe('NO');
  });

  it('the day after that holiday is open', () => {
    expect(on('9時～17時 休館日 第4月曜日（祝日の場合は開館）', '2026-11-24')).toBe('YES');
  });
});
