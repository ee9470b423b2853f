import type { Voice } from '../../domain/voice.ts';
import type { Mail } from '../mail.ts';
import { mail } from './mail.ts';

/** Tells a moderator what waits. */
export function waitingMail({
  to,
  voice,
  waiting,
  reports,
  stale,
  link,
}: {
  to: string;
  voice: Voice;
  waiting: number;
  reports: number;
  stale: number;
  link: string;
}): Mail {
  return mail(to, voice, {
    ja: {
      subject: `確認待ち ${waiting} 件、報告 ${reports} 件、1 年確認のない場所 ${stale} か所`,
      lines: [
        'いばしょの確認をお願いします。',
        '',
        `  確認待ち：${waiting} 件`,
        `  利用者からの報告：${reports} 件`,
        `  12 か月確認されていない場所：${stale} か所`,
        '',
        link,
      ],
    },
    easyJa: {
      subject: `まって いる もの ${waiting}、しらせ ${reports}、1ねん たしかめて いない ばしょ ${stale}`,
      lines: [
        'いばしょを みて ください。',
        '',
        `  まって いる もの：${waiting}`,
        `  しらせ：${reports}`,
        `  1ねん たしかめて いない ばしょ：${stale}`,
        '',
        link,
      ],
    },
    en: {
      subject: `${waiting} waiting, ${reports} reports, ${stale} places not confirmed for a year`,
      lines: [
        'Please have a look at Ibasho.',
        '',
        `  Waiting: ${waiting}`,
        `  Reports by visitors: ${reports}`,
        `  Places not confirmed for 12 months: ${stale}`,
        '',
        link,
      ],
    },
  });
}

/** Tells a moderator at once that somebody was frightened or hurt at a place. What the visitor wrote stays out of the mail. */
export function unsafeMail({ to, voice, name, link }: { to: string; voice: Voice; name: string; link: string }): Mail {
  return mail(to, voice, {
    ja: {
      subject: `【急ぎ】「${name}」でこわいことがあったという報告`,
      lines: [
        `「${name}」について、「こわいこと、いやなことがあった」という報告が届きました。`,
        '',
        'すぐに見てください。確かめるあいだ、公開を止められます。',
        link,
        '',
        '書かれた内容は、このメールには入れていません。',
      ],
    },
    easyJa: {
      subject: `【いそぎ】「${name}」で こわい ことが あったと しらせが きました`,
      lines: [
        `「${name}」で「こわい こと、いやな ことが あった」と しらせが きました。`,
        '',
        'すぐに みて ください。たしかめる あいだ、ばしょを みえなく できます。',
        link,
        '',
        'かいて ある ことは、この メールには ありません。',
      ],
    },
    en: {
      subject: `[Urgent] A report that somebody was frightened or hurt at “${name}”`,
      lines: [
        `Somebody reports that they were frightened or hurt at “${name}”.`,
        '',
        'Please look at once. You can take the place down while you find out.',
        link,
        '',
        'What they wrote is not in this mail.',
      ],
    },
  });
}

/** Tells a moderator that nobody keeps a place any more. */
export function unkeptMail({ to, voice, name, link }: { to: string; voice: Voice; name: string; link: string }): Mail {
  return mail(to, voice, {
    ja: {
      subject: `「${name}」の担当の人がいなくなりました`,
      lines: [
        `「${name}」の最後の担当の人が、担当をやめました。公開は続いています。`,
        '',
        '情報をたしかめてくれる人を探すか、もう無い場所なら公開を止めてください。',
        link,
      ],
    },
    easyJa: {
      subject: `「${name}」を まもる ひとが いなく なりました`,
      lines: [
        `「${name}」の さいごの ひとが やめました。ばしょは まだ みえて います。`,
        '',
        'たしかめて くれる ひとを さがすか、もう ない ばしょなら みえなく して ください。',
        link,
      ],
    },
    en: {
      subject: `Nobody keeps “${name}” any more`,
      lines: [
        `The last operator of “${name}” has left. It is still public.`,
        '',
        'Please find somebody to keep it true, or take it down if it is gone:',
        link,
      ],
    },
  });
}
