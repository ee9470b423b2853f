import type { Messages } from '../i18n/ja.ts';
import { clockText, dayText, hourText } from '../schedule/date-text.ts';
import type { Vocabulary } from '../shell/vocabulary.ts';
import { wordOf } from '../shell/vocabulary.ts';
import type { Filters, When, Where, Who } from './filters.ts';
import { NO_FILTERS, withFilters } from './filters.ts';
import { whoToText } from './filters-url.ts';

/** What the names of filters depend on. */
export interface Naming {
  t: Messages;
  vocabulary: Vocabulary;
  areaName: string | null;
  /** Day in Japan, `2026-11-24`. */
  today: string;
}

/** A filter that is on, and the filters without it. */
export interface ActiveFilter {
  key: string;
  name: string;
  without: Filters;
}

/** Every filter that is on, in the order in which the form asks. */
export function activeFilters(filters: Filters, naming: Naming): ActiveFilter[] {
  const { t } = naming;
  const one = (key: string, name: string, change: Partial<Filters>): ActiveFilter => ({
    key,
    name,
    without: withFilters(filters, change),
  });
  const codes = (field: 'needs' | 'kinds' | 'activities' | 'features') =>
    filters[field].map((code) =>
      one(`${field}-${code}`, wordOf(naming.vocabulary[field], code).label, {
        [field]: filters[field].filter((other) => other !== code),
      }),
    );
  return [
    ...(filters.text ? [one('text', filters.text, { text: '' })] : []),
    ...(filters.where.kind === 'anywhere'
      ? []
      : [one('where', whereName(filters.where, naming), { where: NO_FILTERS.where })]),
    ...(filters.when.kind === 'any'
      ? []
      : [one('when', whenName(filters.when, naming), { when: NO_FILTERS.when, hours: 'known', anyAccess: false })]),
    ...filters.who.map((who) =>
      one(`who-${whoToText(who)}`, whoName(who, t, naming.vocabulary), {
        who: filters.who.filter((other) => other !== who),
      }),
    ),
    ...codes('needs'),
    ...codes('activities'),
    ...codes('kinds'),
    ...codes('features'),
    ...(filters.childAlone ? [one('alone', t.filters.alone, { childAlone: false })] : []),
    ...(filters.free ? [one('free', t.filters.free, { free: false })] : []),
    ...(filters.noBooking ? [one('booking', t.filters.noBooking, { noBooking: false })] : []),
    ...(filters.hours === 'only-maybe' ? [one('hours', t.filters.onlyMaybe, { hours: 'known' })] : []),
    ...(filters.hours === 'also-maybe' ? [one('hours', t.filters.alsoMaybe, { hours: 'known' })] : []),
    ...(filters.includeNotStated ? [one('unstated', t.filters.alsoUnstated, { includeNotStated: false })] : []),
    ...(filters.anyAccess ? [one('access', t.filters.anyAccess, { anyAccess: false })] : []),
  ];
}

/** One person in words. */
export function whoName(who: Who, t: Messages, vocabulary: Vocabulary): string {
  if ('years' in who) return t.filters.years(who.years);
  if ('months' in who) return t.filters.months(who.months);
  return vocabulary.lifeStages.find((term) => term.stage === who.stage)?.label ?? who.stage;
}

/** A time in words. */
export function whenName(when: When, { t, today }: Naming): string {
  if (when.kind === 'home') return t.filters.homeBy(clockText(when.by, t));
  if (when.kind !== 'day') return t.filters[when.kind];
  const day = dayText(when.date, today, t);
  if (!when.from && !when.to) return day;
  return `${day} ${t.timeRange(hourText(when.from ?? '0:00'), when.to)}`;
}

/** An area in words. */
export function whereName(where: Where, { t, vocabulary, areaName }: Naming): string {
  if (where.kind === 'box') return t.filters.mapArea;
  if (where.kind === 'point') return t.filters.around(where.name || t.filters.mapArea);
  if (where.kind === 'anywhere') return t.filters.anywhere;
  const prefecture = vocabulary.prefectures.find(({ code }) => code.startsWith(where.code.slice(0, 2)));
  return areaName ?? prefecture?.name ?? where.code;
}
