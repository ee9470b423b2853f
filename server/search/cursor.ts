import { InputError } from '../domain/errors.ts';

/**
 * Cursors: where a page ended, as the order's key and the id, never as a count. So a walk gives each unchanged place once,
 * however many others come and go meanwhile.
 */
export type CursorValue = string | number | null;

/** URL-safe and opaque. `order` tells the cursors of one order from those of another. */
export function writeCursor(order: string, values: readonly CursorValue[]): string {
  const finite = values.map((value) => (value === Infinity ? null : value));
  return Buffer.from(JSON.stringify([order, ...finite])).toString('base64url');
}

/**
 * The values of a cursor.
 * @param kinds what each value must be; `number` takes null for Infinity.
 * @throws InputError where it is no cursor, or one of another order.
 */
export function readCursor(
  cursor: string,
  order: string,
  kinds: readonly ('string' | 'number')[],
): (string | number)[] {
  const values = parsed(cursor);
  const fits =
    values?.length === kinds.length + 1 &&
    values[0] === order &&
    kinds.every((kind, at) => typeof values[at + 1] === kind || (kind === 'number' && values[at + 1] === null));
  if (!fits) {
    throw new InputError(
      'INVALID',
      ['after'],
      'Give the `endCursor` of the page before, of the same search and order.',
    );
  }
  return values.slice(1).map((value) => (value === null ? Infinity : (value as string | number)));
}

function parsed(cursor: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
