import { describe, expect, it } from 'vitest';
import { readSchedule } from '../../../server/domain/schedule/read-text/read-schedule.ts';
import type { Schedule } from '../../../server/domain/schedule/schedule.ts';
import { writeOsm } from '../../../server/domain/schedule/write-osm.ts';
import { textOf } from './support/read-table.ts';
import { expandOsm } from './support/same-hours.ts';

/** Of other things than days and hours: prices, places, who may come, desks, reports, what is held in a month. */
const REMARKS = `
参加費無料
要予約
雨天中止
駐車場なし
駐車場は10台分
定員20名
対象：0～3歳と保護者
お弁当持参
車での来館不可
電話 0123-45-6789
詳細はホームページをご覧ください
小学生以下は保護者同伴
初回は利用登録が必要
予約受付：毎月1日～10日
開催日の3日前までに要予約
前日の午後5時までに予約してください
LINEで申込み
メールは24時間受付
相談は随時受付
見学は水曜日の10時から
入会説明会は毎月第1土曜10:00～
都合により臨時休館することがあります
台風接近時は休館することがあります
警報が発令された場合は休み
2階は改修中のためご利用いただけません
飲み物以外の持ち込みはご遠慮ください
休館中でも図書の返却はできます
換気や消毒をしています
12月はクリスマス会
8月は会場変更
昨年は5月3日に開催しました
設立:2015年4月
1回につき2時間、月に5回まで申し込めます
保護者会は月1回開いています
アレルギーのある方は事前にご相談ください
ひとり親家庭の交流の日です
大人300円、子ども無料
先着30食
なくなり次第終了
持ち物：タオル、着替え
問い合わせは市役所子育て支援課まで
お車でお越しの方は近隣の駐車場をご利用ください
中学生以上は有料
雨の日は室内で遊びます
内容は都合により変更することがあります
夏休み期間中は混雑します
助産師さんが来ます
発熱のある方は利用できません
きょうだいでの参加もできます
令和7年度から新しくなりました
毎月のおたよりを配布しています
受付は11時30分まで
1回50分の入替制
駅から徒歩5分
4～6月の回は 3/10 から受付
11月5日(木)から窓口で受付
参加希望は10/6(火)～10/12(月)に電話で申込み
2月10日必着
開催日の2日前（木曜日）の正午まで
18時20分ごろに夕食
（12:10ごろからランチタイム）
9月生まれのお子さんにカードを差し上げます
7月のうちわ製作
発表会（2月）
広報10月号に掲載
確認日：2026-07-15
令和6年10月に現在地へ移転しました
令和5年3月に新設された児童館です
館内が混み合うため、一時駐車場が使えないことがあります
付き添いの方は対象外
内容の変更や中止はSNSでお知らせします
お子さんの体調が悪いときは参加を見合わせてください
絵本の貸出（1人5冊まで、2週間）
申込用紙は子育て支援課へ提出
大人のみ月800円
子どもは無料、大人のみ300円
咳などの症状がある場合は来館をお控えください
生後4か月から小学2年生までの子がいる家庭
お茶・水以外は持ち込めません
寒い日は室内で遊びます
5か月を迎える赤ちゃんをお祝いします
`;

const SCHEDULES = `
第2・第4土曜 11:30～13:30
毎週火曜日 10:00～12:00
毎月第3日曜日(8月は休み) 11:00～14:00
月～金 9:00～16:00
月～金 9:00～12:00、13:00～16:00
火～日 9:30～17:00 休館日 月曜日、年末年始
9:00～17:00 休館日 毎週月曜日・第3木曜日・年末年始（12月28日～1月4日）
開館時間 9:00～17:00 休館日 月曜日・祝日
平日 14:00～18:00 土曜 9:00～17:00
平日10時～18時、土日祝10時～17時 水曜休館
月～土 10:00～18:00（土曜は17:00まで） 日曜・祝日休み
4月～9月 9:00～18:00 10月～3月 9:00～17:00 月曜休館
奇数月の第1土曜 10:00～12:00
毎月15日 11:00～13:00
第1土曜 10:00～12:00、第3木曜 17:00～19:00
|土|第2土曜日|11:00|13:00|
|月～金||10:00|15:00|祝日、年末年始は休み
|月～金||10:00|15:00|水曜は12:00まで
|火水木金土||9:30|16:30|第3火曜は休み
|水|毎週水曜日|16:00|18:00|8月は休み
|月～土||9:00|17:00|12:00～13:00は休憩
5|日|第3日曜日|11:30|13:30|12月は第2日曜日
||火・木 10:00～12:00、土 13:00～15:00|||
||月曜日～金曜日|9:00|16:30|
9:30～18:00 月曜定休
毎週水曜（第5水曜は休み） 16:00～18:30
月曜日から土曜日 午前10時から午後6時まで（祝日・年末年始を除く）
夏期(7～9月) 9:00～18:00、その他 9:00～17:00 火曜休み
|土日||10:00|16:00|年末年始を除く
`;

const lines = (text: string) => text.split('\n').filter((line) => line !== '');
const osmOf = (schedule: Schedule): string => {
  const written = writeOsm(schedule);
  return 'osm' in written ? written.osm : JSON.stringify(schedule.rules);
};
const isSame = (a: string, b: string) => a === b || JSON.stringify(expandOsm(a)) === JSON.stringify(expandOsm(b));

/** The remark behind, before and in brackets, as a sentence, on a line of its own or joined by a comma. */
function beside(schedule: string, remark: string): string[] {
  const behind = [`。${remark}`, `※${remark}`, ` ${remark}`, `、${remark}`, ` / ${remark}`, `(${remark})`];
  const before = [`${remark}。`, `${remark}※`, `${remark} / `];
  if (!schedule.includes('|'))
    return [...behind.map((end) => schedule + end), ...before.map((head) => head + schedule)];
  const at = schedule.lastIndexOf('|') + 1;
  const [cells, note] = [schedule.slice(0, at), schedule.slice(at)];
  if (note === '') return [cells + remark];
  return [...behind.map((end) => cells + note + end), ...before.map((head) => cells + head + note)];
}

const ALONE = lines(SCHEDULES).map((schedule) => ({ schedule, alone: readSchedule(textOf(schedule)) }));

describe('a remark beside days and hours', () => {
  it.each(lines(REMARKS))('%s: changes nothing, or makes the whole unsure', (remark) => {
    const changed = ALONE.flatMap(({ schedule, alone }) => {
      expect([schedule, alone.certainty]).toEqual([schedule, 'FIXED']);
      return beside(schedule, remark).flatMap((text) => {
        const read = readSchedule(textOf(text));
        const isSure = read.certainty === 'FIXED' || read.certainty === 'USUAL';
        return isSure && !isSame(osmOf(read), osmOf(alone)) ? [`${text} => ${osmOf(read)}`] : [];
      });
    });
    expect(changed).toEqual([]);
  });
});
