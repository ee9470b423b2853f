import { plainText } from '../i18n/ruby.ts';
import type { Messages } from '../i18n/ja.ts';
import { proposalText } from '../register/proposal-text.ts';
import type { KeptPlace } from './my-place.ts';

/** Lines of a flyer or a message about a place: when, where, who, cost. What is hidden stays hidden. */
export function placeLines(place: KeptPlace, t: Messages): string[] {
  const { schedule, address, addressHidden, municipality, ages, fee, booking } = place;
  const bands = (ages?.stated ? ages.bands : []).map(({ from, until }) => ({
    fromMonths: from?.months ?? null,
    untilMonths: until?.months ?? null,
  }));
  const town = municipality ? municipality.prefecture.name + municipality.name : '';
  const where = addressHidden ? town : [address?.text ?? town, address?.building].filter(Boolean).join(' ');
  const price = fee?.stated ? proposalText({ field: 'fee', json: JSON.stringify(fee) }, t) : '';
  return [
    ...(schedule.source ? [schedule.source] : schedule.lines),
    where,
    bands.length > 0 ? proposalText({ field: 'ages', json: JSON.stringify(bands) }, t) : '',
    price === '—' ? (fee?.note ?? '') : price,
    booking?.stated ? t.place.bookingNeed[booking.need] : '',
  ]
    .map(plainText)
    .filter((line) => line !== '');
}

/** A message to pass on: name, lines, address of the page. */
export function shareText(place: KeptPlace, url: string, t: Messages): string {
  return [place.name, ...placeLines(place, t), url].join('\n');
}
