/** A piece of a message: plain text, or a word with its reading. */
export interface RubyPart {
  text: string;
  reading: string | null;
}

const MARK = /\{([^{}|]+)\|([^{}|]+)\}/g;

/** Splits a message with marks such as `{場所|ばしょ}` into parts. */
export function rubyParts(message: string): RubyPart[] {
  const parts: RubyPart[] = [];
  let end = 0;
  for (const match of message.matchAll(MARK)) {
    if (match.index > end) parts.push({ text: message.slice(end, match.index), reading: null });
    parts.push({ text: match[1] ?? '', reading: match[2] ?? '' });
    end = match.index + match[0].length;
  }
  if (end < message.length) parts.push({ text: message.slice(end), reading: null });
  return parts;
}

/** The message as plain text with the readings in place of the marked words: for titles, labels and placeholders. */
export function plainText(message: string): string {
  return message.replace(MARK, '$2');
}
