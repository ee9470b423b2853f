import { closeRun, isOfUnread } from './closing.ts';
import { lastRun, type State } from './parse-state.ts';
import type { Token } from './token.ts';

/** Things in a place that may be suspended while it is open, and such as may be all that it does. */
const THINGS =
  'カフェ|喫茶|売店|レストラン|貸し?出し?|返却|送迎|バス|シャワー|飲食|おもちゃ|玩具|遊具|給食|水遊び|プール|楽器|卓球|カラオケ|お風呂|入浴';
const SERVICES =
  'コーナー|(?<!居)室|ルーム|スペース|一時(?:預かり|保育)|相談|講座|イベント|体験|図書|訪問|延長|会食|食事|弁当';
const OF_THING = new RegExp(`(?:${THINGS})(?:の?(?:営業|提供|利用|使用))?$`);
const OF_SERVICE = new RegExp(`(?:${SERVICES})(?:事業)?(?:の?(?:開放|実施|提供|利用|使用|受け?入れ))?$`);
const BEFORE = new Set<Token['kind']>(['other', 'label', 'filler', 'remark', 'topic']);
const OF_WHEN = new Set<Token['kind']>(['weekday', 'time', 'nth', 'every', 'month-days']);

/** 「月~金 9時~17時 プールは休止中」: it is open, and without its 相談室 it may be. Whether only a part of it is suspended. */
function suspendsPart({ tokens, reading }: State, at: number): boolean {
  let first = at;
  while (BEFORE.has(tokens[first - 1]?.kind ?? 'break')) first--;
  const before = tokens
    .slice(first, at)
    .map(({ text }) => text)
    .join('');
  const own = tokens[at]?.text ?? '';
  // 「当面の間、飲食は中止します」
  const [subject = ''] = `${before}${own}`.split(/[はをが](?:現在|当面|当分|しばらく|休|中|見|閉|お休み)/, 1);
  const thing = subject === `${before}${own}` ? before : subject;
  const open = tokens.some(({ kind }) => OF_WHEN.has(kind));
  if (!open || !(OF_THING.test(thing) || OF_SERVICE.test(thing))) return false;
  (OF_THING.test(thing) ? reading.remarks : reading.harmful).push(own);
  return true;
}

/** 「隔週火曜 現在は実施していません」: said of the whole, where no other days follow. */
const isOfAll = ({ tokens }: State, token: Token, at: number) =>
  token.text.startsWith('現在') &&
  ['space', 'break', 'open'].includes(tokens[at - 1]?.kind ?? '') &&
  !tokens.slice(at).some(({ kind }) => kind === 'weekday' || kind === 'nth');

/** 「以前は毎週水曜でしたが、今は行っていません」 */
const isOver = (tokens: Token[], at: number) =>
  tokens.slice(0, at).some(({ kind, text }) => kind === 'other' && /以前|かつて/.test(text));

/** 「毎週水曜は休止中」: of all the days that are named. */
function isOfAllDays(state: State, at: number): boolean {
  const run = lastRun(state).map(({ phrase }) => phrase);
  const named = state.reading.groups.flatMap(({ phrases }) => phrases);
  return (
    !state.timed &&
    run.length > 0 &&
    run.every((phrase) => phrase.weekdays.length > 0 && phrase.season === null && phrase.months.length === 0) &&
    named.every((phrase) => run.includes(phrase)) &&
    state.reading.closures.length === 0 &&
    state.reading.groups.every(({ hours }) => hours.length === 0) &&
    (/^[は ]?(?:現在)?、?休[止会]/.test(state.tokens[at]?.text ?? '') || stopsForAWhile(state, at)) &&
    !state.tokens.slice(at + 1).some(({ kind }) => OF_WHEN.has(kind))
  );
}

const OF_PLACE = /食堂|ひろば|広場|サロン|カフェ|教室|学習会|開放|居場所|パントリー/;

/** 「毎週木・日のこども食堂はしばらくお休みします」 */
const stopsForAWhile = ({ tokens, afterPhrase }: State, at: number): boolean =>
  /(?:しばらく|当面|当分|現在)/.test(tokens[at]?.text ?? '') &&
  tokens
    .slice(afterPhrase, at)
    .some(({ kind, text }) => (kind === 'label' || kind === 'remark') && OF_PLACE.test(text));

/** 「現在休止中」, 「冬季(12月~3月)閉鎖」 */
export function onSuspended(state: State, token: Token, at: number): void {
  const { reading } = state;
  if (suspendsPart(state, at)) return;
  // 「令和7年3月で終了しました」
  if (/しました|廃止|月.*まで|^再開の/.test(token.text) || isOfAll(state, token, at) || isOver(state.tokens, at))
    reading.suspended = true;
  // 「冬季(12月~3月)閉鎖」
  if (state.tokens[at - 1]?.kind === 'close' && lastRun(state).length === 0) lastRun(state).push(...state.inner);
  if (isOfAllDays(state, at)) reading.suspended = true;
  if (lastRun(state).length > 0) return closeRun(state, token, at);
  if (isOfUnread(state.tokens, at)) reading.harmful.push(token.text);
  else reading.suspended = true;
}
