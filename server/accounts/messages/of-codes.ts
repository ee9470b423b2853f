import { type Message, say } from './say.ts';

/** What each code of `userErrors` says where nothing more is known. */
export const OF_CODES: Record<string, Message> = {
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
};
