/** What a labelled piece of a flyer is about. */
export type Topic = 'name' | 'when' | 'closed' | 'whom' | 'where' | 'fee' | 'booking' | 'contact' | 'other';

/** A piece of a flyer: a line, or what stands behind a label until the next one. */
export interface Piece {
  /** null: no label. */
  topic: Topic | null;
  label: string;
  /** Normalised, without its label. */
  value: string;
  /** As it stands in the text. */
  words: string;
}

const LABELS: [topic: Topic, words: string][] = [
  ['name', '名称|名前|団体名|施設名|会の名前|イベント名|教室名'],
  [
    'when',
    '日\\s*時|日\\s*程|開催日時?|開催曜日|開所日時?|開館日時?|開館時間|開所時間|開催時間|利用時間|利用日時?|活動日時?|実施日時?|営業時間|と\\s*き|時\\s*間|曜\\s*日|いつ|日にち|開室(?:日|時間)|オープン',
  ],
  ['closed', '休館日|休所日|定休日|休業日|お休み|休み|休室日'],
  ['whom', '対\\s*象(?:者|年齢)?|参加対象|利用対象|利用できる方|だれが|どなた'],
  ['where', '場\\s*所|会\\s*場|住\\s*所|所在地|ところ|どこで|開催場所|アクセス'],
  ['fee', '参加費|料\\s*金|費\\s*用|利用料金?|会\\s*費|食事代|代\\s*金|値段|おかね|お代'],
  ['booking', '申し?込み?(?:方法)?|お申し?込み?|予\\s*約(?:方法)?|ご予約|参加方法'],
  [
    'contact',
    'お?問い?合わ?せ(?:先)?|お?問合せ(?:先)?|連絡先|お?電話(?:番号)?|TEL|Tel|tel|☎|メール|E-?mail|FAX|Fax|ホームページ|HP|URL|Web',
  ],
  [
    'other',
    '内\\s*容|定\\s*員|持ち物|主\\s*催|共\\s*催|後\\s*援|協\\s*力|備\\s*考|その他|注意(?:事項)?|メニュー|献立|駐車場|運\\s*営',
  ],
];
const MARK = '[\\s\\u3000■□●○◆◇▼▽▲△★☆・※◎♪♡❤✿🍙🍛📅🕐⏰📍💰☎📞✉️\\-ー*#＊]*';
const OPEN = '[【\\[〈《「『(（<＜]?';
const CLOSE = '[】\\]〉》」』)）>＞]?';
const PATTERNS = LABELS.map(([topic, words]) => ({
  topic,
  // A label closes with a bracket, a colon or a blank, or stands alone on its line.
  labelled: new RegExp(
    `^${MARK}(?:${OPEN}(${words})${CLOSE}\\s*[:：／/｜|]\\s*|[【\\[〈《「『(（<＜](${words})[】\\]〉》」』)）>＞]\\s*|(${words})(?:\\s+|$))(.*)$`,
    'u',
  ),
}));

/** NFKC with one kind of wave dash, line by line; the lines stay as many as they are. */
export function normalLine(line: string): string {
  return line
    .normalize('NFKC')
    .replace(/[∼～〜]/gu, '~')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Longer than any line of a flyer that says one thing; what is longer is prose, and read sentence by sentence. */
const LONGEST_LINE = 160;

function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/u)
    .flatMap((line) => (line.length <= LONGEST_LINE ? [line] : line.split(/(?<=[。！？!?])/u)))
    .map((line) => line.slice(0, LONGEST_LINE));
}

/** The text in pieces: each label with its line, and with the lines behind it where its own says nothing. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const raw of linesOf(text)) {
    const line = normalLine(raw);
    if (line === '') continue;
    const piece = labelledPiece(line, raw.trim()) ?? {
      ...{ topic: null, label: '' },
      value: line.replace(/^[^\p{L}\p{N}〒¥([「『【“"※]+/u, ''),
      words: raw.trim(),
    };
    const last = pieces.at(-1);
    if (piece.topic === null && last?.topic && continues(last, line)) {
      last.value = [last.value, line].filter((part) => part !== '').join('\n');
      last.words = `${last.words}\n${raw.trim()}`;
    } else pieces.push(piece);
  }
  return pieces;
}

/** A label alone takes the next line; what is indented or begins like a list goes on. */
function continues(last: Piece, line: string): boolean {
  if (last.value === '') return true;
  return (
    last.topic === 'when' &&
    /^[(（※]?(?:第|毎|\d{1,2}[月日:時]|[月火水木金土日]曜|午[前後]|祝|平日|土日|ただし|年末)/u.test(line)
  );
}

function labelledPiece(line: string, raw: string): Piece | null {
  for (const { topic, labelled } of PATTERNS) {
    const found = labelled.exec(line);
    if (found)
      return { topic, label: found[1] ?? found[2] ?? found[3] ?? '', value: (found[4] ?? '').trim(), words: raw };
  }
  return null;
}
