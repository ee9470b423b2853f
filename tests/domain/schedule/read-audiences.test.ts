import { describe, expect, it } from 'vitest';
import type { LifeStage } from '../../../server/domain/age.ts';
import { readSchedule } from '../../../server/domain/schedule/read-text/read-schedule.ts';
import { readsAsTable, textOf } from './support/read-table.ts';

const slotsFor = (cells: string, stage: LifeStage) =>
  readSchedule(textOf(cells)).rules.flatMap((rule) =>
    rule.slots
      .filter(({ ages }) => !ages || ages.some(({ stages }) => stages?.includes(stage)))
      .map(({ start, end }) => `${(start ?? 0) / 60}-${(end ?? 0) / 60}`),
  );

describe('hours of some of the people are theirs alone', () => {
  it('an end for primary pupils leaves the later hours to the others', () => {
    const cells = '3|水||15:00|20:00|小学生は17時まで';
    expect(slotsFor(cells, 'PRIMARY_LOWER')).toEqual(['15-17']);
    expect(slotsFor(cells, 'JUNIOR_HIGH')).toEqual(['15-17', '17-20']);
  });

  it('ends of several, one after another, each hold to the end of the day', () => {
    const cells = '月～金 9時～20時 幼児・小学生は17時まで、中学生は19時まで';
    expect(slotsFor(cells, 'PRESCHOOL')).toEqual(['9-17']);
    expect(slotsFor(cells, 'PRIMARY_UPPER')).toEqual(['9-17']);
    expect(slotsFor(cells, 'JUNIOR_HIGH')).toEqual(['9-17', '17-19']);
    expect(slotsFor(cells, 'HIGH_SCHOOL')).toEqual(['9-17', '17-19', '19-20']);
    expect(slotsFor('月～金 9時～18時 小学生以下は17時まで', 'BABY')).toEqual(['9-17']);
  });

  it('「9:30～17:30～21:00」 tells in its midst until when some may stay', () => {
    const cells = '火～日 9:30～17:30～21:00 乳幼児親子・小学生は17:30まで 中学生の学習室の利用は19:00まで';
    expect(slotsFor(cells, 'PRIMARY_LOWER')).toEqual(['9.5-17.5']);
    expect(slotsFor(cells, 'JUNIOR_HIGH')).toEqual(['9.5-17.5', '17.5-19']);
    expect(slotsFor(cells, 'HIGH_SCHOOL')).toEqual(['9.5-17.5', '17.5-19', '19-21']);
  });

  it('a later end for pupils of secondary schools opens the evening to them', () => {
    const cells = '3|水||15:00|18:00|中高生は20時まで';
    expect(slotsFor(cells, 'PRIMARY_UPPER')).toEqual(['15-18']);
    expect(slotsFor(cells, 'HIGH_SCHOOL')).toEqual(['15-18', '18-20']);
  });
});

/** frequency|weekdays|days|from|to|note, or one sentence => certainty and the reading of a careful person. */

describe('hours of some of the people, and what is held within the hours of all', () => {
  readsAsTable(`
第2土曜日 10:00～14:00（食事12:00～13:00） => FIXED Sa[2] 10:00-14:00
第2土曜日 10:00～14:00 学習支援10:00～12:00 食事12:00～13:00 => FIXED Sa[2] 10:00-14:00
毎週水曜 15:00～20:00（小学生は17:00まで） => FIXED We 15:00-20:00
毎週水曜 15:00～20:00 ※小学生は18時まで => FIXED We 15:00-20:00
3|水||15:00|20:00|小学生は18時まで => FIXED We 15:00-20:00
3|水||15:00|18:00|中高生は20時まで => FIXED We 15:00-20:00
3|水||15:00|18:00|中学生・高校生は20:00まで利用可 => FIXED We 15:00-20:00
1|月火水木金||14:00|18:00|中高生は火・木のみ20時まで => FIXED Mo,We,Fr 14:00-18:00; Tu,Th 14:00-20:00
火～日 9:00～18:00（中高生は20:00まで） => FIXED Tu-Su 09:00-20:00
火～日 9:00～17:00 中学生以上は19:00まで => FIXED Tu-Su 09:00-19:00
火～日 9:00～17:00（乳幼児は9:00～12:00） => FIXED Tu-Su 09:00-17:00
月～金 10:00～18:00（乳幼児親子は10:00～14:00、小学生は14:00～18:00） => FIXED Mo-Fr 10:00-18:00
乳幼児10:00～14:00、小学生14:00～18:00 月～金 => FIXED Mo-Fr 10:00-18:00
月～金 乳幼児 10:00～14:00 小学生 14:00～17:00 中高生 17:00～19:00 => FIXED Mo-Fr 10:00-19:00
|月火水木金土||9:30|17:30|小学生は17時まで、中高生は18時まで => FIXED Mo-Sa 09:30-18:00
|月火水木金土||9:30|17:30|中高生タイム 水・金 17:30～19:00 => FIXED Mo,Tu,Th,Sa 09:30-17:30; We,Fr 09:30-19:00
3|火木||15:00|18:00|木曜は中学生のみ18:00～20:00 => FIXED Tu 15:00-18:00; Th 15:00-20:00
3|火木||15:00|18:00|金曜は中高生のみ18:00～20:00 => FIXED Tu,Th 15:00-18:00; Fr 18:00-20:00
3|火木||15:00|18:00|学習支援は17時から => FIXED Tu,Th 15:00-18:00
3|火木||15:00|18:00|夕食は17時半から => FIXED Tu,Th 15:00-18:00
3|火木||15:00|18:00|夕食17時半～18時 => FIXED Tu,Th 15:00-18:00
`);
});

describe('seasons, counts and several days with hours of their own', () => {
  readsAsTable(`
5|土|第2土曜日|11:00|13:00|冬季は休止（12月～3月） => FIXED Sa[2] 11:00-13:00; Jan-Mar,Dec off
5|土|第2土曜日|11:00|13:00|夏季（7～9月）は休止 => FIXED Sa[2] 11:00-13:00; Jul-Sep off
5|土|第2土曜日|11:00|13:00|冬季休止期間：12月～3月 => FIXED Sa[2] 11:00-13:00; Jan-Mar,Dec off
5|土|第2土曜日|11:00|13:00|冬期閉鎖（12月～3月） => FIXED Sa[2] 11:00-13:00; Jan-Mar,Dec off
5|土|第2土曜日|11:00|13:00|7・8月を除く毎月 => FIXED Sa[2] 11:00-13:00; Jul,Aug off
5|土|毎月第2土曜日（7・8月除く）|11:00|13:00| => FIXED Sa[2] 11:00-13:00; Jul,Aug off
5|土|4月～11月の第2土曜日|11:00|13:00| => FIXED Apr-Nov Sa[2] 11:00-13:00
5|土|第2土曜日（4月～11月）|11:00|13:00| => FIXED Apr-Nov Sa[2] 11:00-13:00
5|土|第2または第3土曜日|11:00|13:00| => IRREGULAR
5|土|第2、3土曜日のいずれか|11:00|13:00| => IRREGULAR
5|土|月1回土曜日（不定）|11:00|13:00| => IRREGULAR
5|土|土曜日（月により異なる）|11:00|13:00| => IRREGULAR
5||毎月1回（主に日曜日）|11:00|13:00| => IRREGULAR
5||毎月1回、平日|11:00|13:00| => IRREGULAR
5||毎月25日|11:00|13:00| => FIXED Jan 25,Feb 25,Mar 25,Apr 25,May 25,Jun 25,Jul 25,Aug 25,Sep 25,Oct 25,Nov 25,Dec 25 11:00-13:00
5||毎月25日前後|11:00|13:00| => IRREGULAR
5||毎月25日頃|11:00|13:00| => IRREGULAR
5||毎月第2土曜日・第4水曜日|11:00|13:00| => FIXED Sa[2] 11:00-13:00; We[4] 11:00-13:00
4||第1水曜17:00～19:00、第3土曜11:00～13:00||| => FIXED We[1] 17:00-19:00; Sa[3] 11:00-13:00
4||第1水曜（17:00～19:00）・第3土曜（11:00～13:00）||| => FIXED We[1] 17:00-19:00; Sa[3] 11:00-13:00
4||第1・3水曜17:00～19:00と第2土曜11:00～13:00||| => FIXED We[1,3] 17:00-19:00; Sa[2] 11:00-13:00
3|水土|毎週水曜、第2・4土曜|17:00|19:00|土曜は11:00～13:00 => FIXED We 17:00-19:00; Sa[2,4] 11:00-13:00
3|水土|毎週水曜、第2・4土曜|17:00|19:00|土曜日は11時から13時まで => FIXED We 17:00-19:00; Sa[2,4] 11:00-13:00
毎週月曜日～金曜日（祝日・年末年始を除く）10:00～15:00 => FIXED Mo-Fr 10:00-15:00; PH off; Dec 29-Jan 03 off
月曜日から金曜日（祝祭日、12月29日～1月3日を除く）9時～16時 => FIXED Mo-Fr 09:00-16:00; PH off; Dec 29-Jan 03 off
月～土曜日\u30008：30～17：00（日曜・祝日・年末年始は休み） => FIXED Mo-Sa 08:30-17:00; PH off; Dec 29-Jan 03 off
月～金\u30009：30～15：00（祝・休園日は除く） => USUAL Mo-Fr 09:30-15:00; PH off
月～金\u30009：30～15：00（園行事の日を除く） => USUAL Mo-Fr 09:30-15:00
月・水・金（祝日、年末年始、お盆を除く）9:30～11:30 => FIXED Mo,We,Fr 09:30-11:30; PH off; Dec 29-Jan 03 off
月～金 9:00～14:00（水曜は11:30まで） => FIXED Mo,Tu,Th,Fr 09:00-14:00; We 09:00-11:30
月～金 9:00～14:00、水曜のみ9:00～11:30 => FIXED Mo,Tu,Th,Fr 09:00-14:00; We 09:00-11:30
月火木金 9:00～14:00／水 9:00～11:30 => FIXED Mo,Tu,Th,Fr 09:00-14:00; We 09:00-11:30
月火木金：9:00～14:00\u3000水：9:00～11:30\u3000土日祝：休み => FIXED Mo,Tu,Th,Fr 09:00-14:00; We 09:00-11:30; PH off
放課後～18:00 月～金 => FIXED
月～金 放課後～18:00、土 9:00～18:00 => FIXED
月～金（学校終了後～18:30）土曜 8:00～18:30 => FIXED
下校時～18:00 => IRREGULAR
土曜日 13:30〜15:30 ※第5土曜日は休み => FIXED Sa 13:30-15:30; Sa[5] off
土曜日（第5除く）13:30〜15:30 => FIXED Sa 13:30-15:30; Sa[5] off
土曜日（第5週を除く）13:30〜15:30 => FIXED Sa 13:30-15:30; Sa[5] off
毎週木曜日（第5木曜日を除く） 13:30〜15:30 => FIXED Th 13:30-15:30; Th[5] off
毎月第1～4木曜日 13:30〜15:30 => FIXED Th[1-4] 13:30-15:30
毎週木曜（祝日・8月は休み） 13:30〜15:30 => FIXED Th 13:30-15:30; PH off; Aug off
毎週木曜（祝日及び8月を除く） 13:30〜15:30 => FIXED Th 13:30-15:30; PH off; Aug off
毎週木曜 13:30〜15:30 お休み：祝日、8月、年末年始 => FIXED Th 13:30-15:30; PH off; Aug off; Dec 29-Jan 03 off
毎週木曜 13:30〜15:30 ※学校の長期休暇中は休み => FIXED
毎週木曜 13:30〜15:30（夏休み期間は10:00～12:00） => FIXED
毎週火曜と第2土曜 => FIXED Tu; Sa[2]
毎週火曜及び第2・第4土曜の10時～15時 => FIXED Tu 10:00-15:00; Sa[2,4] 10:00-15:00
毎日曜日 10時～12時 => FIXED Su 10:00-12:00
毎土曜 => FIXED Sa
毎週土日 11時～ => FIXED Sa,Su 11:00+
金土日祝 11時～18時 => FIXED Fr-Su 11:00-18:00; PH off; PH 11:00-18:00
金・土・日・祝日の11時から18時 => FIXED Fr-Su 11:00-18:00; PH off; PH 11:00-18:00
水曜定休 11:00～17:00 => FIXED Mo,Tu,Th-Su 11:00-17:00
火曜・第3水曜定休 11:00～17:00 => FIXED Mo,We-Su 11:00-17:00; We[3] off
11:00～17:00（火・第3水曜休み） => FIXED Mo,We-Su 11:00-17:00; We[3] off
月曜～土曜 11:00～14:00、17:00～20:00（日曜・祝日定休） => FIXED Mo-Sa 11:00-14:00,17:00-20:00; PH off
昼11:00～14:00 夜17:00～20:00 月曜定休 => FIXED Tu-Su 11:00-14:00,17:00-20:00
第2土曜 昼12時～14時 => FIXED Sa[2] 12:00-14:00
第2土曜 夕方5時～7時 => FIXED Sa[2] 17:00-19:00
第2土曜 夜6時から8時 => FIXED Sa[2] 18:00-20:00
第2土曜 朝8時～9時半 => FIXED Sa[2] 08:00-09:30
第2土曜 お昼の12時から => FIXED Sa[2] 12:00+
毎月第4木曜日 開場17:00 食事17:30～19:00 => FIXED Th[4] 17:30-19:00
毎月第4木曜日 17:00開場、17:30～食事、19:00終了 => FIXED Th[4] 17:30-19:00
毎月第4木曜日 17:30開始 19:00終了 => FIXED Th[4] 17:30-19:00
毎月第4木曜日 17:30スタート => FIXED Th[4] 17:30+
毎月第4木曜日 17:30オープン 19:00クローズ => FIXED Th[4] 17:30-19:00
毎月第4木曜日 開始17:30 終了19:00 => FIXED Th[4] 17:30-19:00
毎月第4木曜日 17:30より19:00まで => FIXED Th[4] 17:30-19:00
毎月第4木曜日 17:30-19:00ころ => FIXED Th[4] 17:30-19:00
毎月第4木曜日 17時半～19時位 => FIXED Th[4] 17:30-19:00
毎月第4木曜日 1730～1900 => FIXED Th[4] 17:30-19:00
毎月第4木曜日 17.30～19.00 => FIXED Th[4] 17:30-19:00
毎月第4木曜日 17：30〜19：00（18：30最終受付） => FIXED Th[4] 17:30-19:00
毎月第4木曜日（祝日の場合は第3木曜日）17：30〜19：00 => FIXED Th[4] 17:30-19:00; PH off
毎月第4木曜日（12月を除く）17：30〜19：00 => FIXED Th[4] 17:30-19:00; Dec off
毎月第4木曜日（12月は第3木曜日、8月は休み）17：30〜19：00 => FIXED Jan-Jul,Sep-Nov Th[4] 17:30-19:00; Dec Th[3] 17:30-19:00
毎月第4木曜日 ※12月は第2木曜日に開催します。 17：30〜19：00 => FIXED Jan-Nov Th[4] 17:30-19:00; Dec Th[2] 17:30-19:00
毎月第2・第4日曜日（第2：子ども食堂 第4：フードパントリー） => FIXED Su[2,4]
第1土曜：弁当配布、第3土曜：会食 11:30～13:00 => FIXED Sa[1,3] 11:30-13:00
月曜は学習支援、金曜は食堂 17時～20時 => FIXED Mo,Fr 17:00-20:00
週2回（火・金） => FIXED Tu,Fr
週1（水） => FIXED We
週に一回 土曜日 => FIXED Sa
週末（土日） 10時～15時 => FIXED Sa,Su 10:00-15:00
週末に開催 => FIXED Sa,Su
土または日（月1回） => IRREGULAR
不定期（月2回程度 土曜日） => IRREGULAR
春・夏・冬休みに開催 => IRREGULAR
夏休み期間中の月～金 10時～15時 => IRREGULAR
開催日はお問合せください => IRREGULAR
月1回 開催日はInstagramにて告知 => IRREGULAR
24時間365日 => FIXED Mo-Su 00:00-24:00
平日 9時～17時（電話相談は24時間） => FIXED Mo-Fr 09:00-17:00
準備中 => IRREGULAR
未定 => IRREGULAR
調整中 => IRREGULAR
閉鎖中 => SUSPENDED
閉店しました => SUSPENDED
令和7年3月末で終了しました => SUSPENDED
`);
});
