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

export type RouteApp = 'osm' | 'apple' | 'geo';

/** Other apps that know a way there: plain links, told nothing before the tap. None where the place is hidden or not known. */
export function routeLinks(place: Located): { app: RouteApp; href: string }[] {
  const to = destination(place);
  if (to === null) return [];
  const query = encodeURIComponent(to);
  const isPoint = place.location?.precision === 'EXACT';
  return [
    {
      app: 'osm',
      href: isPoint
        ? `https://www.openstreetmap.org/directions?to=${query}`
        : `https://www.openstreetmap.org/search?query=${query}`,
    },
    { app: 'apple', href: `https://maps.apple.com/?dirflg=w&daddr=${query}` },
    // RFC 5870; what follows `?q=` is what Android's apps put a pin at.
    { app: 'geo', href: `geo:${isPoint ? to : '0,0'}?q=${query}` },
  ];
}
