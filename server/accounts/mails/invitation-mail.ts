import type { Voice } from '../../domain/voice.ts';
import type { Mail } from '../mail.ts';
import { mail } from './mail.ts';

/** Invites somebody to operate a place too. */
export function invitationMail({
  to,
  voice,
  name,
  link,
}: {
  to: string;
  voice: Voice;
  name: string;
  link: string;
}): Mail {
  return mail(to, voice, {
    ja: {
      subject: `「${name}」の担当に招かれました`,
      lines: [
        `いばしょの「${name}」の情報を、いっしょに守ってほしいという招待です。`,
        '',
        'このメールアドレスでサインインすると、担当になります。',
        link,
        '',
        '心当たりがなければ、このメールは捨ててください。',
      ],
    },
    easyJa: {
      subject: `「${name}」の ひとに よばれました`,
      lines: [
        `いばしょの「${name}」を、いっしょに なおして ほしい という メールです。`,
        '',
        'この メールアドレスで サインイン すると、できる ように なります。',
        link,
        '',
        'しらない メール なら、すてて ください。',
      ],
    },
    en: {
      subject: `You are invited to keep “${name}”`,
      lines: [
        `Somebody asks you to help keep “${name}” on Ibasho true.`,
        '',
        'Sign in with this mail address to begin:',
        link,
        '',
        'If you do not know what this is, throw it away.',
      ],
    },
  });
}
