import type { Entry } from './entry.ts';
import type { Hours } from './hours.ts';
import { splitEntries } from './override.ts';
import { parsePhrase } from './parse-phrase.ts';
import type { Parsed, Phrase } from './phrase.ts';
import type { Reading, SessionDays } from './reading.ts';
import type { Token } from './token.ts';

const SESSION = /^(?:\([0-9]{1,2}\)|第?[1-9一二三](?:部|回目)|(?:午前|午後|昼|夜|朝)の?部)/;
const numberOf = (label: string) => label.replace(/^第|[のは]/g, '');

/** Reads what is said of a session that has its hours already; null where a token begins no such thing. */
export function parseSessionDays(reading: Reading, tokens: Token[], at: number): Parsed<SessionDays> | null {
  const label = tokens[at];
  if (label?.kind !== 'label' || !SESSION.test(label.text) || tokens[at + 1]?.kind !== 'topic') return null;
  if (!reading.groups.some(({ hours }) => hours.some((h) => isOf(h, label.text)))) return null;
  const phrases: Phrase[] = [];
  let next = at + 2;
  for (;;) {
    const phrase = parsePhrase(tokens, next);
    if (!phrase) break;
    phrases.push(phrase.value);
    next = tokens[phrase.next]?.kind === 'separator' ? phrase.next + 1 : phrase.next;
  }
  const end = tokens[next]?.kind;
  const held = end === undefined || ['only', 'held', 'close', 'break', 'space'].includes(end);
  if (phrases.length === 0 || !(held || end === 'closed' || end === 'except')) return null;
  if (end === 'only' || end === 'closed' || end === 'except') next++;
  const text = tokens.slice(at, next).map((token) => token.text);
  return { value: { label: label.text, phrases, held, text: text.join('') }, next };
}

const isOf = (h: Hours, label: string) => h.label !== null && numberOf(h.label) === numberOf(label);

/** The entries with each session on its own days alone; what rules cannot say goes into `lost`. */
export function holdSessions(entries: Entry[], sessions: SessionDays[], lost: string[]): Entry[] {
  return sessions.reduce((list, session) => {
    const next = session.phrases.length === 1 ? hold(list, session) : null;
    if (!next) lost.push(session.text);
    return next ?? list;
  }, entries);
}

function hold(entries: Entry[], { label, phrases, held }: SessionDays): Entry[] | null {
  const [days] = phrases;
  const without = (list: Entry[]) =>
    list.map((entry) => ({ ...entry, hours: entry.hours?.filter((h) => !isOf(h, label)) ?? null }));
  const split = days && splitEntries(entries, days);
  if (!split || split.inside.length === 0 || days.open) return null;
  const result = held ? [...split.inside, ...without(split.outside)] : [...without(split.inside), ...split.outside];
  return result.filter(({ hours }) => hours === null || hours.length > 0);
}
