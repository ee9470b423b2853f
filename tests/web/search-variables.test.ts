import { describe, expect, it } from 'vitest';
import type { Filters, When } from '../../web/src/lib/search/filters.ts';
import { NO_FILTERS } from '../../web/src/lib/search/filters.ts';
import { chosenDays, daysVariables } from '../../web/src/lib/search/days-variables.ts';
import {
  boxAround,
  homeWindow,
  searchVariables,
  weekendFrom,
  whenInput,
} from '../../web/src/lib/search/search-variables.ts';

/** Tuesday 24 November 2026, 23:30 in Japan: still the 24th there, 14:30 in UTC. */
const NOW = Date.parse('2026-11-24T23:30:00+09:00');
const variables = (change: Partial<Filters>) => searchVariables({ ...NO_FILTERS, ...change }, NOW, null);

describe('when, as the API is asked', () => {
  it.each<[string, When, unknown]>([
    ['now is this instant', { kind: 'now' }, { openAt: '2026-11-24T23:30:00+09:00' }],
    [
      'today is what is left of it',
      { kind: 'today' },
      { openDuring: { from: '2026-11-24T23:30:00+09:00', to: '2026-11-25T00:00:00+09:00' } },
    ],
    ['tomorrow is the next day in Japan', { kind: 'tomorrow' }, { onDates: { from: '2026-11-25', to: '2026-11-25' } }],
    ['a weekend is Saturday and Sunday', { kind: 'weekend' }, { onDates: { from: '2026-11-28', to: '2026-11-29' } }],
    [
      'a day without hours takes sessions whose time is not known',
      { kind: 'day', date: '2026-12-01', from: null, to: null },
      { onDates: { from: '2026-12-01', to: '2026-12-01' } },
    ],
    [
      'a day from some hour lasts until midnight',
      { kind: 'day', date: '2026-12-31', from: '17:00', to: null },
      { openDuring: { from: '2026-12-31T17:00:00+09:00', to: '2027-01-01T00:00:00+09:00' } },
    ],
    [
      'an end before its start is left out',
      { kind: 'day', date: '2026-12-01', from: '17:00', to: '09:00' },
      { openDuring: { from: '2026-12-01T17:00:00+09:00', to: '2026-12-02T00:00:00+09:00' } },
    ],
    [
      'home by some time, without knowing where home is, is open before it',
      { kind: 'home', by: '17:00' },
      { openDuring: { from: '2026-11-25T14:00:00+09:00', to: '2026-11-25T17:00:00+09:00' } },
    ],
    ['any time asks nothing', { kind: 'any' }, undefined],
  ])('%s', (_what, when, expected) => {
    expect(whenInput(when, NOW)).toEqual(expected);
  });

  it('a weekend on a Saturday is that one, on a Sunday what is left of it', () => {
    expect(weekendFrom('2026-11-28')).toEqual({ from: '2026-11-28', to: '2026-11-29' });
    expect(weekendFrom('2026-11-29')).toEqual({ from: '2026-11-29', to: '2026-11-29' });
  });
});

describe('home by some time', () => {
  const home: Filters = { ...NO_FILTERS, when: { kind: 'home', by: '17:00' } };
  const own = { latitude: 35.7, longitude: 139.75, box: null };

  it('is a visit from now, where it is known where home is', () => {
    const now = Date.parse('2026-11-24T15:00:00+09:00');
    const { filter, near } = searchVariables(home, now, own);
    expect(filter.when).toEqual({
      visit: { from: '2026-11-24T15:00:00+09:00', homeBy: '2026-11-24T17:00:00+09:00' },
    });
    expect(near).toEqual({ latitude: 35.7, longitude: 139.75 });
    expect(filter.access).toEqual(['DROP_IN']);
  });

  it('is tomorrow after school once less than three quarters of an hour are left', () => {
    expect(homeWindow('17:00', Date.parse('2026-11-24T16:15:00+09:00')).isTomorrow).toBe(false);
    expect(homeWindow('17:00', Date.parse('2026-11-24T16:16:00+09:00'))).toEqual({
      from: '2026-11-25T14:00:00+09:00',
      to: '2026-11-25T17:00:00+09:00',
      isTomorrow: true,
    });
  });
});

describe('what is on by day', () => {
  const days = (when: When) => daysVariables({ ...NO_FILTERS, needs: ['eat'], when }, NOW, null);

  it('counts two weeks whatever time is asked, and lists the sessions of that time', () => {
    const { firstDay, lastDay, from, to, filter } = days({ kind: 'weekend' });
    expect([firstDay, lastDay]).toEqual(['2026-11-24', '2026-12-07']);
    expect([from, to]).toEqual(['2026-11-28T00:00:00+09:00', '2026-11-30T00:00:00+09:00']);
    expect(filter).toEqual({ needs: ['eat'] });
  });

  it('lists everything from now on where no time is asked', () => {
    const { from, to } = days({ kind: 'any' });
    expect([from, to]).toEqual(['2026-11-24T23:30:00+09:00', '2026-12-08T00:00:00+09:00']);
  });

  it('keeps to what one can walk into where the time is now', () => {
    expect(days({ kind: 'now' }).filter).toEqual({ needs: ['eat'], access: ['DROP_IN'] });
  });

  it('marks the days that were chosen, and none where none was', () => {
    expect(chosenDays({ kind: 'weekend' }, NOW)).toEqual({ from: '2026-11-28', to: '2026-11-29' });
    expect(chosenDays({ kind: 'now' }, NOW)).toEqual({ from: '2026-11-24', to: '2026-11-24' });
    expect(chosenDays({ kind: 'any' }, NOW)).toBeNull();
  });
});

describe('what one can just walk into', () => {
  it('is what "now" and a start without filters show', () => {
    expect(variables({ when: { kind: 'now' } }).filter.access).toEqual(['DROP_IN']);
    expect(variables({}).filter.access).toEqual(['DROP_IN']);
  });

  it('is not asked for another time, nor where somebody wants the rest too', () => {
    expect(variables({ when: { kind: 'tomorrow' } }).filter.access).toBeUndefined();
    expect(variables({ when: { kind: 'now' }, anyAccess: true }).filter.access).toBeUndefined();
    expect(variables({ needs: ['eat'] }).filter.access).toBeUndefined();
  });
});

describe('where', () => {
  it('a code of two digits or one ending in 000 is a prefecture, any other a municipality', () => {
    const within = (code: string) => variables({ where: { kind: 'area', code } }).filter.within;
    expect(within('13')).toEqual({ prefecture: '13' });
    expect(within('130001')).toEqual({ prefecture: '130001' });
    expect(within('131059')).toEqual({ municipality: '131059' });
  });

  it('a point chosen by name is measured from, within the radius', () => {
    const { near, filter, orderBy } = variables({
      where: { kind: 'point', latitude: 35, longitude: 139, name: '駅' },
      radius: 1000,
    });
    expect(near).toEqual({ latitude: 35, longitude: 139 });
    expect(filter.within).toEqual({ bounds: boxAround({ latitude: 35, longitude: 139 }, 1000) });
    expect(orderBy).toBeNull();
  });

  it('the own position stands above what the URL says', () => {
    const own = { latitude: 43.064, longitude: 141.347, box: null };
    const { near, filter } = searchVariables({ ...NO_FILTERS, where: { kind: 'area', code: '13' } }, NOW, own);
    expect(near).toEqual({ latitude: 43.064, longitude: 141.347 });
    expect(filter.within).toEqual({ bounds: boxAround(own, 3000) });
  });

  it('without a point the soonest to open come first', () => {
    expect(variables({ needs: ['play'] }).orderBy).toBe('OPENS_SOONEST');
  });

  it('a kilometre around a point in Tokyo is as many degrees as it should be', () => {
    expect(boxAround({ latitude: 35.7, longitude: 139.7 }, 1000)).toEqual({
      west: 139.6889,
      south: 35.691,
      east: 139.7111,
      north: 35.709,
    });
  });
});

describe('what', () => {
  it('each condition is asked only where it is on', () => {
    expect(variables({ needs: ['eat'] }).filter).toEqual({ needs: ['eat'] });
    expect(variables({ free: true, childAlone: true, noBooking: true, includeNotStated: true }).filter).toEqual({
      free: true,
      childAlone: true,
      booking: 'NOT_REQUIRED',
      includeNotStated: true,
    });
    expect(variables({ needs: ['eat'], hours: 'only-maybe' }).filter.hours).toBe('ONLY_MAYBE');
  });
});
