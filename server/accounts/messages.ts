import type { Problem } from '../domain/user-error.ts';
import { inVoice, type Voice } from '../domain/voice.ts';

interface Message {
  ja: string;
  easyJa: string;
  en: string;
}

const say = (ja: string, easyJa: string, en: string): Message => ({ ja, easyJa, en });

/** What a problem is called, by its key; `{name}` is put in. A message says what to do. */
export const MESSAGES: Record<string, Message> = {
  REQUIRED: say('入力してください。', 'かいて ください。', 'Please fill this in.'),
  INVALID: say(
    'この内容は使えません。見直してください。',
    'この かきかたは つかえません。みなおして ください。',
    'This cannot be used. Please check it.',
  ),
  TOO_LONG: say(
    '{most} 文字までにしてください（いま {length} 文字です）。',
    '{most}もじ までに して ください（いま {length}もじ です）。',
    'Please use at most {most} characters; there are {length} now.',
  ),
  NOT_FOUND: say('見つかりませんでした。', 'みつかりません でした。', 'It could not be found.'),
  CONFLICT: say(
    'ほかの人が先に変えました。違いを見て、もう一度保存してください。',
    'ほかの ひとが さきに かえました。ちがいを みて、もういちど ほぞん して ください。',
    'Somebody else changed this first. Look at the differences and save again.',
  ),
  FORBIDDEN: say(
    'この操作をする権限がありません。',
    'あなたは これを する ことが できません。',
    'You are not allowed to do this.',
  ),
  EXPIRED: say(
    '期限が切れたか、もう使われています。もう一度はじめからお願いします。',
    'じかんが すぎたか、もう つかわれて います。もういちど はじめから おねがいします。',
    'This has expired or was used already. Please start again.',
  ),
  RATE_LIMITED: say(
    '回数が多すぎます。{minutes} 分ほど待ってから、もう一度お願いします。',
    'かいすうが おおすぎます。{minutes}ふん くらい まって、もういちど おねがいします。',
    'Too many times. Please wait about {minutes} minutes and try again.',
  ),
  DUPLICATE: say(
    'すでに登録されている場所かもしれません。下の場所と見比べてください。',
    'もう ある ばしょ かもしれません。したの ばしょと くらべて ください。',
    'This place may be listed already. Please compare it with those below.',
  ),
  UNREADABLE_SCHEDULE: say(
    '「{piece}」を日時として読めませんでした。書きかたを変えるか、このまま載せるかを選んでください。',
    '「{piece}」が よめません でした。かきかたを かえるか、このまま のせるか えらんで ください。',
    '“{piece}” could not be read as days and times. Write it differently, or choose to show it as it is.',
  ),
  OUTSIDE_JAPAN: say(
    'この位置は日本の陸地にありません。地図でピンを置きなおしてください。',
    'この ばしょは にほんの りくち では ありません。ちずで ピンを おきなおして ください。',
    'This point is not on land in Japan. Please set the pin again.',
  ),
  BAD_CHECK_DIGIT: say(
    'コードの最後の数字（検査数字）が合いません。確かめてください。',
    'コードの さいごの すうじが あいません。たしかめて ください。',
    'The last digit of the code (its check digit) does not fit. Please look it up.',
  ),
  NAME: say(
    '場所の名前を入れてください。',
    'ばしょの なまえを かいて ください。',
    'Please give the name of the place.',
  ),
  KINDS: say(
    '種類を 1 つ以上選んでください。',
    'しゅるいを 1つ いじょう えらんで ください。',
    'Please choose at least one kind.',
  ),
  WHERE: say(
    '住所か、市区町村か、訪問する地域を入れてください。',
    'じゅうしょか、まちの なまえを かいて ください。',
    'Please give an address, a municipality or the area that is served.',
  ),
  CONTACT: say(
    '連絡先（電話、メール、ホームページのどれか）を入れてください。',
    'れんらくさき（でんわ、メール、ホームページの どれか）を かいて ください。',
    'Please give a telephone, a mail address or a web page.',
  ),
  UNKNOWN_CODE: say('「{code}」という項目はありません。', '「{code}」は ありません。', 'There is no “{code}”.'),
  WHOLE_NUMBER: say(
    '{from} から {to} までの整数を入れてください。',
    '{from}から {to}までの すうじを かいて ください。',
    'Please give a whole number from {from} to {to}.',
  ),
  MUNICIPALITY_CODE: say(
    '市区町村のコード（6 けた）を確かめてください。',
    'まちの コード（6けた）を たしかめて ください。',
    'Please check the six-digit code of the municipality.',
  ),
  ONE_SCHEDULE: say(
    '日時の入れかたは 1 つだけ選んでください。',
    'ひと じかんの かきかたは 1つだけ えらんで ください。',
    'Please give days and times in one way only.',
  ),
  NTH: say(
    '第 1〜第 5 か最終を選んでください。',
    'だい1から だい5か さいごを えらんで ください。',
    'Please choose first to fifth, or last.',
  ),
  TIME_ORDER: say(
    '終わりの時刻は、始まりのあとにしてください。',
    'おわりの じかんは、はじまりの あとに して ください。',
    'The end must come after the start.',
  ),
  MONTH_DAY: say(
    '12-29 のように月と日を入れてください。',
    '12-29 の ように かいて ください。',
    'Please write month and day like 12-29.',
  ),
  AGE_ORDER: say(
    '上の年齢は、下の年齢より大きくしてください。',
    'うえの としは、したの としより おおきく して ください。',
    'The upper age must be above the lower one.',
  ),
  FREE: say(
    '「子どもは無料」と料金の両方は選べません。',
    '「こどもは むりょう」と りょうきんの りょうほうは えらべません。',
    'A place that is free for children has no price for them.',
  ),
  POSTAL_CODE: say('郵便番号は 7 けたです。', 'ゆうびん ばんごうは 7けたです。', 'A postal code has seven digits.'),
  PHONE: say(
    '電話番号を確かめてください。',
    'でんわ ばんごうを たしかめて ください。',
    'Please check the telephone number.',
  ),
  EMAIL: say(
    'メールアドレスを確かめてください。',
    'メールアドレスを たしかめて ください。',
    'Please check the mail address.',
  ),
  URL: say(
    'https:// で始まるアドレスを入れてください。',
    'https:// で はじまる アドレスを かいて ください。',
    'Please give an address that begins with https://.',
  ),
  PIN_FAR: say(
    'ピンが住所から {km} km 離れています。どちらかを直してください。',
    'ピンが じゅうしょから {km}キロ はなれて います。どちらかを なおして ください。',
    'The pin is {km} km away from the address. Please correct one of them.',
  ),
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
  DAY_ORDER: say(
    '最後の日は、最初の日と同じかそのあとにしてください。',
    'さいごの ひは、さいしょの ひの あとに して ください。',
    'The last day must not be before the first.',
  ),
  DAY_PAST: say('もう過ぎた日です。', 'もう すぎた ひ です。', 'This day has passed.'),
  DAYS_MOST: say('一度に {most} 日までです。', 'いちどに {most}にち まで です。', 'At most {most} days at once.'),
  NEXT_DAYS: say(
    'きょうから 7 日のうちの日を選んでください。',
    'きょうから 7にちの なかで えらんで ください。',
    'Please choose days within the next 7.',
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
  PHOTO: say(
    'この写真は使えません。もう一度送ってください。',
    'この しゃしんは つかえません。もういちど おくって ください。',
    'This photo cannot be used. Please upload it again.',
  ),
  PHOTO_FORMAT: say(
    '写真（JPEG、PNG、WebP）として読めませんでした。',
    'しゃしん として よめません でした。',
    'This could not be read as a photo (JPEG, PNG or WebP).',
  ),
  PHOTO_SIZE: say(
    '写真は {megabytes} MB までです。',
    'しゃしんは {megabytes}MB まで です。',
    'A photo has at most {megabytes} MB.',
  ),
  PHOTOS_MOST: say('写真は {most} 枚までです。', 'しゃしんは {most}まい まで です。', 'At most {most} photos.'),
  PASSKEY: say(
    'パスキーを確かめられませんでした。もう一度お願いします。',
    'パスキーを たしかめられません でした。もういちど おねがいします。',
    'The passkey could not be verified. Please try again.',
  ),
};

/** The message of a problem in a voice. */
export function messageOf({ code, say: key, values = {} }: Problem, voice: Voice): string {
  const message = MESSAGES[key ?? code] ?? MESSAGES[code] ?? MESSAGES.INVALID;
  const text = message === undefined ? code : inVoice(message, voice);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
