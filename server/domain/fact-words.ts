import type { Access, Booking } from './access.ts';
import type { Eligibility, PlaceStatus } from './place.ts';
import { inVoice, type Voice } from './voice.ts';

interface Words {
  ja: string;
  easyJa: string;
  en: string;
}
const words = (ja: string, easyJa: string, en: string): Words => ({ ja, easyJa, en });

/** What the values of closed lists are called where a change of a place is described. */

const STATUS: Record<PlaceStatus, Words> = {
  DRAFT: words('下書き', 'したがき', 'draft'),
  PENDING: words('確認を待っている', 'かくにんを まって いる', 'waiting for review'),
  PUBLISHED: words('公開中', 'みんなに みえる', 'public'),
  SUSPENDED: words('止めている', 'とめて いる', 'taken down'),
  ARCHIVED: words('終わった', 'おわった', 'ended'),
};

const ACCESS: Record<Access, Words> = {
  DROP_IN: words('ふらっと行ける', 'そのまま いける', 'just come'),
  BOOKED: words('予約して行く', 'よやくして いく', 'by booking'),
  ENROLLED: words('申しこんで通う', 'もうしこんで かよう', 'by enrolment'),
  REFERRAL: words('役所などを通して', 'やくしょなどを とおして', 'by referral'),
  VISITS: words('家に来てくれる', 'いえに きて くれる', 'they come to you'),
};

const BOOKING: Record<Booking['need'], Words> = {
  NONE: words('予約はいらない', 'よやくは いらない', 'no booking needed'),
  RECOMMENDED: words('予約したほうがよい', 'よやくした ほうが いい', 'booking recommended'),
  REQUIRED: words('予約がいる', 'よやくが いる', 'booking required'),
};

const WHO: Record<Eligibility['who'], Words> = {
  ANYONE: words('だれでも', 'だれでも', 'anyone'),
  RESIDENTS: words('決まった市区町村の人', 'きまった まちの ひと', 'residents of certain municipalities'),
  SCHOOL_DISTRICT: words('決まった学区の人', 'きまった がっくの ひと', 'certain school districts'),
  REFERRAL: words('役所などの紹介がある人', 'やくしょなどの しょうかいが ある ひと', 'people who are referred'),
};

const DEADLINE = words('{minutes} 分前まで', '{minutes}ぷん まえまで', 'until {minutes} minutes before');

export const statusText = (status: PlaceStatus, voice: Voice): string => inVoice(STATUS[status], voice);
export const accessText = (access: Access, voice: Voice): string => inVoice(ACCESS[access], voice);

const joined = (parts: (string | undefined)[]): string => parts.filter((part) => part).join('、');

export function bookingText({ need, how, deadlineMinutes, note }: Booking, voice: Voice): string {
  const deadline =
    deadlineMinutes === undefined ? '' : inVoice(DEADLINE, voice).replace('{minutes}', String(deadlineMinutes));
  return joined([inVoice(BOOKING[need], voice), how, deadline, note]);
}

export function eligibilityText({ who, municipalities = [], note }: Eligibility, voice: Voice): string {
  return joined([inVoice(WHO[who], voice), ...municipalities, note]);
}
