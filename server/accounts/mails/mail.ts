import { inVoice, type Voice } from '../../domain/voice.ts';
import type { Mail } from '../mail.ts';

interface Text {
  subject: string;
  lines: string[];
}

/** A mail in one of three voices. */
export function mail(to: string, voice: Voice, texts: { ja: Text; easyJa: Text; en: Text }): Mail {
  const subject = inVoice({ ja: texts.ja.subject, easyJa: texts.easyJa.subject, en: texts.en.subject }, voice);
  const lines = voice === 'en' ? texts.en.lines : voice === 'ja-easy' ? texts.easyJa.lines : texts.ja.lines;
  return { to, subject, text: `${lines.join('\n')}\n` };
}
