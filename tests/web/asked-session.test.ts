import { describe, expect, it } from 'vitest';
import { askedSession } from '../../web/src/lib/search/asked-session.ts';
import type { Filters, When } from '../../web/src/lib/search/filters.ts';
import { NO_FILTERS } from '../../web/src/lib/search/filters.ts';

/** Wednesday. */
const NOW = Date.parse('2026-11-25T15:00:00+09:00');
type State = NonNullable<Parameters<typeof askedSession>[0]['schedule']['asked']>;
type Next = NonNullable<State['next']>;

const aNext = (change: Partial<Next> = {}): Next => ({
  start: '2026-11-28T11:30:00+09:00',
  end: '2026-11-28T13:30:00+09:00',
  timeKnown: true,
  certain: true,
  activities: [],
  ages: null,
  ...change,
});
const closed = (next: Next | null): State => ({ kind: 'CLOSED', until: null, next });
const needs = [
  {
    code: 'eat',
    label: '',
    icon: '',
    kinds: ['childrens-cafeteria'],
    activities: ['meal'],
    consultation: false,
    features: [],
  },
];

function asked(state: State, when: When, change: Partial<Filters> = {}, kinds = ['children-center']) {
  const place = { kinds, schedule: { asked: state } } as Parameters<typeof askedSession>[0];
  return askedSession(place, { ...NO_FILTERS, when, ...change }, { needs }, NOW);
}

const SATURDAY = {
  start: '2026-11-28T11:30:00+09:00',
  end: '2026-11-28T13:30:00+09:00',
  timeKnown: true,
  certain: true,
};

describe('a card says when to go at the time that was asked', () => {
  it('the next session within it', () => {
    expect(asked(closed(aNext()), { kind: 'weekend' })).toEqual(SATURDAY);
  });

  it('nothing where the next session is later', () => {
    expect(asked(closed(aNext({ start: '2026-12-05T11:30:00+09:00' })), { kind: 'weekend' })).toBeNull();
  });

  it('what is left of a session that runs when the asked hours begin', () => {
    const open: State = {
      kind: 'OPEN',
      until: '2026-11-28T17:30:00+09:00',
      next: aNext({ start: '2026-11-30T09:00:00+09:00' }),
    };
    expect(asked(open, { kind: 'day', date: '2026-11-28', from: '15:00', to: null })).toEqual({
      start: '2026-11-28T15:00:00+09:00',
      end: '2026-11-28T17:30:00+09:00',
      timeKnown: true,
      certain: true,
    });
  });

  it('the session that begins with the asked day, where the place never closes', () => {
    const day = { start: '2026-11-26T00:00:00+09:00', end: '2026-11-27T00:00:00+09:00' };
    const always: State = { kind: 'OPEN', until: '2026-12-30T00:00:00+09:00', next: aNext(day) };
    expect(asked(always, { kind: 'tomorrow' })).toEqual({ ...day, timeKnown: true, certain: true });
  });

  it('nothing for today, which the badge answers', () => {
    expect(asked(closed(aNext()), { kind: 'today' })).toBeNull();
    expect(asked(closed(aNext()), { kind: 'any' })).toBeNull();
  });
});

describe('a session that may be for others is not shown', () => {
  const reading = closed(aNext({ activities: ['reading'] }));
  const weekend: When = { kind: 'weekend' };

  it('one of another activity than was asked', () => {
    expect(asked(reading, weekend, { needs: ['eat'] })).toBeNull();
    expect(asked(reading, weekend, { activities: ['meal'] })).toBeNull();
    expect(asked(reading, weekend, { activities: ['meal', 'reading'] })).toEqual(SATURDAY);
  });

  it('but where the kind of the place answers the need', () => {
    expect(asked(reading, weekend, { needs: ['eat'] }, ['childrens-cafeteria'])).toEqual(SATURDAY);
  });

  it('one of its own ages, where several people come', () => {
    const young = closed(aNext({ ages: [{ stages: [] }] }));
    expect(asked(young, weekend, { who: [{ years: 1 }, { years: 7 }] })).toBeNull();
    expect(asked(young, weekend, { who: [{ years: 1 }] })).toEqual(SATURDAY);
  });
});
