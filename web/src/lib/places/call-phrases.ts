import type { Messages } from '../i18n/ja.ts';
import type { Who } from '../search/filters.ts';
import type { PlaceDetail } from './place-detail.ts';

type Ask = keyof Messages['call']['ask'];

/** A sentence to say on the telephone: Japanese with marks for its readings, whatever the reader's voice. */
export interface CallPhrase {
  ask: Ask;
  say: string;
  /** For a reader who reads Latin letters: as it is spoken, long vowels written out as in the name's. */
  romaji: string;
}

const SENTENCES: Record<Exclude<Ask, 'greet' | 'age'>, [string, string]> = {
  today: ['{今日|きょう}は、{開|あ}いていますか。', 'Kyou wa, aite imasu ka.'],
  tomorrow: ['あしたは、{開|あ}いていますか。', 'Ashita wa, aite imasu ka.'],
  hours: ['{何時|なんじ}から{何時|なんじ}までですか。', 'Nanji kara nanji made desu ka.'],
  booking: ['{予約|よやく}はいりますか。', 'Yoyaku wa irimasu ka.'],
  book: ['{予約|よやく}をしたいです。', 'Yoyaku o shitai desu.'],
  ages: ['{何歳|なんさい}から{行|い}けますか。', 'Nansai kara ikemasu ka.'],
  alone: ['{子|こ}どもだけで{行|い}ってもいいですか。', 'Kodomo dake de itte mo ii desu ka.'],
  fee: ['お{金|かね}はいくらですか。', 'Okane wa ikura desu ka.'],
  listen: ['{話|はなし}を{聞|き}いてほしいです。', 'Hanashi o kiite hoshii desu.'],
  noName: ['{名前|なまえ}を{言|い}わなくてもいいですか。', 'Namae o iwanakute mo ii desu ka.'],
  thanks: ['ありがとうございました。', 'Arigatou gozaimashita.'],
};

/**
 * What to ask a place: first its name, then what is not known of it, and always whether it is open tomorrow.
 * @param isConsultation somebody who calls there wants to be listened to, and may want to leave out the name.
 */
export function callPhrases(place: PlaceDetail, who: Who[], isConsultation: boolean): CallPhrase[] {
  const asks = isConsultation ? talkAsks() : visitAsks(place);
  const age = agePhrase(who);
  return [
    greeting(place),
    ...asks.flatMap((ask) => (ask === 'ages' && age ? [age] : [sentence(ask)])),
    sentence('thanks'),
  ];
}

type Plain = keyof typeof SENTENCES;

const talkAsks = (): Plain[] => ['listen', 'noName'];

function visitAsks({ schedule, booking, ages, childAlone, fee }: PlaceDetail): Plain[] {
  const { kind } = schedule.state;
  const asks: Plain[] = [];
  if (['MAYBE', 'ASK_TIME', 'UNKNOWN'].includes(kind)) asks.push('today');
  asks.push('tomorrow');
  if (kind === 'ASK_TIME' || kind === 'UNKNOWN' || schedule.sessions.some(({ timeKnown }) => !timeKnown)) {
    asks.push('hours');
  }
  if (!booking) asks.push('booking');
  else if (booking.need !== 'NONE') asks.push('book');
  if (!ages?.stated) asks.push('ages');
  if (!childAlone?.stated) asks.push('alone');
  if (!fee?.stated) asks.push('fee');
  return asks;
}

const sentence = (ask: Plain): CallPhrase => ({ ask, say: SENTENCES[ask][0], romaji: SENTENCES[ask][1] });

function greeting({ name, kana, romaji }: PlaceDetail): CallPhrase {
  // A name with the signs of a mark in it is left as it is.
  const isMarkable = kana && kana !== name && !/[{}|]/.test(name + kana);
  const say = `もしもし。${isMarkable ? `{${name}|${kana}}` : name}ですか。`;
  return { ask: 'greet', say, romaji: `Moshimoshi. ${romaji ?? name} desu ka.` };
}

/** With the age that was asked for, where it is one in years. */
function agePhrase(who: Who[]): CallPhrase | null {
  const [one, other] = who;
  if (!one || other || !('years' in one)) return null;
  return {
    ask: 'age',
    say: `${one.years}{歳|さい}です。{行|い}ってもいいですか。`,
    romaji: `${one.years}-sai desu. Itte mo ii desu ka.`,
  };
}
