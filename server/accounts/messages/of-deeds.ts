import { type Message, say } from './say.ts';

/** Why something cannot be done. */
export const OF_DEEDS: Record<string, Message> = {
  PLACE: say(
    'この場所は見つかりませんでした。',
    'この ばしょは みつかりません でした。',
    'This place could not be found.',
  ),
  SIGN_IN: say(
    '先にサインインしてください。入力した内容はそのまま残っています。',
    'さきに サインイン して ください。かいた ものは のこって います。',
    'Please sign in first. What you typed is still there.',
  ),
  CODE: say(
    '番号が違います。あと {left} 回入れられます。',
    'ばんごうが ちがいます。あと {left}かい できます。',
    'This is not the code. You can try {left} more times.',
  ),
  CODE_EXPIRED: say(
    'この番号はもう使えません。新しいメールを送ってもらってください。',
    'この ばんごうは もう つかえません。あたらしい メールを もらって ください。',
    'This code is no longer valid. Please ask for a new mail.',
  ),
  LINK_EXPIRED: say(
    'このリンクはもう使えません。新しいメールを送ってもらってください。',
    'この リンクは もう つかえません。あたらしい メールを もらって ください。',
    'This link is no longer valid. Please ask for a new mail.',
  ),
  CONFIRMED: say(
    'もうたしかめてあります。ありがとうございます。',
    'もう たしかめて あります。ありがとう ございます。',
    'This has been confirmed already. Thank you.',
  ),
  WALL_LINK: say(
    'このリンクは使えなくなっています。場所の人に新しいリンクをもらってください。',
    'この リンクは つかえません。ばしょの ひとに あたらしい リンクを もらって ください。',
    'This link does not work any more. Please ask the place for a new one.',
  ),
  MAIL_FAILED: say(
    'メールを送れませんでした。アドレスを確かめて、しばらくしてからもう一度お願いします。',
    'メールを おくれません でした。アドレスを たしかめて、すこし あとで もういちど おねがいします。',
    'The mail could not be sent. Please check the address and try again later.',
  ),
  EMAIL_DIFFERS: say(
    'このアカウントのメールアドレスを入れてください。',
    'この アカウントの メールアドレスを かいて ください。',
    'Please give the mail address of this account.',
  ),
  NO_DRAFT: say('送る下書きがありません。', 'おくる したがきが ありません。', 'There is no draft to submit.'),
  NO_CHANGE: say('変わったところがありません。', 'かわった ところが ありません。', 'Nothing has changed.'),
  PUBLISHED_ONLY: say(
    '公開されている場所だけでできます。',
    'みんなに みえる ばしょ だけで できます。',
    'This works for published places only.',
  ),
  UNDONE: say('もう取り消してあります。', 'もう とりけして あります。', 'This has been taken back already.'),
  NOT_NEWEST: say(
    'そのあとに別の変更があるので、取り消せません。',
    'その あとに べつの へんこうが あるので、とりけせません。',
    'There was another change after this one, so it cannot be taken back.',
  ),
  ALREADY_OPERATOR: say(
    'もうこの場所の担当です。',
    'もう この ばしょの ひと です。',
    'You operate this place already.',
  ),
  DECIDED: say(
    'ほかの人がもう決めています。',
    'ほかの ひとが もう きめて います。',
    'Somebody else has decided this already.',
  ),
  REASON: say(
    '理由を書いてください。相手に届きます。',
    'りゆうを かいて ください。',
    'Please give a reason; it is mailed.',
  ),
  SAME_PLACE: say('別の場所を選んでください。', 'べつの ばしょを えらんで ください。', 'Please choose another place.'),
  PASSKEY: say(
    'パスキーを確かめられませんでした。もう一度お願いします。',
    'パスキーを たしかめられません でした。もういちど おねがいします。',
    'The passkey could not be verified. Please try again.',
  ),
};
