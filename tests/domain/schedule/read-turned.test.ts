import { describe } from 'vitest';
import { readsAsTable } from './support/read-table.ts';

/** frequency|weekdays|days|from|to|note => certainty and the reading of a careful person. */
describe('days and hours that have become others: what was before holds no more', () => {
  readsAsTable(`
5|水|第1水曜日|17:30|19:30|令和8年4月から第1水曜日→第2金曜日に変更しました => FIXED Fr[2] 17:30-19:30
5|土|第3土曜|11:00|13:00|開催日を第3土曜⇒第4土曜に変更しました => FIXED Sa[4] 11:00-13:00
3|火|毎週火曜|16:00|18:00|令和8年6月より 火曜→木曜 に変わりました => FIXED Th 16:00-18:00
5|日|第4日曜日→第3日曜日|11:00→11:30|13:00|※右側が現在の日時です => IRREGULAR
3|月|月曜|17:00|19:00|4月から18:00〜20:00→17:00〜19:00に変更しました => FIXED Mo 17:00-19:00
5|金|第2金曜→第3金曜|18:00|20:00| => IRREGULAR
5|土|第2土曜日|12:00|14:00|R8.9月より会場が変わり、第2日曜日・11時30分～13時30分になりました => FIXED Su[2] 11:30-13:30
5|土|第2土曜日|12:00|14:00|令和8年9月から第2日曜日 11:30～13:30になりました => FIXED Su[2] 11:30-13:30
5|土|第2土曜日|12:00|14:00|今月は第3土曜に変更しました => IRREGULAR
5|土|第2土曜日|12:00|14:00|12月 第2土曜→第3土曜に変更しました => FIXED Jan-Nov Sa[2] 12:00-14:00; Dec Sa[3] 12:00-14:00
5|水|第1・3水曜|17:00|19:00|2026年10月より毎週水曜に変更しました => FIXED We 17:00-19:00
5|水|第1・3水曜|17:00|19:00|5月から第1・3金曜になりました。8月は休み => FIXED Fr[1,3] 17:00-19:00; Aug off
`);
});
