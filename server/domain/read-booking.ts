import type { Access, Booking } from './access.ts';

const NONE = /^(予約|申込み?|申し込み)?(は)?(なし|無し|不要|必要なし|不用|無)(です)?$/u;
const NOT_NEEDED = /(予約|申込み?|申し込み)(は)?(不要|必要ありません|なしでも|がなくても)/u;
const NEEDED =
  /要(事前)?(予約|申込み?|申し込み)|(予約|申込み?|申し込み)(が)?(必要|必須|制)|事前(予約|申込み?|申し込み|登録)(?!.*(望ましい|推奨|できれば))|(までに|より)(予約|申込|申し込)|で申し?込み|を.*へ提出/u;
const RECOMMENDED = /望ましい|推奨|できれば|なくても(対応)?可|なくても対応/u;
/** A word of a channel alone (電話;SMS) says how to book, not whether one must. */
const CHANNEL =
  /電話|tel|sms|line|ライン|メール|フォーム|ホームページ|hp|web|ネット|sns|facebook|インスタ|dm|qr|窓口|fax|連絡|問合せ|問い合わせ|相談/iu;

function needOf(how: string, note: string): Booking['need'] | null {
  const whole = `${how}\n${note}`;
  if (RECOMMENDED.test(whole)) return 'RECOMMENDED';
  // 「テイクアウトは要予約。会食は不要」: both are true of some of it.
  if (NOT_NEEDED.test(note) && NEEDED.test(note)) return 'RECOMMENDED';
  if (/会食は不要/u.test(note)) return 'RECOMMENDED';
  if (NEEDED.test(whole)) return 'REQUIRED';
  if (NONE.test(how) || NOT_NEEDED.test(whole)) return 'NONE';
  return CHANNEL.test(how) ? 'RECOMMENDED' : null;
}

/** Days before the session until whose end one can book: 前日まで 1, ２日前まで 2; null where none is stated. */
function deadlineDays(text: string): number | null {
  if (/前日まで/u.test(text)) return 1;
  if (/当日まで/u.test(text)) return null;
  const found = /(\d{1,2})日前まで/u.exec(text);
  return found ? Number(found[1]) : null;
}

/**
 * Reads 予約方法 and 予約特記事項. A channel alone is taken as RECOMMENDED: booking exists, its need is not stated.
 * @param start minutes after midnight at which the only session begins, for a deadline in days; null where unknown
 * @returns null where neither cell says anything of booking
 */
export function readBooking(how: string | undefined, note: string | undefined, start: number | null): Booking | null {
  const plainHow = (how ?? '').normalize('NFKC').trim();
  const plainNote = (note ?? '').normalize('NFKC').trim();
  const need = needOf(plainHow, plainNote);
  if (need === null) return null;
  const days = deadlineDays(`${plainHow}\n${plainNote}`);
  return {
    need,
    ...(how !== undefined && need !== 'NONE' ? { how } : {}),
    ...(days !== null && start !== null ? { deadlineMinutes: (days - 1) * 1440 + start } : {}),
    ...(note === undefined ? {} : { note }),
  };
}

/** Whether one can just go, as far as booking tells. */
export function accessByBooking(booking: Booking | null): Access | null {
  if (booking?.need === 'REQUIRED') return 'BOOKED';
  return booking?.need === 'NONE' ? 'DROP_IN' : null;
}
