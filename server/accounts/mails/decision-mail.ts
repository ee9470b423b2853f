import type { Voice } from '../../domain/voice.ts';
import type { Mail } from '../mail.ts';
import { mail } from './mail.ts';

export type Decision = 'APPROVED' | 'ASKED_BACK' | 'REFUSED' | 'SUSPENDED' | 'RESTORED';

const DECISIONS: Record<Decision, { ja: string; easyJa: string; en: string }> = {
  APPROVED: { ja: '公開しました', easyJa: 'みんなに みえる ように なりました', en: 'is public now' },
  ASKED_BACK: {
    ja: '直してほしいところがあります',
    easyJa: 'なおして ほしい ところが あります',
    en: 'needs a change first',
  },
  REFUSED: { ja: '今回は載せられませんでした', easyJa: 'こんかいは のせられません でした', en: 'was not accepted' },
  SUSPENDED: { ja: 'いったん公開を止めました', easyJa: 'いちど みえなく しました', en: 'was taken down for now' },
  RESTORED: { ja: '公開をもとに戻しました', easyJa: 'また みえる ように しました', en: 'is public again' },
};

/** Tells an operator what a moderator decided, and why. */
export function decisionMail(mailed: {
  to: string;
  voice: Voice;
  name: string;
  decision: Decision;
  reason: string | null;
  link: string;
}): Mail {
  const { to, voice, name, decision, reason, link } = mailed;
  const words = DECISIONS[decision];
  const why = reason === null ? [] : ['', reason];
  return mail(to, voice, {
    ja: { subject: `「${name}」：${words.ja}`, lines: [`「${name}」について、${words.ja}。`, ...why, '', link] },
    easyJa: { subject: `「${name}」：${words.easyJa}`, lines: [`「${name}」は、${words.easyJa}。`, ...why, '', link] },
    en: { subject: `“${name}” ${words.en}`, lines: [`“${name}” ${words.en}.`, ...why, '', link] },
  });
}
