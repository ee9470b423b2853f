import {
  closeRun,
  closesBefore,
  isOfAside,
  headsDays,
  isOfUnread,
  leadBracket,
  leadClosing,
  namedJustBefore,
} from './closing.ts';
import { exceptClosed, exceptsOfHolidays } from './closed-days.ts';
import { closeBracket, onBreak } from './clause-ends.ts';
import { onHalfDay } from './half-days.ts';
import { labelHours, labelStart, nameUnknown, qualifiesDay } from './labels.ts';
import { clearRun, dropPhrases, lastRun, type State } from './parse-state.ts';
import { isSpecial } from './reading.ts';
import { saysMore } from './look-ahead.ts';
import { markGroup, markOnly } from './marks.ts';
import { endsPause } from './pauses.ts';
import { onStatement } from './statements.ts';
import { beforeTopic, type Token, type TokenOf } from './token.ts';

/** A token that is neither days nor hours: what builds the sentence here, what is said in `onStatement`. */
export function onToken(state: State, token: Token, at: number): void {
  const { reading } = state;
  switch (token.kind) {
    case 'space':
    case 'but':
      state.segment++;
      return;
    case 'break':
      return onBreak(state, at);
    case 'open':
      state.runs.push([]);
      state.outer.push(state.current);
      return;
    case 'close':
      return closeBracket(state, at);
    case 'aside':
      reading.remarks.push(token.text);
      return;
    case 'fiscal-year':
      // 「令和7年度は火曜、令和8年度は水曜」
      if (state.tokens.some((other) => other.kind === 'fiscal-year' && other.year !== token.year))
        reading.harmful.push(token.text);
      return;
    case 'remark':
      return dropBooked(state, token, at);
    case 'closed':
      // 「休み:祝日(第4火曜は休館)」
      if (state.leadsClosed && !token.leads && state.afterPhrase >= at - 1 && lastRun(state).length === 0) return;
      // 「土曜の14時~15時は休み」
      if (state.paused && state.afterHours >= at - 1 && lastRun(state).length > 0) return clearRun(state);
      // 「休み 日曜、第2土曜は午後休館」
      if (state.leadsClosed && !token.leads && state.tokens[at - 1]?.kind === 'half-day') return;
      // 「図書整理日は休み」: of undated days
      if (!token.leads && isOfAside(state.tokens, at)) {
        if (lastRun(state).length === 0) return;
        // 「火曜、健診実施日は休み」: whether Tuesdays are closed too is not said
        // 「祝日、園指定の休日は休み」
        const sure = lastRun(state).some(({ phrase }) => isSpecial(phrase) || phrase.school === 'ONLY');
        // 「月曜、臨時休館日はお休み」
        const own = /臨時/.test(beforeTopic(state.tokens, at)?.text ?? '');
        if (!sure && !own && (state.tokens[at - 1]?.kind === 'topic' || /^[はをがに]/.test(token.text)))
          reading.harmful.push(token.text);
      }
      // 「日曜、職員研修は休み」: the days of some closings are not said
      if (state.tokens[at - 1]?.kind === 'other' && !/ため/.test(state.tokens[at - 1]?.text ?? ''))
        reading.usual = true;
      if (state.tokens[at - 1]?.kind === 'close' && lastRun(state).length === 0) lastRun(state).push(...state.inner);
      if (lastRun(state).length === 0 && isOfUnread(state.tokens, at)) {
        reading.harmful.push(token.text);
        return;
      }
      return headsDays(state, token, at) ||
        (token.leads && (/[:=]/.test(token.text) || !namedJustBefore(state)) && !closesBefore(state, token, at))
        ? leadBracket(state, at)
        : closeRun(state, token, at);
    case 'except':
      return onExcept(state, token, at);
    case 'pause':
      // 「第3火曜は清掃のため閉館」: the days, no hours
      if (/ため/.test(token.text) && state.afterPhrase === at && lastRun(state).length > 0)
        return closeRun(state, { kind: 'closed', text: token.text, leads: false }, at);
      state.leadsPause = state.tokens[at - 1]?.kind !== 'time' && !endsPause(state.tokens, at);
      return;
    case 'topic':
    case 'also':
      return markGroup(state, token.kind, at);
    case 'only':
      return markOnly(state, at);
    case 'label':
      return labelHours(state, token, at);
    case 'either':
      for (const { phrase } of lastRun(state)) phrase.open = true;
      return;
    case 'half-day':
      return onHalfDay(state, token.half, at);
    case 'separator':
      if (token.sign === '/' && state.tokens[at - 1]?.kind === 'space') state.line++;
      return;
    case 'or':
      // 「不登校、あるいはひきこもり」: of no days
      if (state.afterPhrase >= at - 1 || state.afterHours >= at - 1 || saysMore(state.tokens, at + 1)) state.or = true;
      return;
    case 'shift':
      reading.harmful.push(token.text);
      return;
    case 'other':
      (token.harmful || qualifiesDay(state.tokens, at) ? reading.harmful : reading.remarks).push(token.text);
      if (token.text.startsWith('ため')) state.label = null;
      else if (!token.harmful && !labelStart(state, token, at)) nameUnknown(state, token.text);
      return;
    case 'part':
      // 「水曜は午後のみ 13:00~17:00」
      if (saysMore(state.tokens, at + (state.tokens[at + 1]?.kind === 'open' ? 2 : 1)) === 'HOURS') return;
      if (state.current && followsDays(state, at) && lastRun(state).length > 0) {
        state.current.part = token.half;
        state.hard = true;
      } else reading.harmful.push(token.text);
      return;
    case 'for-all':
      return;
    case 'among':
      dropPhrases(
        state,
        lastRun(state).map(({ phrase }) => phrase),
      );
      return clearRun(state);
    case 'duration':
      return giveEnds(state, token);
    case 'from':
      // 「第2火曜の夕方に開店」
      if (/^オープン/.test(token.text) || (/^(?:開店|スタート)$/.test(token.text) && isEnd(state.tokens[at + 1])))
        return;
      // 開始17:30
      if (state.tokens[at + 1]?.kind === 'time') return;
      if (state.runs.some((run) => run.length > 0)) reading.harmful.push(token.text);
      return;
    case 'until':
    case 'range':
    case 'number':
      if (state.runs.some((run) => run.length > 0) || token.kind === 'number') reading.harmful.push(token.text);
      return;
    default:
      return onStatement(state, token, at);
  }
}

/** 「水曜は午前のみ」, 「第1月曜は清掃のため午後から」 */
const followsDays = ({ tokens, afterPhrase }: State, at: number) =>
  tokens.slice(afterPhrase, at).every(({ kind }) => kind === 'topic' || kind === 'filler');

const isEnd = (token: Token | undefined) => token === undefined || token.kind === 'break' || token.kind === 'other';

/** 「土日 11:00~17:00、平日は予約制」: days on which it is open for who has booked, at hours not said. */
function dropBooked(state: State, token: Token, at: number): void {
  const { current, tokens } = state;
  if (!/予約制/.test(token.text) || tokens[at - 1]?.kind !== 'topic' || !current || current.hours.length > 0) return;
  if (state.reading.groups.length < 2 || saysMore(tokens, at + 1) === 'HOURS') return;
  state.reading.remarks.push(token.text);
  dropPhrases(state, current.phrases);
  clearRun(state);
}

/** 「①9:30②10:30(各45分)」 */
function giveEnds({ current, reading, clause }: State, { minutes, text }: TokenOf<'duration'>): void {
  if (!current || current.hours.some((h) => h.end !== null)) return;
  // 「火曜18時半からと土曜13時からの2時間」
  const joined = text.startsWith('の') ? reading.groups.filter((group) => group.clause === clause) : [current];
  for (const group of joined)
    group.hours = group.hours.map((h) => (h.start === null || h.end !== null ? h : { ...h, end: h.start + minutes }));
}

function onExcept(state: State, token: Token, at: number): void {
  // 「祝日及び繁忙期を除く」: when else it is so is not said
  const before = state.tokens[at - 1];
  if (state.tokens[at - 2]?.kind === 'separator' && before?.kind === 'other') state.reading.harmful.push(before.text);
  if (state.leadsClosed) return exceptClosed(state);
  // 「冬(12月~3月)を除く」
  if (state.tokens[at - 1]?.kind === 'close' && lastRun(state).length === 0) lastRun(state).push(...state.inner);
  if (exceptsOfHolidays(state, at)) return;
  if (lastRun(state).length > 0) return closeRun(state, token, at);
  // 12:00~13:00を除く
  if (!state.paused) leadClosing(state);
}
