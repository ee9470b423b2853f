import type { Messages } from '../i18n/ja.ts';
import { plainText } from '../i18n/ruby.ts';
import { dayOf, hoursText } from '../schedule/date-text.ts';
import { weekdayOf } from '../schedule/jst.ts';
import type { Vocabulary } from '../shell/vocabulary.ts';
import { wordOf } from '../shell/vocabulary.ts';
import type { PlaceDetail } from './place-detail.ts';
import { townText } from './town-text.ts';

/** Search engines show about this much. */
const MOST_CHARACTERS = 160;

/**
 * What a search engine or a chat shows of a place: kind, town, when it is open, when next. Days by their date: such
 * texts are kept for weeks, where "tomorrow" would be untrue.
 */
export function placeDescription(place: PlaceDetail, vocabulary: Vocabulary, t: Messages): string {
  const { municipality, schedule } = place;
  const parts = [
    place.kinds.map((code) => wordOf(vocabulary.kinds, code).label).join(t.facts.join),
    municipality ? townText(municipality, t) : '',
    ...schedule.lines,
    nextText(schedule.sessions, t),
  ];
  const text = plainText(parts.filter((part) => part !== '').join(t.place.stop));
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
}

function nextText(sessions: PlaceDetail['schedule']['sessions'], t: Messages): string {
  const next = sessions.find(({ certain }) => certain);
  if (!next) return '';
  const date = dayOf(next.start);
  const day = t.day(Number(date.slice(5, 7)), Number(date.slice(8, 10)), weekdayOf(date));
  return `${t.card.next} ${day} ${hoursText(next, t)}`;
}
