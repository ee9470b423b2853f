import type { RequestEvent } from '@sveltejs/kit';
import type { UserError } from '../account/form/user-errors.ts';
import { ask, textOf } from '../server/ask.ts';
import { CorrectPin } from './moderate-queries.ts';

interface Point {
  latitude: number;
  longitude: number;
}

/** A pin that was moved, and where it was, by which that is taken back; null where it was nowhere. */
export interface MovedPin {
  place: string;
  before: Point | null;
}

/** Moves the pin of a place to where the form says. */
export async function movePin(
  event: RequestEvent,
  form: FormData,
): Promise<{ pin: MovedPin | null; userErrors: UserError[] }> {
  const place = textOf(form, 'place');
  const to = pointOf(form, 'location');
  if (!to) return { pin: null, userErrors: [] };
  const { userErrors } = (await ask(event, CorrectPin, { input: { id: place, ...to } })).correctPin;
  return { pin: userErrors.length > 0 ? null : { place, before: pointOf(form, 'before') }, userErrors };
}

function pointOf(form: FormData, name: string): Point | null {
  const [latitude, longitude] = ['latitude', 'longitude'].map((part) => textOf(form, `${name}.${part}`));
  return latitude && longitude ? { latitude: Number(latitude), longitude: Number(longitude) } : null;
}
