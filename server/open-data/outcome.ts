import type { Doubt } from './cells.ts';

export type Action = 'created' | 'updated' | 'unchanged' | 'skipped';

export type SkipCode = 'BLANK_ROW' | 'NO_NAME' | 'HEADER_ROW' | 'DUPLICATE_ROW' | 'NO_MAIN_ROW' | 'NOT_FOR_CHILDREN';

/** What became (or would become) of one row. Every data row of a file has exactly one. */
export interface Outcome {
  line: number;
  action: Action;
  name: string | null;
  placeId: string | null;
  /** Why the row was skipped. */
  reason: { code: SkipCode; message: string } | null;
  doubts: Doubt[];
}

export function skipped(line: number, name: string | null, code: SkipCode, message: string): Outcome {
  return { line, action: 'skipped', name, placeId: null, reason: { code, message }, doubts: [] };
}
