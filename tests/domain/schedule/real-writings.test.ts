import { describe, expect, it } from 'vitest';
import { readSchedule } from '../../../server/domain/schedule/read-text/read-schedule.ts';
import type { ScheduleText } from '../../../server/domain/schedule/schedule.ts';
import { writeOsm } from '../../../server/domain/schedule/write-osm.ts';

/**
 * How schedules are really written (こども食堂, 児童館, ひろば, 保育所): the examples collected for the format, numbered
 * as there, with the reading that a careful person gives. What only a guess could read must not pass as determined.
 */
const inColumns = (weekdays: string, from: string, to: string, note: string, frequency = ''): ScheduleText => ({
  frequency,
  weekdays,
  from,
  to,
  note,
});
const monthly = (...days: string[]) =>
  ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
    .flatMap((month) => days.map((day) => `${month} ${day}`))
    .join(',');

const DETERMINED: [string, string | ScheduleText, 'FIXED' | 'USUAL', string][] = [
  ['1', inColumns('金', '18:00', '20:00', '原則第2・4金曜日だが変動あり', '4'), 'USUAL', 'Fr[2,4] 18:00-20:00'],
  ['3', '毎月第三火曜日とその直後の木曜日 18:00–19:00', 'FIXED', 'Tu[3] 18:00-19:00; Tu[3] +2 days 18:00-19:00'],
  ['4', '毎月第二火曜日、第四木曜日 16:00–20:00', 'FIXED', 'Tu[2] 16:00-20:00; Th[4] 16:00-20:00'],
  ['5', '毎月最終金曜日 17:30–18:30', 'FIXED', 'Fr[-1] 17:30-18:30'],
  ['6', '平日 15時30分～', 'FIXED', 'Mo-Fr 15:30+'],
  ['7', '奇数月の第2水曜日 17:30–20:00', 'FIXED', 'Jan,Mar,May,Jul,Sep,Nov We[2] 17:30-20:00'],
  ['7', '奇数月 最終日曜日', 'FIXED', 'Jan,Mar,May,Jul,Sep,Nov Su[-1]'],
  ['7', '偶数月 第1土曜日', 'FIXED', 'Feb,Apr,Jun,Aug,Oct,Dec Sa[1]'],
  [
    '8',
    inColumns('木日', '', '', '夏季（4月～10月）18:00 冬季（11月～3月）17:00'),
    'FIXED',
    'Jan-Mar,Nov,Dec Th,Su 17:00+; Apr-Oct Th,Su 18:00+',
  ],
  [
    '9',
    inColumns('土', '17:30', '19:00', '11月～2月は17：00～18：30'),
    'FIXED',
    'Mar-Oct Sa 17:30-19:00; Jan,Feb,Nov,Dec Sa 17:00-18:30',
  ],
  ['11', '毎月第3火曜日二部制 1回目5:30～6:15 2回目6:30～7:15', 'FIXED', 'Tu[3] 17:30-18:15,18:30-19:15'],
  [
    '12',
    '第4水曜日(1)17:00～17:45 (2)17:45～18:30 15:00～18:00(食材配布)',
    'FIXED',
    'We[4] 15:00-18:00,17:00-17:45,17:45-18:30',
  ],
  [
    '13',
    '第2火 17:30～ 第2金 18:00～ 第3土 10:00～ 第4土 12:00～',
    'FIXED',
    'Tu[2] 17:30+; Fr[2] 18:00+; Sa[3] 10:00+; Sa[4] 12:00+',
  ],
  [
    '14',
    '毎週火～木 11:30～18:00 金～土 11:30～20:00(15～17時休憩) 第4日 12:00～(お弁当のみ)',
    'FIXED',
    'Tu-Th 11:30-18:00; Fr,Sa 11:30-15:00,17:00-20:00; Su[4] 12:00+',
  ],
  ['15', 'いちごの日と肉の日(15日・29日)', 'FIXED', monthly('15', '29')],
  ['15', '毎月12日 14:00–19:30', 'FIXED', `${monthly('12')} 14:00-19:30`],
  ['15', '毎月7日', 'FIXED', monthly('07')],
  ['16', '第1～3土曜日, 1部11:30～12:50 2部13:00～14:20', 'FIXED', 'Sa[1-3] 11:30-12:50,13:00-14:20'],
  ['18', '毎週水曜日(第5週は休み)', 'FIXED', 'We; We[5] off'],
  ['18', '毎週土曜日(第3土曜日除く)', 'FIXED', 'Sa; Sa[3] off'],
  ['20', '月～金(祝祭日を除く)の週5日', 'FIXED', 'Mo-Fr; PH off'],
  [
    '21',
    inColumns('火', '', '', '学習支援は中学生15:00~20:00、小学生17:00~19:00'),
    'FIXED',
    'Tu 15:00-20:00,17:00-19:00',
  ],
  [
    '26',
    inColumns(
      '月水木金土日',
      '9:00',
      '18:00',
      '火曜・休日（5月5日こどもの日は開館し翌日休み）・年末年始（12/28～1/4）はお休み。',
    ),
    'FIXED',
    'Mo,We-Su 09:00-18:00, May 05 09:00-18:00; PH off; May 05 PH 09:00-18:00; Dec 28-Jan 04 off; May 06 off',
  ],
  [
    '27',
    { from: '9:00', to: '17:00', note: '休館日 毎週月曜(祝日は開館)' },
    'FIXED',
    'Tu-Su 09:00-17:00; PH 09:00-17:00',
  ],
  [
    '36',
    inColumns('月火水木金土', '7:30', '18:30', '祝日及び12/29～1/3は休園、延長保育19:00まで'),
    'FIXED',
    'Mo-Sa 07:30-18:30; PH off; Dec 29-Jan 03 off',
  ],
  [
    '36',
    inColumns('月火水木金土', '7:00', '19:00', '土曜は18時30分まで(日曜・年末年始等はお休み)'),
    'FIXED',
    'Mo-Fr 07:00-19:00; Sa 07:00-18:30; Dec 29-Jan 03 off',
  ],
  [
    '22',
    '9:30〜17:30〜21時; 乳幼児親子・小学生は17:30まで, 中学生の学習室は19時まで, 高校生は21時まで; 休館 水曜(祝日開館), 12/28〜1/4',
    'FIXED',
    'Mo,Tu,Th-Su 09:30-17:30,17:30-19:00,19:00-21:00; PH 09:30-17:30,17:30-19:00,19:00-21:00; Dec 28-Jan 04 off',
  ],
  ['37', '月・水・木 10–15', 'FIXED', 'Mo,We,Th 10:00-15:00'],
  ['37', '週1日原則水曜 9–11', 'USUAL', 'We 09:00-11:00'],
  [
    '23',
    '4–9月 14–17時, 3・10・11月 14–16:30, 12–2月 14–16時; 土日・学校休業日は10時から; 休館 月曜, 祝日, お盆 8/13–15, 12/29–1/3',
    'FIXED',
    'Jan,Feb,Dec Tu-Fr 14:00-16:00; Mar,Oct,Nov Tu-Fr 14:00-16:30; Apr-Sep Tu-Fr 14:00-17:00; Jan,Feb,Dec Sa,Su 10:00-16:00; Mar,Oct,Nov Sa,Su 10:00-16:30; Apr-Sep Sa,Su 10:00-17:00; Jan,Feb,Dec SH Tu-Fr off; Mar,Oct,Nov SH Tu-Fr off; Apr-Sep SH Tu-Fr off; Jan,Feb,Dec SH Sa,Su off; Mar,Oct,Nov SH Sa,Su off; Apr-Sep SH Sa,Su off; Jan,Feb,Dec SH Tu-Fr 10:00-16:00; Mar,Oct,Nov SH Tu-Fr 10:00-16:30; Apr-Sep SH Tu-Fr 10:00-17:00; Jan,Feb,Dec SH Sa,Su 10:00-16:00; Mar,Oct,Nov SH Sa,Su 10:00-16:30; Apr-Sep SH Sa,Su 10:00-17:00; PH off; Aug 13-Aug 15 off; Dec 29-Jan 03 off',
  ],
];

const UNDETERMINED: [string, string | ScheduleText][] = [
  ['-', '毎週土曜日（第1土曜日は12:00～14:00、その他は10:00～12:00）'],
  ['-', inColumns('月火水木金', '9:00', '16:00', '（12時～13時は昼食タイム）')],
  ['2', inColumns('', '18:00', '20:00', '不定期（友引の前日など）', '5')],
  ['5', '毎月最終土or日曜日'],
  ['6', '2ヶ月に1回 第2火曜日 16時～18時'],
  ['6', '年10回 16時～19時'],
  ['8', '毎月第2・第4土曜 15:00–17:00, 夏季は30分後ろ倒し'],
  ['10', inColumns('水', '16:00', '19:00', '10月～3月の冬期に限り小学生は16:00～18:00')],
  ['17', '開催日はチラシ等で3か月ごとにお知らせ'],
  ['17', '木曜（第3もしくは第4）'],
  ['17', '第3水曜日もしくは木曜日'],
  ['18', '毎月第４または第５金曜日'],
  ['19', '大学の授業期間に月1回(年7回程度)'],
  ['19', '春休み 夏休み 10月 12月'],
  ['19', '毎月第3金曜日 夏休みなどは限定で週1'],
  ['20', '隔月第2・第4火曜日'],
  ['24', '夏休み期間中は9時から, 正午–13時は家庭で; 日曜・祝日・8/14, 15休館'],
  ['25', '9月–4月 9:30–12, 13–17:30 / 5–8月 10–12, 13–18; 土曜・長期休みの小学生以上は13時から; 日祝, 12/29–1/3'],
  ['27', '【4/1～9/30】9:15～17:30【10/1～3/31】9:15～17:00; 月曜日、第3日曜日'],
  ['28', '第3日曜日・祝日・12/28–1/3 休館'],
  ['30', '月~金と第4土曜 9–11:30, 13–15:30; 通常0~3歳, 春休み(3/25–4/4)は就学前まで'],
  ['31', '9–12 おおむね1歳半からの幼児, 12–15 1歳半まで; 休 月火・年末年始・センター休館日; 定員20組'],
  ['32', '平日・月1回土曜 10–15時(12–13ランチ); 0歳対象日 4日・26日 10–12 (他は入館不可), 1歳対象日'],
  ['33', '臨時休所 2025-05-21, 2026-01-29; 10–12 / 13–16 (12–13消毒)'],
  ['34', '午前9:30–12 午後13:30–16 ※第1・3土曜は15:30まで'],
];

const asText = (text: string | ScheduleText): ScheduleText => (typeof text === 'string' ? { text } : text);

describe('schedules as they are really written', () => {
  it.each(DETERMINED)('%s. %j is %s: %s', (_, text, certainty, osm) => {
    const schedule = readSchedule(asText(text));
    expect(schedule.certainty).toBe(certainty);
    expect(writeOsm(schedule)).toEqual({ osm });
  });

  it.each(UNDETERMINED)('%s. %j is not determined', (_, text) => {
    expect(readSchedule(asText(text)).certainty).toBe('IRREGULAR');
  });

  it('現在休止中 is suspended, 非公開 is unknown', () => {
    expect(readSchedule({ text: '現在休止中' }).certainty).toBe('SUSPENDED');
    expect(readSchedule({ weekdays: '非公開' }).certainty).toBe('UNKNOWN');
  });

  it('35. a start that no clock gives stays open, the end holds', () => {
    const { certainty, rules } = readSchedule({ text: '(平日)放課後から18:30' });
    expect(certainty).toBe('FIXED');
    expect(rules[0]).toMatchObject({ weekdays: [1, 2, 3, 4, 5], slots: [{ start: null, end: 1110 }] });
  });

  it('21. keeps for whom each of the hours is', () => {
    const { rules } = readSchedule(inColumns('火', '', '', '学習支援は中学生15:00~20:00、小学生17:00~19:00'));
    expect(rules[0]?.slots).toMatchObject([
      { start: 900, end: 1200, ages: [{ stages: ['JUNIOR_HIGH'] }] },
      { start: 1020, end: 1140, ages: [{ stages: ['PRIMARY_LOWER', 'PRIMARY_UPPER'] }] },
    ]);
  });
});
