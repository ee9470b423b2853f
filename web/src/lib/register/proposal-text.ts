import type { BookingNeed } from '../graphql/gen/graphql.ts';
import type { Messages } from '../i18n/ja.ts';
import { feeBands } from '../places/fee-bands.ts';
import type { Proposal } from './flyer.ts';

interface Band {
  fromMonths: number | null;
  untilMonths: number | null;
}
type Fee = Record<keyof Messages['facts']['fee'], number | null | undefined> & { freeForChildren: boolean | null };

/** A proposal that is no text, as a person would say it. */
export function proposalText({ field, json }: Pick<Proposal, 'field' | 'json'>, t: Messages): string {
  const value: unknown = JSON.parse(json ?? 'null');
  if (field === 'ages') return (value as Band[]).map((band) => bandText(band, t)).join(t.facts.join);
  if (field === 'fee') return feeText(value as Fee, t);
  return t.place.bookingNeed[(value as { need: BookingNeed }).need];
}

function bandText({ fromMonths, untilMonths }: Band, t: Messages): string {
  const from = fromMonths === null ? null : ageText(fromMonths, t);
  // The last age that still counts wholly.
  const until = untilMonths === null ? null : ageText(untilMonths % 12 === 0 ? untilMonths - 12 : untilMonths, t);
  if (from === null && until === null) return t.facts.anyAge;
  if (from === null) return t.facts.until(until ?? '');
  return until === null ? t.facts.from(from) : t.facts.range(from, until);
}

const ageText = (months: number, t: Messages): string =>
  months % 12 === 0 ? t.facts.years(months / 12) : t.facts.yearsMonths(Math.floor(months / 12), months % 12);

function feeText(fee: Fee, t: Messages): string {
  const prices = feeBands(fee).map(({ band, yen }) => `${t.facts.fee[band]} ${t.facts.yen(yen)}`);
  return [...(fee.freeForChildren ? [t.facts.freeChildren] : []), ...prices].join(t.facts.join) || '—';
}
