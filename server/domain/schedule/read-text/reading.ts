import type { Hours } from './hours.ts';
import type { Phrase } from './phrase.ts';
import type { HolidayRule, Token, WeekdayRule } from './token.ts';

/** Days that are said together, and the hours said of them; no phrases: hours alone. */
export interface Group {
  /** 「12月は」: the part of the year in which these days or hours take the place of the usual ones. */
  scope: Phrase | null;
  phrases: Phrase[];
  hours: Hours[];
  pauses: Hours[];
  /** 「午前の部のみ」: of the sessions of other days only these. */
  part: 'AM' | 'PM' | null;
  /** 「13時~15時も」: the hours come to the usual ones. */
  plus: boolean;
  /** Held on these days, but not on all of them. */
  open: boolean;
  /** 「土曜は」: says something of these days, not which days there are. */
  topic: boolean;
  /** 「土曜も」: these days come to the others. */
  also: boolean;
  /** A word says that it is held then (夏休みのみ, 6月~9月に開催). */
  held: boolean;
  /** 「第2土曜のみ」 */
  only: boolean;
  /** 「土日のみ開館」: on no other days. */
  sole: boolean;
  /** 「4月から第2金曜に変更しました」: in place of the days known before. */
  turned: boolean;
  /** What is held then, where it is something beside the regular opening (パントリー: 第4土曜). */
  activity: string | null;
  /** What stands behind the hours, with no word of opening or closing (火曜 10時~11時 絵本の読み聞かせ). */
  thing: string | null;
  /** The days are those of something that is offered then (第2・4のみ食事あり). */
  meals: boolean;
  /** Which clause of the text it stands in. */
  clause: number;
  /** And which line of the clause, as ` / ` parts them. */
  line: number;
  /** It begins in brackets behind this one. */
  of: Group | null;
}

/** A list of closing days joined with one another; `led` by the word (休館日:). */
export interface ClosingClause {
  phrases: Phrase[];
  led: boolean;
  /** The days after which it stands in brackets: 「第2土曜(8月は休み)」. */
  of?: Group | null;
}

/** 「②は月・火のみ」, 「午後の部は木曜お休み」: on which days a session that was named before is held, or is not. */
export interface SessionDays {
  label: string;
  phrases: Phrase[];
  held: boolean;
  text: string;
}

/** What one text says. */
export interface Reading {
  tokens: Token[];
  groups: Group[];
  closures: ClosingClause[];
  holidayRule: HolidayRule | null;
  /** The weekday that opens on holidays and closes on the day after, where the rule names it. */
  holidayWeekday: number | null;
  /** The days after which the rule stands; it says nothing of those that follow. */
  holidayOf: Phrase | null;
  /** The rule closes the day after a holiday. */
  holidayCloses: boolean;
  /** 「祝日(月曜のときは翌日も休館)」: and the holiday too. */
  holidayAlso: boolean;
  /** 「休館は月曜(祝日も休館)」: weekdays that are closed though they are holidays. */
  shut: Phrase[];
  /** 「祝日は休館(土日にあたる場合は開館)」: the weekdays that are open though they are holidays. */
  openHolidays: number[];
  weekdayRule: WeekdayRule | null;
  sessions: SessionDays[];
  /** Days of the year that are open whatever else holds; `thenClosed`: and the day after is closed; `asUsual`: if their weekday is not. */
  openDays: { phrase: Phrase; thenClosed: boolean; asUsual: boolean }[];
  counts: Phrase[];
  /** The same of something held there: 「食事の提供は月1回」. */
  thingCounts: Phrase[];
  /** Halves of the day of which hours are not said (土曜は午前中). */
  halves: ('AM' | 'PM')[];
  usual: boolean;
  /** What falls on a holiday is on another day. */
  moved: boolean;
  /** Surely so: 「祝日の場合は翌週」; it is not held on the holiday itself. */
  leavesHolidays: boolean;
  irregular: boolean;
  announced: boolean;
  /** Something is announced, whether the days or not. */
  mentions: boolean;
  /** Other days, or something else on other days, besides those named. */
  others: boolean;
  suspended: boolean;
  hidden: boolean;
  /** Something is named that is held, or for whom. */
  labelled: boolean;
  /** Pieces that could change days or hours and were not understood. */
  harmful: string[];
  /** Pieces that no production knows, harmless. */
  remarks: string[];
}

export function emptyReading(tokens: Token[] = []): Reading {
  return {
    tokens,
    groups: [],
    closures: [],
    holidayRule: null,
    holidayWeekday: null,
    holidayOf: null,
    holidayCloses: false,
    holidayAlso: false,
    shut: [],
    openHolidays: [],
    weekdayRule: null,
    sessions: [],
    openDays: [],
    counts: [],
    thingCounts: [],
    halves: [],
    usual: false,
    moved: false,
    leavesHolidays: false,
    irregular: false,
    announced: false,
    mentions: false,
    others: false,
    suspended: false,
    hidden: false,
    labelled: false,
    harmful: [],
    remarks: [],
  };
}

export const emptyGroup = (): Group => ({
  scope: null,
  phrases: [],
  hours: [],
  pauses: [],
  part: null,
  plus: false,
  open: false,
  topic: false,
  also: false,
  held: false,
  only: false,
  sole: false,
  turned: false,
  activity: null,
  thing: null,
  meals: false,
  clause: 0,
  line: 0,
  of: null,
});

/** Whether two groups stand on one line. */
export const sharesLine = (a: Group, b: Group): boolean => a.clause === b.clause && a.line === b.line;

export const isFilled = (group: Group): boolean =>
  group.scope !== null || group.phrases.length + group.hours.length + group.pauses.length > 0;

/** Names of what is held beside the meals or the opening itself. */
const BESIDES =
  /パントリー|学習|宿題|勉強|塾|イベント|体験|教室|相談|配布|配食|弁当|テイクアウト|クッキング|おはなし|読み聞かせ|食材|食料|食品|カフェ|サロン|プログラム|交流|講座|測定|計測|誕生|体操|ヨガ|リトミック|マッサージ|工作|製作|制作/;

export const isBesideActivity = (label: string | null): boolean => label !== null && BESIDES.test(label);

/** The group speaks of days among others. */
export const isOfSome = (group: Group): boolean => group.topic || group.only;

/** 「祝日」, not 「土・日・祝日」. */
export const isHolidays = ({ holiday, weekdays }: Phrase): boolean => holiday && weekdays.length === 0;

/** Days that mostly are closed: they open only where hours or words say so. */
export const isSpecial = (phrase: Phrase): boolean =>
  phrase.fixed !== null || phrase.afterHoliday !== null || isHolidays(phrase);

/** Months, a season or school holidays, without days. */
export const onlyNarrows = (phrase: Phrase): boolean =>
  !isSpecial(phrase) &&
  phrase.nth.length === 0 &&
  phrase.weekdays.length === 0 &&
  phrase.monthDays.length === 0 &&
  !phrase.dates &&
  (phrase.months.length > 0 || phrase.season !== null || phrase.school !== null);

/** 「9月11日」: a day without the year. */
export const isSingleDay = ({ season }: Pick<Phrase, 'season'>): boolean =>
  season !== null && season.from.month === season.to.month && season.from.day === season.to.day;

/** 「9月11日」, 「2026年9月11日」 */
export const isOneDay = ({ season, dates }: Pick<Phrase, 'season' | 'dates'>): boolean =>
  dates ? dates.from === dates.to : isSingleDay({ season });

/** And nothing says on which weekday it is. */
export const isBareDay = (phrase: Phrase): boolean => isSingleDay(phrase) && phrase.weekdays.length === 0;
