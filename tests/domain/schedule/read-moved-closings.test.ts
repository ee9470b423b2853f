import { describe, expect, it } from 'vitest';
import { readSchedule } from '../../../server/domain/schedule/read-text/read-schedule.ts';

/** What a text makes of hours, closing days and holidays. */
function told(text: string) {
  const { certainty, rules, closures, holidays } = readSchedule({ text });
  return { certainty, rules, closures, holidays };
}

describe('a closing day that falls on a holiday moves to the next working day, in whatever words', () => {
  it.each(
    `
祝日にあたるときは翌日等の平日
祝日の場合は翌日以降の最も近い平日
祝日の場合はその翌日以降の最初の平日
祝日または振替休日の場合は直後の平日
祝日・休日の場合は翌日以降の直近の平日
ただし、月曜日が祝日に当たる場合は、その日以後の最初の平日
祝日の場合は次の平日
祝日の場合はその翌日以降で最初の平日
月曜日が祝日・振替休日の場合は、翌日の火曜日
月曜日が祝日の場合、翌日以降最初の平日を休館
祝日の場合、次の開館日を振替休館`
      .trim()
      .split('\n'),
  )('%s', (words) => {
    const plain = told('営業時間 9:00～17:00 休み 月曜日（祝日の場合は翌平日）、年末年始');
    expect(plain.certainty).toBe('FIXED');
    expect(plain.closures.some(({ movesPastHoliday }) => movesPastHoliday)).toBe(true);
    const { holidays, rules, closures, certainty } = told(`営業時間 9:00～17:00 休み 月曜日（${words}）、年末年始`);
    expect({ certainty, rules, closures, holidays }).toEqual(plain);
  });

  it('is doubtful where the words for what becomes of it are not known', () => {
    for (const words of ['祝日の場合は市の定める日', '祝日のときは平日に準ずる日'])
      expect(told(`営業時間 9:00～17:00 休み 月曜日（${words}）`).certainty).toBe('IRREGULAR');
  });
});
