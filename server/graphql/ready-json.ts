import { randomUUID } from 'node:crypto';

/** A ready field, and what its aliases begin with; no compiled document of a client has names that begin with two underscores. */
export const READY_FIELD = '__ready';

/** Nobody outside this process knows it: no text of a place or a client can look like a slot. */
const MARK = randomUUID();
const SLOT = new RegExp(`"${READY_FIELD}\\d+":"${MARK}"`, 'g');

let collected: string[] | null = null;

/** Some fields of an object that are JSON already (`"id":"1","name":"x"`), in the place of one field. */
export class Ready {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }

  toJSON(): string {
    if (collected === null) throw new Error('An answer with ready parts is written by `answerJson`.');
    collected.push(this.json);
    return MARK;
  }
}

/** An answer as JSON and a line end, the ready parts of it as they are. */
export function answerJson(answer: object): string {
  const parts: string[] = [];
  collected = parts;
  try {
    // The line end goes before the parts: behind them it would have the whole copied once more.
    const outline = `${JSON.stringify(answer)}\n`;
    let next = 0;
    return parts.length === 0 ? outline : outline.replace(SLOT, () => parts[next++]!);
  } finally {
    collected = null;
  }
}
