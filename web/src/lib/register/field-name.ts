import type { RegisterWords } from './words/ja.ts';

/** What a field of `PlaceInput` is called in the form; its own name where the form has none. */
export function fieldName(field: string, t: RegisterWords): string {
  const names: Record<string, string> = {
    ...{ name: t.name, kana: t.kana, kinds: t.kinds, operator: t.operator, description: t.description },
    ...{ easyDescription: t.easyDescription, address: t.address, municipality: t.address, location: t.pin },
    ...{ addressHidden: t.addressHidden, serviceArea: t.serviceArea, ages: t.ages, agesText: t.ages },
    ...{ childAlone: t.childAlone, conditions: t.conditions, eligibility: t.eligibility, capacity: t.capacity },
    ...{ schedule: t.when, fee: t.yen, access: t.access, booking: t.booking, activities: t.activities },
    ...t.otherField,
    ...{ features: t.features, contact: t.step.contact, phonesHidden: t.phonesHidden, photos: t.photos },
  };
  return names[field.split('.')[0] ?? ''] ?? field;
}
