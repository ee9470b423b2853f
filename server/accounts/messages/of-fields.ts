import { type Message, say } from './say.ts';

/** What is wrong with something that was entered. */
export const OF_FIELDS: Record<string, Message> = {
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
  CLOSING_DAY: say(
    'いつも休む曜日が、週に 1 日か 2 日になるように、開いている曜日を選んでください。',
    'いつも やすむ ようびが ひとつか ふたつに なるように、あいている ようびを えらんで ください。',
    'Please choose the days on which it is open so that one or two closing days of the week are left.',
  ),
  AFTER_HOLIDAYS: say(
    '祝日に休むなら、祝日の翌日が祝日のときに開くことはできません。',
    'しゅくじつに やすむなら、しゅくじつの つぎの ひが しゅくじつの ときに あくことは できません。',
    'A place that is closed on national holidays cannot open on one because it is the day after another.',
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
};
