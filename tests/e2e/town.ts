import type { Place } from '../../server/domain/place.ts';
import type { Schedule } from '../../server/domain/schedule/schedule.ts';
import { aPlace, aRule, aSchedule, time } from '../support/a-place.ts';

/** Day and night, every day, holidays too: true whenever the tests run. */
const ALWAYS: Schedule = aSchedule([aRule([], [{ start: 0, end: 1440 }])], { holidays: 'AS_USUAL' });
/** Held, but nobody knows when. */
const IRREGULAR: Schedule = aSchedule([], { certainty: 'IRREGULAR', text: '不定期' });

const at = (latitude: number, longitude: number): Pick<Place, 'location'> => ({
  location: { latitude, longitude, precision: 'EXACT' },
});
const ages = (from: number, until: number): Pick<Place, 'ages'> => ({
  ages: [{ from: { months: from * 12, days: 0 }, until: { months: until * 12, days: 0 } }],
});
const phone = (number: string): Pick<Place, 'contact'> => ({
  contact: { phones: [{ number, note: null }], emails: [], url: 'https://example.jp/', fax: null },
});

/** A small town for the errands, around the 文京区 office, with one place of each difficulty. */
export function aTown(): Place[] {
  return [
    aPlace({
      id: 'dinner',
      name: 'ひまわり食堂',
      kana: 'ひまわりしょくどう',
      kinds: ['childrens-cafeteria'],
      activities: ['meal'],
      schedule: ALWAYS,
      childAlone: true,
      access: 'DROP_IN',
      fee: { ...aPlace().fee, freeForChildren: true, adult: 300 },
      booking: { need: 'NONE' },
      ...ages(3, 18),
      ...phone('03-0000-0001'),
      ...at(35.709, 139.753),
      source: {
        dataset: '文京区 子ども食堂一覧',
        key: '1',
        licence: 'CC BY 4.0',
        url: 'https://example.jp/data',
        retrievedAt: '2026-10-01',
        row: {},
        imported: null,
      },
    }),
    aPlace({
      id: 'grown-up-dinner',
      name: 'つきよ食堂',
      kinds: ['childrens-cafeteria'],
      activities: ['meal'],
      schedule: ALWAYS,
      childAlone: false,
      access: 'BOOKED',
      ...ages(0, 18),
      ...at(35.712, 139.759),
    }),
    aPlace({
      id: 'ask-dinner',
      name: 'ときどき食堂',
      kinds: ['childrens-cafeteria'],
      activities: ['meal'],
      schedule: IRREGULAR,
      childAlone: true,
      ...ages(0, 18),
      location: { latitude: 35.7065, longitude: 139.7485, precision: 'TOWN' },
    }),
    aPlace({
      id: 'plaza',
      name: 'ぞうさんひろば',
      kinds: ['parent-child-plaza'],
      schedule: ALWAYS,
      ...at(35.7005, 139.7505),
    }),
    aPlace({
      id: 'center',
      name: '本駒込児童館',
      kinds: ['children-center'],
      activities: ['play-indoors'],
      schedule: aSchedule([aRule([1, 2, 3, 4, 5, 6], [{ start: time('9:00'), end: time('18:00') }])], {
        text: '月〜土 9時〜18時',
      }),
      ...at(35.73, 139.7535),
    }),
    aPlace({
      id: 'shelter',
      name: 'かくれがの家',
      kinds: ['third-place'],
      schedule: ALWAYS,
      addressHidden: true,
      access: 'DROP_IN',
      features: ['open-in-school-hours', 'school-not-told'],
    }),
    aPlace({
      id: 'osaka',
      name: '大阪あそびの館',
      kinds: ['children-center'],
      schedule: ALWAYS,
      municipalityCode: '271284',
      address: { text: '大阪府大阪市中央区1', building: null, postalCode: null },
      ...at(34.681, 135.51),
    }),
    ...Array.from({ length: 24 }, (_, index) =>
      aPlace({
        id: `nursery${index}`,
        name: `はと保育園${index + 1}`,
        kinds: ['nursery'],
        schedule: ALWAYS,
        ...at(35.705 + (index % 6) * 0.004, 139.74 + Math.floor(index / 6) * 0.006),
      }),
    ),
  ];
}
