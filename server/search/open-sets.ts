import type { Bits } from './bits.ts';

/** What the index keeps of which rows are open when. */

/** Rows that are open for certain, and that may be. */
export interface OpenRows {
  yes: Bits;
  maybe: Bits;
}

/**
 * Half an hour: rows that are open all the time, that may be, and those for which that changes within it. Of slotted rows
 * there are the sessions instead, since it depends on who comes.
 */
export interface OpenSlice extends OpenRows {
  /** Its first minute, since the epoch. */
  readonly mark: number;
  changing: RowList;
  sessions: SlicedSessions;
  /** Rows below it are in these lists. */
  listed: number;
  /** Up to which row it is filled. */
  filled: number;
  /** How many runs are filling it. */
  fillers: number;
}

/** A window or days: the same, of slotted rows as if everybody came. */
export interface OpenWindow extends OpenRows {
  /** Up to which row it is filled. */
  filled: number;
}

/** Rows, ascending; there may be room behind them. */
export interface RowList {
  length: number;
  rows: Uint32Array;
}

/** Sessions that run all through half an hour, by row. */
export interface SlicedSessions extends RowList {
  /** Twice the number of the facts that a session has of its own, and 1 more where it is held for certain. */
  facts: Uint32Array;
}
