import type { Place } from './place.ts';

/**
 * A place without what it hides. Whatever leaves the product towards visitors (search, map, feeds, exports) is made of
 * this, so that no exit has to think of it.
 */
export function publicView(place: Place): Place {
  const hidesAddress = place.addressHidden && (place.address !== null || place.location !== null);
  const hidesPhones = place.phonesHidden === true && place.contact.phones.length + (place.contact.fax ? 1 : 0) > 0;
  if (!hidesAddress && !hidesPhones) return place;
  return {
    ...place,
    ...(hidesAddress ? { address: null, location: null } : {}),
    ...(hidesPhones ? { contact: { ...place.contact, phones: [], fax: null } } : {}),
  };
}
