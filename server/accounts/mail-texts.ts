import { inVoice, type Voice } from '../domain/voice.ts';
import type { Mail } from './mail.ts';

interface Text {
  subject: string;
  lines: string[];
}

const mail = (to: string, voice: Voice, texts: { ja: Text; easyJa: Text; en: Text }): Mail => {
  const subject = inVoice({ ja: texts.ja.subject, easyJa: texts.easyJa.subject, en: texts.en.subject }, voice);
  const lines = voice === 'en' ? texts.en.lines : voice === 'ja-easy' ? texts.easyJa.lines : texts.ja.lines;
  return { to, subject, text: `${lines.join('\n')}\n` };
};

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

export interface ConfirmMail {
  to: string;
  voice: Voice;
  name: string;
  link: string;
  editLink: string;
  /** What is shown of the place, a line each. */
  shown: string[];
}

/** Asks, every 90 days, whether what is shown is still right. */
export function confirmMail({ to, voice, name, link, editLink, shown }: ConfirmMail): Mail {
  const list = shown.map((line) => `  ${line}`);
  return mail(to, voice, {
    ja: {
      subject: `「${name}」の情報は、いまも合っていますか`,
      lines: [
        `いばしょに、「${name}」をこう載せています。`,
        '',
        ...list,
        '',
        'すべて合っていれば、このリンクを開いて「合っています」を押してください。',
        link,
        '',
        'ちがうところがあれば、ここから直せます。',
        editLink,
      ],
    },
    easyJa: {
      subject: `「${name}」は いまも あって いますか`,
      lines: [
        `いばしょに、「${name}」を こう のせて います。`,
        '',
        ...list,
        '',
        'ぜんぶ あって いれば、この リンクを ひらいて、「あって います」を おして ください。',
        link,
        '',
        'ちがう ところは、ここで なおせます。',
        editLink,
      ],
    },
    en: {
      subject: `Is “${name}” still right?`,
      lines: [
        `This is what Ibasho shows of “${name}”:`,
        '',
        ...list,
        '',
        'If all of it is right, open this link and press “All still right”:',
        link,
        '',
        'If something is wrong, mend it here:',
        editLink,
      ],
    },
  });
}

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
