import { longer } from './bits.ts';

/** Spans in columns, reused from call to call. */
export interface SpanBuffer {
  length: number;
  start: Int32Array;
  /** When it surely is over. */
  end: Int32Array;
  flags: Uint8Array;
  slot: Uint32Array;
}

/** Held for certain. */
export const CERTAIN = 1;
/** The hours are known, not only the day. */
export const TIMED = 2;
/** No end is stated; `end` is the end of the day. */
export const ENDLESS = 4;
/** A session, not only the statement that nothing is known. */
export const SESSION = 8;

export function createSpanBuffer(): SpanBuffer {
  return {
    length: 0,
    start: new Int32Array(256),
    end: new Int32Array(256),
    flags: new Uint8Array(256),
    slot: new Uint32Array(256),
  };
}

/** Makes room for as many again. */
export function growBuffer(spans: SpanBuffer): void {
  const room = spans.start.length * 2;
  spans.start = longer(spans.start, room);
  spans.end = longer(spans.end, room);
  spans.flags = longer(spans.flags, room);
  spans.slot = longer(spans.slot, room);
}
