import { describe, expect, it } from 'vitest';
import { datedEvents, openingHoursSpecification } from '../../../server/domain/schedule/write-schema-org.ts';
import { aRule, aSchedule, hours, tokyo } from './support/schedules.ts';

const FROM = tokyo('2026-11-16');
const TO = tokyo('2026-12-14');

describe('opening hours for schema.org', () => {
  it('are one entry per weekday group, with closed holidays beside it', () => {
    const schedule = aSchedule([aRule({ weekdays: [1, 2], slots: [hours(9, 12), hours(13, 17)] })], {
      holidays: 'CLOSED',
    });
    const dayOfWeek = ['https://schema.org/Monday', 'https://schema.org/Tuesday'];
    expect(openingHoursSpecification(schedule, FROM, TO)).toEqual([
      { '@type': 'OpeningHoursSpecification', dayOfWeek, opens: '09:00', closes: '12:00' },
      { '@type': 'OpeningHoursSpecification', dayOfWeek, opens: '13:00', closes: '17:00' },
      {
        '@type': 'OpeningHoursSpecification',
        validFrom: '2026-11-23',
        validThrough: '2026-11-23',
        opens: '00:00',
        closes: '00:00',
      },
    ]);
  });

  it('are dates where the days are not weekly', () => {
    const monthly = aSchedule([aRule({ weekdays: [6], nth: [2], slots: [hours(11.5, 13.5)] })]);
    expect(openingHoursSpecification(monthly, FROM, TO)).toEqual([
      {
        '@type': 'OpeningHoursSpecification',
        validFrom: '2026-12-12',
        validThrough: '2026-12-12',
        opens: '11:30',
        closes: '13:30',
      },
    ]);
  });

  it('are of whole days, so that neither the day that has begun nor the last one is closed before its time', () => {
    const schedule = aSchedule([aRule({ weekdays: [1, 5], slots: [hours(9, 12), hours(14, 16)] })]);
    const noon = 12.4 * 3_600_000;
    const whole = openingHoursSpecification(schedule, FROM, tokyo('2026-12-12'));
    // From a Monday to a Friday; both are open in the morning and in the afternoon.
    expect(openingHoursSpecification(schedule, FROM + noon, tokyo('2026-12-11') + noon)).toEqual(whole);
    expect(whole.filter(({ validFrom }) => validFrom !== undefined)).toEqual([]);
  });

  it('leave out what is not certain', () => {
    const maybe = aSchedule([aRule({ weekdays: [4], certainty: 'IRREGULAR', slots: [hours(17, 18)] })]);
    expect(openingHoursSpecification(maybe, FROM, TO)).toEqual([]);
    expect(datedEvents({ name: 'n', url: 'u', schedule: maybe }, FROM, TO)).toEqual([]);
  });
});

describe('events for schema.org', () => {
  it('carry the offset of Japan, and a date alone where the hours are not known', () => {
    const schedule = aSchedule([
      aRule({ weekdays: [3], slots: [{ ...hours(17.5, null), label: '学習支援' }] }),
      aRule({ dates: ['2026-11-22'] }),
    ]);
    expect(
      datedEvents({ name: 'みなと', url: 'https://example.org/p', schedule, free: true }, FROM, tokyo('2026-11-23')),
    ).toEqual([
      {
        '@type': 'Event',
        name: 'みなと（学習支援）',
        url: 'https://example.org/p',
        startDate: '2026-11-18T17:30:00+09:00',
        eventStatus: 'https://schema.org/EventScheduled',
        isAccessibleForFree: true,
      },
      {
        '@type': 'Event',
        name: 'みなと',
        url: 'https://example.org/p',
        startDate: '2026-11-22',
        eventStatus: 'https://schema.org/EventScheduled',
        isAccessibleForFree: true,
      },
    ]);
  });
});
