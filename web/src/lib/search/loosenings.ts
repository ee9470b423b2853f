import type { Messages } from '../i18n/ja.ts';
import type { Filters } from './filters.ts';
import { RADII, withFilters } from './filters.ts';

/** A way to ask for less, and the message that offers it. */
export interface Loosening {
  label: keyof Messages['empty'];
  filters: Filters;
}

/** Ways to loosen filters that found nothing, the nearest to what was asked first. `isNear`: around a point or the visitor. */
export function looseningsOf(filters: Filters, isNear: boolean): Loosening[] {
  const ways: (Loosening | null)[] = [
    ['now', 'home'].includes(filters.when.kind) && !filters.anyAccess
      ? way(filters, 'anyAccess', { anyAccess: true })
      : null,
    filters.when.kind !== 'any' && filters.hours === 'known' ? way(filters, 'askToo', { hours: 'also-maybe' }) : null,
    ['now', 'today', 'home'].includes(filters.when.kind)
      ? way(filters, 'tomorrow', { when: { kind: 'tomorrow' } })
      : null,
    isNear ? farther(filters) : null,
    filters.when.kind === 'any' ? null : way(filters, 'anyTime', { when: { kind: 'any' }, hours: 'known' }),
    filters.free || filters.childAlone || filters.noBooking || filters.features.length > 0
      ? way(filters, 'noConditions', { free: false, childAlone: false, noBooking: false, features: [] })
      : null,
    filters.includeNotStated ? null : way(filters, 'unstatedToo', { includeNotStated: true }),
    hasWhat(filters) ? way(filters, 'anyKind', { needs: [], kinds: [], activities: [] }) : null,
    filters.who.length > 0 ? way(filters, 'anyAge', { who: [] }) : null,
    filters.where.kind !== 'anywhere' ? way(filters, 'everywhere', { where: { kind: 'anywhere' } }) : null,
    filters.text !== '' ? way(filters, 'noText', { text: '' }) : null,
  ];
  return ways.filter((entry) => entry !== null);
}

const way = (filters: Filters, label: Loosening['label'], change: Partial<Filters>): Loosening => ({
  label,
  filters: withFilters(filters, change),
});

function farther(filters: Filters): Loosening | null {
  const radius = RADII.find((meters) => meters > filters.radius);
  return radius ? way(filters, 'farther', { radius }) : null;
}

const hasWhat = ({ needs, kinds, activities }: Filters): boolean => needs.length + kinds.length + activities.length > 0;
