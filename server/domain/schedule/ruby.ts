import type { Voice } from '../voice.ts';

/** A piece of text; `ruby` is the reading that stands over it. */
export interface Segment {
  text: string;
  ruby?: string;
}

/** Readings of the words that the schedule writer uses, the longest first. */
const READINGS: [string, string][] = (
  [
    ['毎週', 'まいしゅう'],
    ['毎月', 'まいつき'],
    ['毎日', 'まいにち'],
    ['月曜日', 'げつようび'],
    ['火曜日', 'かようび'],
    ['水曜日', 'すいようび'],
    ['木曜日', 'もくようび'],
    ['金曜日', 'きんようび'],
    ['土曜日', 'どようび'],
    ['日曜日', 'にちようび'],
    ['祝日', 'しゅくじつ'],
    ['最後', 'さいご'],
    ['回目', 'かいめ'],
    ['週', 'しゅう'],
    ['学校', 'がっこう'],
    ['時間', 'じかん'],
    ['聞', 'き'],
    ['開', 'ひら'],
    ['休', 'やす'],
    ['次', 'つぎ'],
    ['今', 'いま'],
    ['中', 'なか'],
    ['特別', 'とくべつ'],
    ['変', 'か'],
    ['行', 'い'],
    ['前', 'まえ'],
    ['決', 'き'],
    ['年', 'ねん'],
    ['毎年', 'まいとし'],
    ['月', 'がつ'],
    ['日', 'にち'],
  ] as [string, string][]
).sort((a, b) => b[0].length - a[0].length);

/** 「開く」 of a door is あく, of 「特別に開く日」 too; 「その日」, 「開く日」 are ひ. */
const PHRASES: [string, Segment[]][] = [
  ['開いて', [{ text: '開', ruby: 'あ' }, { text: 'いて' }]],
  ['開く', [{ text: '開', ruby: 'あ' }, { text: 'く' }]],
  ['の日', [{ text: 'の' }, { text: '日', ruby: 'ひ' }]],
  ['く日', [{ text: 'く' }, { text: '日', ruby: 'ひ' }]],
  ['い日', [{ text: 'い' }, { text: '日', ruby: 'ひ' }]],
  // A weekday in short, as a badge has it.
  ...Object.entries({ 月: 'げつ', 火: 'か', 水: 'すい', 木: 'もく', 金: 'きん', 土: 'ど', 日: 'にち' }).map(
    ([text, ruby]): [string, Segment[]] => [`(${text})`, [{ text: '(' }, { text, ruby }, { text: ')' }]],
  ),
];

/** Stand around words of the source while a line is made; private use, no text has them a meaning. */
const [OPEN, CLOSE] = ['\uE000', '\uE001'];
const FENCES = /[\uE000\uE001]/g;

const KANJI = /[一-龠々]/;
const DAY_READINGS: Record<string, string> = {
  1: 'ついたち',
  2: 'ふつか',
  3: 'みっか',
  4: 'よっか',
  5: 'いつか',
  6: 'むいか',
  7: 'なのか',
  8: 'ようか',
  9: 'ここのか',
  10: 'とおか',
  14: 'じゅうよっか',
  20: 'はつか',
  24: 'にじゅうよっか',
};

/** Words of the source within a line of ours: no reading is guessed over them (「開放」 is not ひら…). */
export function verbatim(text: string): string {
  return OPEN + text.replace(FENCES, '') + CLOSE;
}

/** A line as one text in which a word with its reading is `{場所|ばしょ}`; signs of such a mark in it become wide ones. */
export function markedText(line: Segment[]): string {
  const plain = (text: string) => text.replace(/[{|}]/g, (sign) => WIDE[sign] ?? sign);
  return line.map(({ text, ruby }) => (ruby === undefined ? plain(text) : `{${text}|${ruby}}`)).join('');
}
const WIDE: Record<string, string> = { '{': '｛', '|': '｜', '}': '｝' };

/** The line in segments; readings in やさしいにほんご alone, and only over words of ours. */
export function segments(line: string, voice: Voice): Segment[] {
  if (voice !== 'ja-easy') return [{ text: line.replace(FENCES, '') }];
  const result: Segment[] = [];
  const push = (segment: Segment) => {
    const last = result.at(-1);
    if (last && last.ruby === undefined && segment.ruby === undefined) last.text += segment.text;
    else result.push({ ...segment });
  };
  for (let at = 0; at < line.length;) at += readAt(line, at, push);
  return result;
}

function readAt(line: string, at: number, push: (segment: Segment) => void): number {
  if (line[at] === OPEN) {
    const end = line.indexOf(CLOSE, at);
    push({ text: line.slice(at + 1, end) });
    return end + 1 - at;
  }
  const phrase = PHRASES.find(([text]) => line.startsWith(text, at));
  if (phrase) {
    phrase[1].forEach(push);
    return phrase[0].length;
  }
  const day = /^(?<![0-9])([0-9]{1,2})日(?!曜)/.exec(line.slice(at));
  const reading = day?.[1] !== undefined && !/[0-9]/.test(line[at - 1] ?? '') ? DAY_READINGS[day[1]] : undefined;
  if (day && reading) {
    push({ text: day[0], ruby: reading });
    return day[0].length;
  }
  const word = READINGS.find(([text]) => line.startsWith(text, at));
  if (word && KANJI.test(line[at] ?? '')) {
    push({ text: word[0], ruby: word[1] });
    return word[0].length;
  }
  push({ text: line[at] ?? '' });
  return 1;
}
