import type { Problem } from '../domain/user-error.ts';
import { inVoice, type Voice } from '../domain/voice.ts';
import { OF_CODES } from './messages/of-codes.ts';
import { OF_DEEDS } from './messages/of-deeds.ts';
import { OF_FIELDS } from './messages/of-fields.ts';
import type { Message } from './messages/say.ts';

/** What a problem is called, by its key. A message says what to do. */
export const MESSAGES: Record<string, Message> = { ...OF_CODES, ...OF_FIELDS, ...OF_DEEDS };

/** The message of a problem in a voice. */
export function messageOf({ code, say: key, values = {} }: Problem, voice: Voice): string {
  const message = MESSAGES[key ?? code] ?? MESSAGES[code] ?? MESSAGES.INVALID;
  const text = message === undefined ? code : inVoice(message, voice);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
