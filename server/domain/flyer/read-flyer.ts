import type { AgeBand } from '../age.ts';
import type { Booking } from '../access.ts';
import type { Fee } from '../place.ts';
import { foldAgeText, readAges } from '../read-ages.ts';
import { readBooking } from '../read-booking.ts';
import { type FeeText, readFee } from '../read-fee.ts';
import { readSchedule } from '../schedule/read-text/read-schedule.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { hasUndated, withYears } from './dates.ts';
import { normalLine, type Piece, piecesOf } from './lines.ts';
import { activitiesIn, type CodeFound, kindsIn } from './words.ts';

/** A text that was read, with the words it came from. */
export interface TextFound {
  value: string;
  words: string;
}

/** What a flyer says, each with the words that it came from; null where nothing was found that can be trusted. */
export interface Flyer {
  name: TextFound | null;
  kinds: CodeFound[];
  activities: CodeFound[];
  schedule: (TextFound & { reading: Schedule }) | null;
  ages: { bands: AgeBand[]; words: string } | null;
  fee: { fee: Fee; words: string } | null;
  booking: { need: Booking['need']; words: string } | null;
  address: TextFound | null;
  phones: TextFound[];
  emails: TextFound[];
  url: TextFound | null;
}

/**
 * Reads the text of a flyer or of a notice. Nothing is made up: what it does not say stays null, for a person to fill in.
 * @param now ms since the epoch: a day without its year is the next one
 */
export function readFlyer(text: string, now: number): Flyer {
  const pieces = piecesOf(text);
  const name = nameIn(pieces);
  return {
    name,
    kinds: kindsIn(name?.value ?? '').length > 0 ? kindsIn(name?.value ?? '') : kindsIn(text),
    activities: activitiesIn(text),
    schedule: scheduleIn(pieces, now),
    ages: agesIn(pieces),
    fee: feeIn(pieces),
    booking: bookingIn(pieces),
    address: addressIn(pieces),
    phones: phonesIn(pieces),
    emails: matchesIn(text, /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu),
    url: matchesIn(text, /https?:\/\/[^\s<>"'、。）)」』]+/gu)[0] ?? null,
  };
}

const of = (pieces: Piece[], ...topics: Piece['topic'][]) => pieces.filter(({ topic }) => topics.includes(topic));

const NAME_WORDS =
  /食堂|ひろば|広場|児童館|センター|カフェ|サロン|クラブ|教室|の会|ハウス|スペース|ルーム|塾|図書館|公民館|園$|パーク|居場所|の家|キッチン/u;
const NEWSLETTER = /(?:だより|便り|通信|ニュース|新聞|かわら版)$/u;
const LONGEST_NAME = 40;

function nameIn(pieces: Piece[]): TextFound | null {
  const [labelled] = of(pieces, 'name').filter(({ value }) => value !== '');
  if (labelled) return { value: labelled.value.split('\n')[0] ?? '', words: labelled.words };
  const lines = of(pieces, null).filter(
    ({ value }) => (!/[。!！?？]$/u.test(value) || /[「『]/u.test(value)) && !NEWSLETTER.test(bare(value)),
  );
  for (const { value, words } of lines) {
    const quoted = /[「『【“"]([^」』】”"]{2,40})[」』】”"]/u.exec(value)?.[1];
    if (quoted && NAME_WORDS.test(quoted)) return { value: quoted, words };
  }
  const named = lines.find(({ value }) => NAME_WORDS.test(value) && bare(value).length <= LONGEST_NAME);
  const chosen = named ?? lines.find(({ value }) => bare(value).length >= 2 && bare(value).length <= 25);
  return chosen ? { value: bare(chosen.value), words: chosen.words } : null;
}

/** A headline without its ornaments and without what announces it. */
function bare(line: string): string {
  return line
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})）」』]+$/gu, '')
    .replace(/^(?:\d{4}年)?\d{1,2}月の?\s*/u, '')
    .replace(
      /\s*(?:の?(?:お知らせ|ご案内|開催(?:の?お知らせ)?|チラシ|予定)|を?開催します|へようこそ|やってます|オープン)$/u,
      '',
    )
    .trim();
}

/** Days and hours alone make a schedule; a line without a label counts where both its days and its hours are read. */
function scheduleIn(all: Piece[], now: number): Flyer['schedule'] {
  const pieces = all.map((piece) =>
    piece.topic === 'closed' ? piece : { ...piece, value: withYears(piece.value, now) },
  );
  const labelled = of(pieces, 'when', 'closed').filter(({ value }) => value !== '');
  const lines = labelled.length > 0 ? labelled : of(pieces, null).filter(({ value }) => saysWhen(value));
  if (lines.length === 0) return null;
  const value = lines
    .map(({ topic, label, value: said }) => (topic === 'closed' ? `${label}:${said}` : said))
    .join('\n');
  if (hasUndated(value)) return null;
  const reading = readSchedule({ text: value });
  if (reading.certainty === 'UNKNOWN' && reading.closures.length === 0) return null;
  return { value, reading, words: lines.map(({ words }) => words).join('\n') };
}

function saysWhen(line: string): boolean {
  if (!/[月火水木金土日]曜|[月火水木金土日]・|\d{1,2}月\d{1,2}日|毎[日週月]|平日|第\d|\d{1,2}[:時]\d{0,2}/u.test(line))
    return false;
  const { rules, unread } = readSchedule({ text: line });
  return rules.length > 0 && unread.length === 0;
}

function agesIn(pieces: Piece[]): Flyer['ages'] {
  const labelled = of(pieces, 'whom').flatMap(({ value, words }) => value.split('\n').map((line) => ({ line, words })));
  const others = of(pieces, null).map(({ value, words }) => ({ line: value, words }));
  for (const { line, words } of [...labelled, ...others]) {
    const bands =
      readAges(line) ??
      readAges(
        foldAgeText(line)
          .replace(/\(.*?\)/gu, '')
          .replace(/[。.]$/u, ''),
      );
    if (bands !== null) return { bands, words };
  }
  return null;
}

const FREE = /(?:^|入場|入館|利用料?|参加費?|料金|費用|すべて)\s*(?:は|:)?\s*無料/u;
const YEN = '(?:¥?\\s*(\\d[\\d,]*)\\s*円|(無料|0円|タダ|ただ))';
const CHILD =
  '(?:こども|子ども|子供|お子さん|お子様|小人|高校生(?:以下|まで)|中学生(?:以下|まで)|18歳(?:以下|まで|未満))';
const BANDS: [band: keyof FeeText, who: string][] = [
  ['preschool', '(?:幼児|未就学児?|就学前)'],
  ['primary', `(?:小学生|${CHILD})`],
  ['juniorHigh', `(?:中学生(?!以下|まで)|小中学生|${CHILD})`],
  ['highSchool', `(?:高校生(?!以下|まで)|中高生|${CHILD})`],
  ['adult', '(?:大人|おとな|一般|保護者|成人|大学生)'],
];

function feeIn(pieces: Piece[]): Flyer['fee'] {
  const labelled = of(pieces, 'fee').filter(({ value }) => value !== '');
  const lines = labelled.length > 0 ? labelled : of(pieces, null).filter(({ value }) => /無料|\d円/u.test(value));
  const [line] = lines;
  if (!line) return null;
  const value = lines.map((each) => each.value).join('\n');
  const text: FeeText = { note: value };
  for (const [band, who] of BANDS) {
    const found = new RegExp(`${who}(?:は|も|の方は?|[:：])?\\s*(?:1食|1人|お?一人)?\\s*${YEN}`, 'u').exec(value);
    if (found) text[band] = found[1]?.replaceAll(',', '') ?? '0';
  }
  const read = readFee(FREE.test(value) && !/\d\s*円/u.test(value) ? { ...text, note: '無料' } : text);
  const fee = { ...read, note: value };
  const says = Object.entries(fee).some(([name, yen]) => name !== 'note' && yen !== null);
  return labelled.length > 0 || says ? { fee, words: lines.map(({ words }) => words).join('\n') } : null;
}

function bookingIn(pieces: Piece[]): Flyer['booking'] {
  for (const { topic, value, words, label } of pieces) {
    const about = topic === 'booking' || (topic !== 'when' && /予約|申し?込み?/u.test(value));
    const said = topic === 'booking' ? `${label}${value}` : value;
    const booking = about ? readBooking(topic === 'booking' ? value : undefined, said, null) : null;
    if (booking) return { need: booking.need, words };
  }
  return null;
}

/** Prefecture, municipality, town and number; the prefecture may be missing. */
const ADDRESS =
  /(?:〒?\s*\d{3}-?\d{4}\s*)?((?:(?:東京都|北海道|京都府|大阪府|[\p{Script=Han}]{2,3}県)\s*)?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ヶケ]{1,12}?[市区町村郡][^\s、。,(（「【\d]{0,20}?\d{1,5}(?:丁目|番地?|号|条|[-ーの−‐])*[\d丁目番地号条\-ーの−‐]*)/u;

function addressIn(pieces: Piece[]): TextFound | null {
  const candidates = [...of(pieces, 'where'), ...of(pieces, null, 'contact', 'other')];
  for (const { value, words } of candidates) {
    for (const line of value.split('\n')) {
      const found = ADDRESS.exec(
        normalLine(line).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han}|\d+(?![\dF階]))/gu, ''),
      );
      if (found?.[1]) return { value: found[1].replace(/[-ーの−‐]+$/u, ''), words };
    }
  }
  return null;
}

const PHONE = /(?<![\d-])(?:0\d{1,4}[-(（ ]\d{1,4}[-)） ]\d{3,4}|0\d{9,10})(?![\d-])/gu;

function phonesIn(pieces: Piece[]): TextFound[] {
  const found = pieces.flatMap(({ value, words, label }) =>
    [...`${label}:${value}`.matchAll(PHONE)]
      .filter(({ index, input }) => !/(?:fax|ファクス|ファックス)[^0-9]{0,6}$/iu.test(input.slice(0, index)))
      .map(([number]) => ({ value: number.replace(/[(（ )）]/gu, '-'), words })),
  );
  return found.filter(({ value }, index) => found.findIndex((other) => other.value === value) === index).slice(0, 5);
}

function matchesIn(text: string, pattern: RegExp): TextFound[] {
  const found = new Set([...text.normalize('NFKC').matchAll(pattern)].map(([match]) => match));
  return [...found].slice(0, 5).map((value) => ({ value, words: value }));
}
