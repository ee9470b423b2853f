import type { Place } from '../domain/place.ts';
import type { PlaceDocument } from './models.ts';

/** Domain value → document; a hidden address leaves no point behind. */
export function toDocument({
  id,
  ...place
}: Place | (Omit<Place, 'updatedAt'> & { updatedAt?: Date })): Omit<PlaceDocument, 'updatedAt'> {
  const { updatedAt: _, ...kept } = place;
  const { location } = place;
  const isPublic = location !== null && !place.addressHidden && location.precision !== 'MUNICIPALITY';
  return {
    _id: id,
    ...kept,
    ...(isPublic ? { point: { type: 'Point', coordinates: [location.longitude, location.latitude] } } : {}),
  };
}

/** Document → domain value. */
export function toPlace({ _id, point: _, ...document }: PlaceDocument): Place {
  return { id: _id, ...document };
}
