import { besideAt } from './beside-at.ts';
import { AFTER_HOLIDAY_RULES } from './lex-after-holidays.ts';
import { ASIDE_RULES } from './lex-asides.ts';
import { CHATTER_RULES } from './lex-chatter.ts';
import { CONDITION_RULES } from './lex-conditions.ts';
import { datesOfFiscalYear } from './fiscal-year.ts';
import { DAY_RULES } from './lex-days.ts';
import type { LexRule } from './lex-rule.ts';
import { carryDates, spreadDates } from './listed-dates.ts';
import { FACILITY_RULES } from './lex-facility.ts';
import { END_RULES } from './lex-ends.ts';
import { JOINT_RULES, LABEL_RULES, OR_RULES } from './lex-joints.ts';
import { NEWS_RULES } from './lex-news.ts';
import { OTHERS_RULES } from './lex-others.ts';
import { PAGE_RULES } from './lex-pages.ts';
import { PART_RULES } from './lex-parts.ts';
import { REMARK_RULES } from './lex-remarks.ts';
import { SCHOOL_BREAK_RULES } from './lex-school.ts';
import { sameHalves } from './same-half.ts';
import { STATEMENT_RULES } from './lex-statements.ts';
import { THING_RULES } from './lex-things.ts';
import { TIME_RULES } from './lex-times.ts';
import { datesOfMonth } from './month-heading.ts';
import { normaliseText } from './normalise.ts';
import { beginsSentence, blockIn, bracketAt, proseAt, type Piece } from './prose.ts';
import { joinBrackets, joinHours, ownLength } from './remark-ends.ts';
import type { Token } from './token.ts';
import { weekdayOfDates } from './weekday-of-dates.ts';

/** The first rule that matches wins, so sentences come before the words that they are made of. */
const RULES: LexRule[] = [
  ...AFTER_HOLIDAY_RULES,
  ...END_RULES,
  ...NEWS_RULES,
  ...PAGE_RULES,
  ...CHATTER_RULES,
  ...FACILITY_RULES,
  ...OTHERS_RULES,
  ...ASIDE_RULES,
  ...PART_RULES,
  ...THING_RULES,
  ...REMARK_RULES,
  ...CONDITION_RULES,
  ...SCHOOL_BREAK_RULES,
  ...STATEMENT_RULES,
  ...TIME_RULES,
  ...DAY_RULES,
  ...OR_RULES,
  ...LABEL_RULES,
  ...JOINT_RULES,
];

/** Words in which an unread piece could speak of days or hours. */
const HARMFUL =
  /[0-9午曜週祝時]|連休|GW|ゴールデン|な[いし]日|無い日|給食|学校|授業|含|ある日|休校|行事|第|毎|隔|休|閉|変|除|以外|ただし|但し|場合|以降|翌|前日|当日|月初|上旬|中旬|下旬|月末|期間|季|回|日程|時間|時期|初旬|次第|まで|から|不|未|春|夏|秋|冬|雨|雪|晴|朝|夕|夜|昼|通し(?![てた])/;

/** Weekdays, numbers and words of closing that the grammar did not take. */
const TIMELY =
  /(?<![一-龠])[月火水木金土日]+(?![一-龠]|の(?!み))|[一二三四五六七八九十](?=[日時月週回部]|$)|ません|ない|しま[っりる]|閉|終|以前|かつて|今は|や(?:め|りま)|廃|気分(?!転)|^目|その|同[日様じ時週月]|〃/;
const INNOCENT =
  /つきません|なくて(?:は|も)(?:なら(?:ない)?|いい|よい)|(?:訳|わけ|もの|だけ)では(?:ありません|ない)|(?:必要|こと)(?:は|も)(?:ありません|ない)|目(?:指|的|標|の前|玉)|(?:通って|行って|入って|[入就通]園して|入所して|所属して)い?ない|並ばない|少ない|できない|[分わ]からない|気にしない|いらない|[いり]ません|なくなったら/g;

/** 春日, 晴海, 朝霞, 未来, 不要 */
const NAMES =
  /不(?:要|登校|問|安|足|可欠)|未(?:満|成年|経験|就[学園])|時点|[春夏秋冬](?:祭り?|まつり)|学校指定|春(?:野|日|江|木|山|川|風)|夏(?:目|見)|秋(?:田|葉|山|川)|冬木|朝(?:霞|日|倉|来)|夕張|雨(?:竜|宮)|雪(?:谷|ノ下)|晴(?:海|見)|不(?:動|二)|未来|夜(?:久|須)/g;

const isHarmful = (text: string) => HARMFUL.test(text.replace(NAMES, '')) || TIMELY.test(text.replace(INNOCENT, ''));

/**
 * Every character of the normalised text belongs to exactly one token; what no rule knows is `other`. `known`: the days and
 * hours of the place are known without its sentences.
 */
export function lex(text: string, known = false, again = false): Token[] {
  const input = normaliseText(text);
  const block = blockIn(input);
  const tokens: Token[] = [];
  for (let at = 0; at < input.length;) {
    const bracket = known && input[at] === '(' ? bracketAt(input, at) : null;
    const pieces = bracket ? [bracket] : beginsSentence(input, at) ? proseAt(input, at, block, known) : null;
    const beside = again ? besideAt(input, at) : null;
    for (const token of beside ? [beside] : (pieces?.flatMap(tokensOf) ?? [tokenAt(input, at)])) {
      at += token.text.length;
      addToken(tokens, token);
    }
  }
  joinHours(tokens, known);
  joinBrackets(tokens);
  sameHalves(tokens);
  datesOfMonth(tokens);
  datesOfFiscalYear(tokens);
  spreadDates(tokens);
  carryDates(tokens);
  weekdayOfDates(tokens);
  return tokens.map((token) =>
    token.kind === 'other' ? { ...token, harmful: token.harmful || isHarmful(token.text) } : token,
  );
}

function tokensOf({ text, kind }: Piece): Token[] {
  if (kind === 'days') return tokensIn(text);
  return [kind === 'doubt' ? { kind: 'other', harmful: true, text } : { kind, text }];
}

function tokensIn(days: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < days.length; at += tokens.at(-1)?.text.length ?? 1) tokens.push(tokenAt(days, at));
  return tokens;
}

function addToken(tokens: Token[], token: Token): void {
  const last = tokens.at(-1);
  if (token.kind === 'other' && last?.kind === 'other') {
    last.text += token.text;
    last.harmful ||= token.harmful;
  } else tokens.push(token);
}

const anyOf = (rules: LexRule[]) => new RegExp(rules.map(({ pattern }) => `(?:${pattern.source})`).join('|'), 'y');

const SET = 16;
/**
 * Rules that stand together, and one pattern for all of them: most characters begin none, which it finds out faster than
 * they do in turn. One pattern for all sets would be too large for the engine to compile.
 */
const SETS = Array.from({ length: Math.ceil(RULES.length / SET) }, (_, i) => {
  const rules = RULES.slice(i * SET, (i + 1) * SET);
  return { any: anyOf(rules), rules };
});

function* rulesAt(input: string, at: number): Generator<LexRule> {
  for (const { any, rules } of SETS) {
    any.lastIndex = at;
    if (any.test(input)) yield* rules;
  }
}

function tokenAt(input: string, at: number): Token {
  for (const { pattern, read } of rulesAt(input, at)) {
    pattern.lastIndex = at;
    const match = pattern.exec(input);
    if (!match || match[0] === '') continue;
    const body = read(match);
    if (body === null) return { kind: 'other', harmful: true, text: match[0] };
    return { ...body, text: body.kind === 'remark' ? match[0].slice(0, ownLength(match[0]) || 1) : match[0] };
  }
  return { kind: 'other', harmful: false, text: String.fromCodePoint(input.codePointAt(at) ?? 0) };
}
