import { describe } from 'vitest';
import { readsAsTable } from './support/read-table.ts';

/** frequency|weekdays|days|from|to|note => certainty and the reading of a careful person. */
describe('words that could turn over what the columns say: closed meanwhile, half days, hours of the staff, breaks for cleaning', () => {
  readsAsTable(`
|水・土||10:00|15:00|※休館中も電話による栄養相談を受け付けております。 => FIXED We,Sa 10:00-15:00
|火～日||9:00|17:00|休館中でも図書の返却はできます => FIXED Tu-Su 09:00-17:00
|月～金||9:00|17:00|休館中は隣の公園をご利用ください => IRREGULAR
|火～日||9:00|17:30|夜間の部屋利用がない曜日は閉館しています => IRREGULAR
|月～土||9:00|17:00|利用者がいない日は閉館しています => IRREGULAR
|火～日||9:00|17:00|現在休館中 => SUSPENDED
|火～日||9:00|17:00|工事のため閉館しています => SUSPENDED
|||9:00|17:00|休館日:毎月最終水曜日・年末年始 ※12時～13時は施設内消毒作業のため利用できません => FIXED Mo-Su 09:00-12:00,13:00-17:00; We[-1] off; Dec 29-Jan 03 off
|||9:00|17:00|休館日:日曜日 12時から13時は館内清掃のため利用できません => FIXED Mo-Sa 09:00-12:00,13:00-17:00
|月～金||9:00|16:00|12時～13時は室内の消毒のため閉室 => FIXED Mo-Fr 09:00-12:00,13:00-16:00
|火～土||8:30|21:30|職員在勤時間 火曜日～金曜日:8時30分～16時30分 土曜日:8時30分～12時 => FIXED Tu-Sa 08:30-21:30
|火～土||8:30|21:00|職員の勤務時間:火～金曜日 9時～17時 => FIXED Tu-Sa 08:30-21:00
|月～土||9:00|21:00|管理人常駐時間は平日9時～17時 => FIXED Mo-Sa 09:00-21:00
|月～日||9:00|21:00|窓口対応時間 平日9:00～17:00 => FIXED Mo-Su 09:00-21:00
|||9:00|17:00|半日(9時～12時/13時～17時) => IRREGULAR
|||9:00|17:00|半日利用 1,000円 1日利用 2,000円 => IRREGULAR
|月～金||9:00|17:00|半日利用 1,000円 => FIXED Mo-Fr 09:00-17:00
|月～土||9:00|17:00|土曜は半日 => IRREGULAR
`);
});
