const WEEKDAYS: [RegExp, string][] = [
  [/Mon(?:day)?s?/, '月曜'],
  [/Tue(?:s(?:day)?)?s?/, '火曜'],
  [/Wed(?:nesday)?s?/, '水曜'],
  [/Thu(?:rs?(?:day)?)?s?/, '木曜'],
  [/Fri(?:day)?s?/, '金曜'],
  [/Sat(?:urday)?s?/, '土曜'],
  [/Sun(?:day)?s?/, '日曜'],
];

const word = (pattern: RegExp) => new RegExp(`(?<![A-Za-z])${pattern.source}(?![A-Za-z])\\.?`, 'gi');

/** Days, weeks and hours in English, as they stand on signs, in the words that the grammar knows. */
const WORDS: [RegExp, string][] = [
  ...WEEKDAYS.map(([pattern, day]): [RegExp, string] => [word(pattern), day]),
  [/\b(?:the )?([1-5])(?:st|nd|rd|th)\b/gi, '第$1'],
  [/(第[1-5]) ?(?:&|and|,) ?(?=第[1-5])/g, '$1・'],
  [/(第[1-5]) (?=[月火水木金土日]曜)/g, '$1'],
  [/\b(?:every|weekly on) (?=[月火水木金土日]曜)/gi, '毎週'],
  [/\bweekdays\b/gi, '平日'],
  [/\b(?:closed|except)(?: on)? (?:public |national )?holidays\b/gi, '祝日休み'],
  [/\b(?:public |national )?holidays\b/gi, '祝日'],
  [/\bclosed?(?: on)?[ :]{0,2}(?=[月火水木金土日祝年第毎平]|[0-9]{1,2}(?:月|\/))/gi, '休み:'],
  [/\bclosed?[ :]{0,2}(?=(?:午前|午後)?[0-9]{1,2}(?::|時))/gi, '終了'],
  [/(?<=[月火水木金土日祝始](?:曜日?|日)? ?)closed?\b/gi, '休み'],
  [/\bopen[ :]{0,2}(?=[月火水木金土日毎第平0-9])/gi, '開館:'],
  [/([月火水木金土日]曜) ?(?:&|and) ?(?=[月火水木金土日]曜)/gi, '$1・'],
  [/\b([0-9]{1,2})(:[0-9]{2}) ?([ap])\.?m\b\.?/gi, '$3M$1$2'],
  [/\b([0-9]{1,2}) ?([ap])\.?m\b\.?/gi, '$2M$1時'],
];

/** 「Tue-Sat 10am-5pm」 is 「火曜-土曜 aM10時-pM5時」; words of other things stay as they are. */
export const readLatin = (text: string): string =>
  /[A-Za-z]{2}/.test(text) ? WORDS.reduce((read, [pattern, japanese]) => read.replace(pattern, japanese), text) : text;
