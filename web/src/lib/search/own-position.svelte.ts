import type { Box } from './filters.ts';
import type { OwnPosition } from './search-variables.ts';

type Status = 'off' | 'asking' | 'on' | 'denied';

/**
 * The visitor's own position: in this page's memory alone, never in the URL or a store, asked for by a tap only, and
 * rounded to 3 decimals (about 100 m) before anything else sees it. The server never sets it.
 */
export const ownPosition = $state<{ status: Status; value: OwnPosition | null }>({ status: 'off', value: null });

const rounded = (degrees: number): number => Math.round(degrees * 1000) / 1000;

/** Asks the device where it is. Resolves once it is known or refused; never rejects. */
export function locate(): Promise<void> {
  ownPosition.status = 'asking';
  return new Promise((resolve) => {
    const refused = () => {
      ownPosition.status = 'denied';
      resolve();
    };
    if (!('geolocation' in navigator)) return refused();
    const found = ({ coords }: GeolocationPosition) => {
      ownPosition.value = { latitude: rounded(coords.latitude), longitude: rounded(coords.longitude), box: null };
      ownPosition.status = 'on';
      resolve();
    };
    navigator.geolocation.getCurrentPosition(found, refused, { maximumAge: 60_000, timeout: 15_000 });
  });
}

/** Forgets the position. */
export function forgetPosition(): void {
  ownPosition.value = null;
  ownPosition.status = 'off';
}

/** Looks at another part of the map while the position is on: kept here, not in the URL. */
export function lookAt(box: Box | null): void {
  if (ownPosition.value) ownPosition.value = { ...ownPosition.value, box };
}
