import type { Voice } from '../../domain/voice.ts';
import type { Mail } from '../mail.ts';
import { mail } from './mail.ts';

export interface SignInMail {
  to: string;
  voice: Voice;
  link: string;
  code: string;
  minutes: number;
}

/** The link and the code that sign in. */
export function signInMail({ to, voice, link, code, minutes }: SignInMail): Mail {
  return mail(to, voice, {
    ja: {
      subject: `いばしょ サインイン番号 ${code}`,
      lines: [
        'いばしょへのサインインです。',
        '',
        'メールを頼んだ画面に、この番号を入れてください。',
        '',
        `    ${code}`,
        '',
        'または、このリンクを開いて「サインインする」を押してください。',
        link,
        '',
        `どちらも ${minutes} 分間、1 回だけ使えます。`,
        '心当たりがなければ、このメールは捨ててください。何も起こりません。番号をだれにも教えないでください。',
      ],
    },
    easyJa: {
      subject: `いばしょ サインイン ばんごう ${code}`,
      lines: [
        'いばしょに サインイン する メールです。',
        '',
        'この ばんごうを、さっきの がめんに いれて ください。',
        '',
        `    ${code}`,
        '',
        'または、この リンクを ひらいて、「サインイン する」を おして ください。',
        link,
        '',
        `どちらも ${minutes}ふんの あいだ、1かい だけ つかえます。`,
        'しらない メール なら、すてて ください。ばんごうを だれにも おしえないで ください。',
      ],
    },
    en: {
      subject: `Ibasho sign-in code ${code}`,
      lines: [
        'This signs you in to Ibasho.',
        '',
        'Type this code on the page where you asked for this mail:',
        '',
        `    ${code}`,
        '',
        'Or open this link and press “Sign in”:',
        link,
        '',
        `Both are valid for ${minutes} minutes, once.`,
        'If you did not ask for this, throw it away; nothing will happen. Tell the code to nobody.',
      ],
    },
  });
}
