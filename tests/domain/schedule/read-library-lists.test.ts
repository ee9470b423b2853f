import { describe, expect, it } from 'vitest';
import { readSchedule } from '../../../server/domain/schedule/read-text/read-schedule.ts';
import { readsAsTable } from './support/read-table.ts';

/** frequency|weekdays|days|from|to|note => certainty and the reading of a careful person. */
describe('lists of libraries and halls: closing days that are said of a weekday first, moved ones beside seasons, hours of some days in brackets', () => {
  readsAsTable(`
|||9:30|17:30|毎週火曜日は休館日（火曜日が祝日の場合はその翌日）、年末年始、館内整理日（毎月最終木曜日） => FIXED
|||9:30|17:30|毎週月曜日は休館日、年末年始、館内整理日（毎月第3金曜日） => FIXED Tu-Su 09:30-17:30; Fr[3] off; Dec 29-Jan 03 off
|||9:00|17:00|水曜日は休館日、祝日、年末年始（12月28日～1月4日） => FIXED Mo,Tu,Th-Su 09:00-17:00; PH off; Dec 28-Jan 04 off
|||9:00|17:00|休館日：毎週水曜日、図書整理日（毎月末日）、年末年始 => FIXED
|||10:00|18:00|（※土曜日のみ午前10時～午後7時）休館日：毎週火曜日、毎月最終水曜日 => FIXED Mo,We-Fr,Su 10:00-18:00; Sa 10:00-19:00; We[-1] off
|||9:00|17:00|（日曜日のみ10時～16時）休館日：月曜日 => FIXED Tu-Sa 09:00-17:00; Su 10:00-16:00
|||9:00|19:00|※土日のみ午後5時まで 休館日：毎週水曜日 => FIXED Mo,Tu,Th,Fr 09:00-19:00; Sa,Su 09:00-17:00
|||9:00|18:00|休館日：木曜日、特別整理期間（2月1日 - 2月11日）、年末年始（12月28日 - 1月4日） => FIXED Mo-We,Fr-Su 09:00-18:00; Feb 01-Feb 11 off; Dec 28-Jan 04 off
|火～日||9:00|18:00|年末年始（12/29 - 1/3）は休館 => FIXED Tu-Su 09:00-18:00; Dec 29-Jan 03 off
|月～金||9:00|17:00|お盆（8月13日 － 8月15日）休み => FIXED Mo-Fr 09:00-17:00; Aug 13-15 off
|||||火～金曜日（祝日は休み） / 10:00～12:00 開所 12:00～13:00 消毒・清掃のため閉所 13:00～16:00 開所 => FIXED Tu-Fr 10:00-12:00,13:00-16:00; PH off
|||||月～金 9:30～12:00開館 12:00～13:00閉館 13:00～16:30開館 => FIXED Mo-Fr 09:30-12:00,13:00-16:30
|月～土||||9時～12時開室、12時～13時清掃のため閉室、13時～17時開室 => FIXED Mo-Sa 09:00-12:00,13:00-17:00
|火水木金土日||||4月から9月 午前10時から午後5時30分 / 10月から3月 午前10時から午後5時 / 月曜日が祝日の場合は火曜日休館 => FIXED
|||9:00|17:00|休館日：第2を除く土曜日、日曜日、祝日 => FIXED Mo-Fr,Sa[2] 09:00-17:00; PH off
|||9:00|17:00|休館日：日曜日、第1・第3以外の土曜日 => FIXED Mo-Fr,Sa[1,3] 09:00-17:00
|||||12月1日(火) / 10時00分～11時30分 / 児童館 / 2月2日(火) 〃 〃 / 3月2日(火) 〃 〃 => IRREGULAR
|||||4月10日 10時～12時 5月8日 〃 6月12日 〃 => IRREGULAR
`);
});

it('a closing day that moves past a holiday is closed in every season', () => {
  const note = '4月から9月 10時から17時30分 / 10月から3月 10時から17時 / 月曜日が祝日の場合は火曜日休館';
  const { rules, closures } = readSchedule({ weekdays: '火水木金土日', note });
  expect(rules).toHaveLength(4);
  expect(closures).toMatchObject([{ movesPastHoliday: true, days: { weekdays: [1], months: [], season: null } }]);
});
