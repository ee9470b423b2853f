import { randomUUID } from 'node:crypto';

/** A ready field, and what its aliases begin with; no compiled document of a client has names that begin with two underscores. */
export const READY_FIELD = '__ready';

/** Nobody outside this process knows it: no text of a place or a client can look like a slot. */
const MARK = randomUUID();
const SLOT = new RegExp(`"${READY_FIELD}\\d+":"${MARK}"`, 'g');

let collected: Buffer[] | null = null;

/** Some fields of an object that are JSON already (`"id":"1","name":"x"`), in the place of one field. */
export class Ready {
  /** UTF-8: what is sent again and again is not encoded again and again. */
  readonly json: Buffer;

  constructor(json: string) {
    this.json = Buffer.from(json);
  }

  toJSON(): string {
    if (collected === null) throw new Error('An answer with ready parts is written by `answerJson`.');
    collected.push(this.json);
    return MARK;
  }
}

/** An answer as JSON and a line end, in UTF-8, the ready parts of it as they are. */
export function answerJson(answer: object): Buffer {
  const parts: Buffer[] = [];
  collected = parts;
  try {
    const outline = `${JSON.stringify(answer)}\n`;
    return parts.length === 0 ? Buffer.from(outline) : between(outline.split(SLOT), parts);
  } finally {
    collected = null;
  }
}

/** Texts and the parts that stand between them, one after the other. */
function between(texts: string[], parts: Buffer[]): Buffer {
  let size = 0;
  for (const text of texts) size += Buffer.byteLength(text);
  for (const part of parts) size += part.length;
  const all = Buffer.allocUnsafe(size);
  let at = 0;
  for (const [next, text] of texts.entries()) {
    at += all.write(text, at);
    at += parts[next]?.copy(all, at) ?? 0;
  }
  return all;
}
