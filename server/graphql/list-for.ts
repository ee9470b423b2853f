import type { Asking } from '../accounts/people.ts';
import { mayRead, type ReadRight } from '../accounts/rights.ts';
import type { Place } from '../domain/place.ts';
import { askingOf, type Context } from './context.ts';

/** A list beside a place for who may see it by the table of rights, whatever led here; of no place, and for others, it is empty. */
export async function listFor<T>(
  place: Place | null,
  what: ReadRight,
  context: Context,
  list: (place: Place, asking: Asking) => Promise<T[]>,
): Promise<T[]> {
  return place && mayRead(context.viewer, place, what) ? list(place, askingOf(context)) : [];
}
