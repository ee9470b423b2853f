import type { PlaceDetail } from './place-detail.ts';

type Located = Pick<PlaceDetail, 'location' | 'address' | 'addressHidden' | 'municipality'>;

/** Where a route app is led: the point where it is exact, else the address. null where neither is known or it is hidden. */
function destination({ location, address, addressHidden }: Located): string | null {
  if (addressHidden) return null;
  if (location?.precision === 'EXACT') return `${location.latitude},${location.longitude}`;
  return address ? address.text : null;
}

/** Opens the route app of the phone; nothing of it is loaded before the tap. */
export function directionsUrl(place: Located): string | null {
  const to = destination(place);
  return to && `https://www.google.com/maps/dir/?api=1&travelmode=walking&destination=${encodeURIComponent(to)}`;
}
