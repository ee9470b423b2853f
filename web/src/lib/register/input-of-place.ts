import type { PlaceInput } from '../graphql/gen/graphql.ts';
import type { EditedPlace } from './edited-place.ts';

/** What an operator would have entered for a place as it is kept: the start of changing it. Days and times apart, whose own words stay. */
export function inputOfPlace(place: EditedPlace): PlaceInput {
  const bands = place.ages?.stated ? place.ages.bands : [];
  return {
    ...{ name: place.name, kana: place.kana, kinds: place.kinds, operator: place.operator },
    ...{ description: place.description, easyDescription: place.easyDescription },
    ...{ activities: place.activities, features: place.features, conditions: place.conditions },
    ...{ capacity: place.capacity, serviceArea: place.serviceArea },
    ...{ addressHidden: place.addressHidden, phonesHidden: place.phonesHidden },
    ages: bands.map(({ from, until }) => ({ fromMonths: from?.months, untilMonths: until?.months })),
    childAlone: place.childAlone?.stated ? place.childAlone.value : null,
    access: place.access?.stated ? place.access.value : null,
    fee: place.fee?.stated ? place.fee : null,
    booking: place.booking?.stated ? place.booking : null,
    eligibility: place.eligibility,
    contact: place.contact,
    address: place.address,
    location: place.location?.precision === 'EXACT' ? pointOf(place.location) : null,
  };
}

const pointOf = ({ latitude, longitude }: { latitude: number; longitude: number }) => ({ latitude, longitude });
