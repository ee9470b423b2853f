import { spellDates } from './date-lists.ts';
import { headOf, isService, joinSpaced, ROOM, type Head } from './page-heads.ts';
import { withoutClauseNumbers, withoutNumbers } from './ordinance.ts';
import {
  endsWithHours,
  hasClock,
  isClosedAlone,
  isClosingItem,
  isDaysAlone,
  isNamedDay,
  isOfHeading,
  isOutside,
  isPrice,
  isProgramme,
  isQuoted,
  isRoom,
  isThing,
  seasonAlone,
  startsWithDays,
  startsWithHours,
} from './page-lines.ts';
import { PICTURES } from './normalise.ts';
import { withoutTables } from './tables.ts';
import { isTimeless } from './prose-words.ts';
import { isPause } from './swallowed.ts';

/** A text of which what speaks of other things is taken out. */
export interface Page {
  text: string;
  /** Of other things than the place's own days and hours: for people to read. */
  asides: string[];
  /** Days or hours of the place are known without its sentences. */
  known: boolean;
}

const LINES =
  /\s*\n\s*|\s+\/(?=\s|$)\s*|^\/\s|(?<=\S)\s*(?=[■◆●◇□▼•])|(?<=[^\s】])\s*(?=【)|(?<=\S)\s+(?=(?:お?休み|休[館所園室業]日|定休日|休):)|(?<=\s)(?=[○◯][^○◯\s]+\s+[○◯][^○◯\s])|(?<=\s[○◯][^○◯\s]{1,40})\s+(?=[○◯][^○◯\s])|\s+(?=・(?:[開閉休][館所園室設放業]|定休|利用|営業|活動|実施|開催|お?休み|時間|日時|対象|定員|料金|住所|電話|交通|場所|会場|内容|駐車場|参加費)[^・\s]{0,4}?(?:…|\.{2}|[:：]|\s))/u;
const BULLET = /^(?:[\s・•‣●○〇◯◎◆◇■□▪▫★☆▼▽▲△▶►✿❀♪|]|-(?!(?:[0-9]| [0-9]+(?![0-9月])| ?午))|[⇒→])+/u;
/** 「【4月】13日」, 「■4月 13日」: no heading of what stands under it, but a date. */
const MONTH_AS_HEADING = /[【■◆●[〔]\s*(1[0-2]|0?[1-9])月[】\]〕]?(?=\s*[0-9]{1,2}(?:日(?!間|目)|\())/gu;
const NOTE = /^(?:\(?注(?:意(?:事項)?|記)?[0-9]*\)[ :]*|[*＊](?![0-9]))(?=.)/u;

const OF_ROOM = new RegExp(`^${ROOM}(?=開放)`);

/** 「遊び場 月曜日から土曜日」: what the place is called. */
const NAME =
  /^(?:遊び場|[^ 0-9月火水木金土日曜休閉祝]{0,10}(?:センター|ひろば|広場|児童館|サロン|保育園|こども園|幼稚園)) +(?=(?:毎週)?[月火水木金土日]曜)/;

/** 「児童館:月曜日、日曜日」, the first line under the heading of closing days */
const OF_HOUSE = /^[^ 0-9月火水木金土日祝年、。]{2,10}[:：] ?(?=[月火水木金土日祝毎第年])/;

interface Layout {
  lines: string[];
  heads: (Head | null)[];
  known: boolean;
  kept: string[];
  asides: string[];
  /** Under which heading a line without its own stands. */
  under: 'other' | 'service' | 'thing' | null;
}

/**
 * Reads the layout of a page: a heading and what stands under it, list items, cells of a table. Lines under headings of
 * other things (料金, 対象, 駐車場, 学童クラブ) are taken out, closing days under their heading become one list. A text
 * without headings stays as it is. `known`: days and hours stand in columns of their own.
 */
export function pageOf(text: string, known: boolean): Page {
  const plain = withoutOwnName(
    joinSpaced(
      withoutTables(
        spellDates(
          withoutNumbers(
            withoutClauseNumbers(
              text
                .replace(/\r\n?|\\n|<br\s*\/?>/gi, '\n')
                .replace(/[①-⑳]/gu, numbered)
                .replace(PICTURES, '●')
                .normalize('NFKC')
                .replace(/午 (?=[前後])/g, '午')
                .replace(MONTH_AS_HEADING, ' $1月'),
            ),
          ),
        ),
      ),
    ),
  );
  const lines = plain
    .split(LINES)
    .map(cleaned)
    .flatMap(itemsOf)
    .flatMap(withoutRunOn)
    .filter((line) => line !== '');
  const heads = ofService(lines.map(headOf));
  const opens = heads.some((head, i) => head?.kind === 'when' && hasClock(`${head.body}${lines[i + 1] ?? ''}`));
  const pairs = lines.filter(
    (line, i) => (isDaysAlone(line) && isOfDays(lines[i + 1] ?? '')) || isSeasonOf(line, lines[i + 1] ?? ''),
  );
  const laidOut = pairs.length > 1 || heads.some((head) => head !== null);
  if (lines.length < 2 || !(known || laidOut)) return { text: plain, asides: [], known };
  const layout: Layout = { lines, heads, known: known || opens, kept: [], asides: [], under: null };
  for (let at = 0; at < lines.length;) at = readLine(layout, at);
  const rest = layout.kept.join('\n');
  if (!known && !/[0-9月火水木金土日休]/.test(rest)) return { text: plain, asides: [], known };
  return { text: rest, asides: layout.asides, known: layout.known };
}

/** 「児童館:9時~17時 休館日 児童館:月曜日」: where it is the only place named. */
const OWN_NAME =
  /(?<=^|[\s】])([^\s0-9曜祝年、。:休開閉]{0,8}(?:館|センター|ひろば))[:：] ?(?=午[前後]|[0-9]|毎[週月]|第[1-5]|[月火水木金土日](?:曜|[・~])|平日|祝)/gu;
/** 「《中央図書館の休館日》」, where no other closing days are told. */
const OWN_CLOSING = /(?<=^|[\s【[「『《≪〈<])[^\s0-9曜祝、。:】》]{2,14}の(?=休館日(?:[】\]」』》≫〉>]| |[:：]))/gu;
/** 「休館日 児童センター 月曜日」, 「各施設の休館日 中央広場 土曜日」, of one place alone. */
const NAMED_LIST =
  /(?:各施設の)?休館日[ :：] ?[^\s0-9曜祝年、。:（(]{1,10}(?:館|センター|ひろば|広場)\s+(?=毎週|第[1-5]|[月火水木金土日](?:曜|・)|祝|年末)(?!.*(?:館|センター|ひろば|広場)\s+(?:毎週|第[1-5]|[月火水木金土日]曜))/gu;
function withoutOwnName(text: string): string {
  const plain = (text.match(/休館日/g) ?? []).length === 1 ? text.replace(OWN_CLOSING, '') : text;
  const names = new Set([...plain.matchAll(OWN_NAME)].map(([, name]) => name));
  const own = names.size === 1 ? plain.replace(OWN_NAME, '') : plain;
  return (own.match(NAMED_LIST) ?? []).length === 1 ? own.replace(NAMED_LIST, '休館日 ') : own;
}

/** 「- 休館日 - 月曜日 - 祝日」, 「休館日 - 月曜日 - 祝日」; 「月曜日 - 金曜日」 are from one to another. */
const HYPHENED = /^-\s|(?:休[館所園業室]|定休|閉館)日\s*-\s|\s-\s(?:開[館所園室]|利用|休[館所園業])(?:時間|日)/;
const ITEM =
  /(?:^|\s+)-\s+(?=[^\s-])(?!(?<=(?:[月火水木金土](?:曜日?)?|日曜日?|(?<![館所園室業休定])日|[0-9時分半)])\s*-\s*)(?:[0-9]|午[前後]|[月火水木金土日]曜))/;
const itemsOf = (line: string): string[] =>
  HYPHENED.test(line)
    ? line
        .split(ITEM)
        .flatMap((item) => item.split(HEADING_LAST))
        .map((item) => item.trim())
    : [line];
/** 「利用時間 9時~16時 休館日」 before 「 - 月曜日」 */
const HEADING_LAST = /\s+(?=(?:(?:休[館所園業室]|定休|閉館)日|開[館所園室]時間|利用時間)\s*$)/;

/** 「【電話】012-345-6789 実施期間 7月7日~9月30日」: another heading on the line of something else. */
const withoutRunOn = (line: string): string[] =>
  /^[【[〈]/.test(line) && headOf(line)?.kind === 'other' ? line.split(RUN_ON) : [line];
const RUN_ON = /\s+(?=(?:実施|開催|開設|開館|開所|利用)(?:期間|日時|時間)[ :]|(?:休[館園所業]|定休)日[ :])/;

/** 相談日 beside 開館時間 or 休館日 is of something that is held there. */
function ofService(heads: (Head | null)[]): (Head | null)[] {
  const isOwn = (head: Head | null) => head !== null && head.kind !== 'other' && !head.word.startsWith('相談');
  if (!heads.some(isOwn)) return heads;
  return heads.map((head) => (head?.kind === 'when' && !isOwn(head) ? { ...head, kind: 'other' } : head));
}

const numbered = (sign: string) => `(${String(sign.charCodeAt(0) - 0x245f)})`;

const cleaned = (line: string) =>
  line
    .replace(/\s*\|\s*/g, ' ')
    .replace(BULLET, '')
    .replace(/[◇◆☆★●○■□♪]+$/u, '')
    .replace(NOTE, '※')
    .trim();

/** Takes a line, and what belongs to it; where the next begins. */
function readLine(layout: Layout, at: number): number {
  const { lines, heads } = layout;
  const line = lines[at] ?? '';
  const head = heads[at] ?? null;
  if (head?.kind === 'closed') return readClosing(layout, head, at);
  if (head === null && isPause(line)) return keep(layout, at, line);
  if (layout.under === 'thing') return drop(layout, at);
  if (layout.known && layout.kept.length > 0 && head?.kind !== 'other' && isThing(line)) {
    layout.under = 'thing';
    return drop(layout, at);
  }
  if (head?.kind === 'other') return readOther(layout, head, at);
  if (head?.kind === 'when') {
    layout.under = null;
    const word = head.word
      .replace(/^(?:営|open)$/i, '営業時間')
      .replace(OF_ROOM, '')
      .replace(/^(?:保育|運営|実施|平常|通常の?)(?=[日時])/, '利用');
    const next = at + 1;
    if (head.body === '' && heads[next] === null) return keep(layout, next, lines[next] ?? '', `${word}:`);
    return keep(layout, at, head.body, `${word}:`);
  }
  if (layout.known && isRoom(line)) {
    layout.under = 'service';
    return drop(layout, at);
  }
  if (layout.under !== null && isOfHeading(line, layout.under === 'service')) return drop(layout, at);
  layout.under = null;
  return isAside(layout, at) ? drop(layout, at) : keep(layout, at, line);
}

function drop(layout: Layout, at: number): number {
  layout.asides.push(layout.lines[at] ?? '');
  return at + 1;
}

const isWeekdays = (line: string) => isDaysAlone(line) && !/[0-9]月/.test(line);

/** Where lines of days alone end that follow a line: 「月曜日~金曜日」, 「第1土曜日」. */
function afterDays({ lines, heads }: Layout, at: number): number {
  let next = at + 1;
  while (heads[next] === null && isWeekdays(lines[next] ?? '')) next++;
  return next;
}

const isOfDays = (line: string) => startsWithHours(line) || isClosedAlone(line);
const isSeasonOf = (line: string, next: string) => seasonAlone(line) !== null && startsWithDays(next);

/** 「平日」 and its hours on the next line are one. */
function keep(layout: Layout, at: number, said: string, word = ''): number {
  const { lines, heads, kept } = layout;
  const text = said.replace(NAME, '');
  const joint = (next: number) => heads[next] === null && startsWithHours(lines[next] ?? '');
  let end = at + 1;
  let whole = text;
  const next = afterDays(layout, at);
  if (isWeekdays(text) && next > end && joint(next)) {
    whole = [text, ...lines.slice(end, next)].join('・');
    end = next;
  }
  if (heads[end] === null && isSeasonOf(text, lines[end] ?? ''))
    whole = `${seasonAlone(text) ?? ''}の${lines[end++] ?? ''}`;
  else if (isDaysAlone(whole) && (joint(end) || isClosedAlone(lines[end] ?? '')))
    whole = `${whole.replace(/[:…]+$/, '')} ${lines[end++] ?? ''}`;
  if (endsWithHours(whole)) while (joint(end)) whole += `、${lines[end++] ?? ''}`;
  if (word !== '' || whole !== '') kept.push(word + whole);
  return end;
}

/** 「月曜日・祝日は窓口業務を行いません」 */
const OF_COUNTER = /(?:窓口|事務[所室局]|電話)[^。、]*(?:ません|お?休み|不在|できない)/;

/** 「休館日」 and the days listed under it, with what brackets say of them. */
function readClosing(layout: Layout, head: Head, at: number): number {
  const { lines, heads, kept } = layout;
  layout.under = null;
  if (OF_COUNTER.test(head.body)) return drop(layout, at);
  const items = head.body === '' ? [] : [head.body];
  let end = at + 1;
  const itemAt = (next: number) =>
    items.length === 0 ? (lines[next] ?? '').replace(OF_HOUSE, '') : (lines[next] ?? '');
  while (heads[end] === null && isClosingItem(itemAt(end))) items.push(itemAt(end++));
  const list = items
    .map(slashesApart)
    .join('、')
    .replace(/、(?=\()|(?<=、)、/g, '');
  kept.push(/^不定休/.test(list) ? list : items.length > 0 ? `休館日:${list}` : (lines[at] ?? ''));
  return end;
}

const slashesApart = (list: string) =>
  list
    .replace(/(?<=[日始盆間期]) ?\/ ?(?=[月火水木金土日祝年お盆第])/g, '、')
    .replace(/(第[1-5])\/(?=第?[1-5])/g, '$1・');

function readOther(layout: Layout, head: Head, at: number): number {
  const service = isService(head.word);
  layout.under = service ? (head.body === '' ? 'service' : null) : 'other';
  if (isOfHeading(head.body, service)) return drop(layout, at);
  layout.under = null;
  return keep(layout, at, layout.lines[at] ?? '');
}

/** Something that is held within the hours, or prices. */
function isAside(layout: Layout, at: number): boolean {
  const { lines, heads, known } = layout;
  const line = lines[at] ?? '';
  if (isTimeless(line)) return true;
  if (!known) return false;
  const named = heads[at + 1] === null && isQuoted(lines[at + 1] ?? '');
  return (
    isPrice(line) ||
    isProgramme(line) ||
    isQuoted(line) ||
    isNamedDay(line) ||
    isOutside(line) ||
    (named && /第|毎月/.test(line) && isDaysAlone(line))
  );
}
