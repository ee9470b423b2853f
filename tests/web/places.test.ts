import { describe, expect, it } from 'vitest';
import { KINDS } from '../../server/domain/vocabulary/kinds.ts';
import { LIFE_STAGE_TERMS } from '../../server/domain/vocabulary/life-stages.ts';
import { en } from '../../web/src/lib/i18n/en.ts';
import { ja } from '../../web/src/lib/i18n/ja.ts';
import { pinName, pinOf, pinSvg } from '../../web/src/lib/map/pin-image.ts';
import type { Band } from '../../web/src/lib/places/ages-text.ts';
import { bandsText } from '../../web/src/lib/places/ages-text.ts';
import { directionsUrl } from '../../web/src/lib/places/directions.ts';
import { GROUP_COLOURS, groupOf } from '../../web/src/lib/places/kind-group.ts';
import { webUrl } from '../../web/src/lib/places/web-url.ts';
import { dayText, hoursText } from '../../web/src/lib/schedule/date-text.ts';
import { upcoming } from '../../web/src/lib/schedule/upcoming.ts';
import { addDays, dateInJapan, instantInJapan, instantOf, isDate, weekdayOf } from '../../web/src/lib/schedule/jst.ts';

const stage = (wanted: string) => LIFE_STAGE_TERMS.find((term) => term.stage === wanted)?.ja ?? wanted;
const ages = (from: number | null, until: number | null, days = 0): Band => ({
  from: from === null ? null : { months: from, days: 0 },
  until: until === null ? null : { months: until, days },
  stages: [],
});
const text = (...bands: Band[]) => bandsText(bands, stage, ja);

describe('ages in words', () => {
  it.each([
    ['under 18 is said by the last year that may come', [ages(null, 216)], '17歳まで'],
    ['from three to five', [ages(36, 72)], '3歳〜5歳'],
    ['from six months to before three, as こども誰でも通園 has it', [ages(6, 36, -1)], '6か月〜3歳になる前まで'],
    ['from a number of days', [{ from: { months: 0, days: 57 }, until: null, stages: [] }], '生後57日から'],
    ['from a year and a half', [ages(18, null)], '1歳6か月から'],
    ['both stages of primary school are one word', [{ stages: ['PRIMARY_LOWER', 'PRIMARY_UPPER'] }], '小学生'],
    ['several bands stand side by side', [ages(null, 48), { stages: ['PREGNANCY'] }], '3歳まで・妊娠中'],
    ['no limit is no text', [ages(null, null)], ''],
    ['from birth is no lower limit', [ages(0, 12)], '0歳まで'],
  ] as [string, Band[], string][])('%s', (_what, bands, expected) => {
    expect(text(...bands)).toBe(expected);
  });

  it('in English', () => {
    expect(bandsText([ages(null, 216)], stage, en)).toBe('up to 17 years');
    expect(bandsText([ages(6, 36, -1)], stage, en)).toBe('6 months to before 3 years');
  });
});

describe('days and hours in words', () => {
  it('a day is today, tomorrow or its date, whatever the zone of the process', () => {
    expect(dayText('2026-11-24', '2026-11-24', ja)).toBe('今日');
    expect(dayText('2026-11-25', '2026-11-24', ja)).toBe('あした');
    expect(dayText('2026-11-28', '2026-11-24', ja)).toBe('11月28日（土）');
    expect(dayText('2027-01-01', '2026-12-31', en)).toBe('Tomorrow');
    expect(dayText('2027-01-02', '2026-12-31', en)).toBe('Sat 2 Jan');
  });

  it('a session that ends at midnight ends at 24:00 of its day', () => {
    const session = { start: '2026-11-24T09:30:00+09:00', end: '2026-11-25T00:00:00+09:00', timeKnown: true };
    expect(hoursText(session, ja)).toBe('9:30〜24:00');
  });

  it('an end or a time that is not known is said so', () => {
    const start = '2026-11-24T09:30:00+09:00';
    expect(hoursText({ start, end: null, timeKnown: true }, ja)).toBe('9:30から');
    expect(hoursText({ start, end: null, timeKnown: false }, ja)).toBe('時間は聞いてみてね');
  });

  it('a session that is over is not the next one, one whose end is not known may still be', () => {
    const session = (start: string, end: string | null, timeKnown = true) => ({
      start: `2026-11-24T${start}:00+09:00`,
      end: end && `2026-11-24T${end}:00+09:00`,
      timeKnown,
    });
    const over = session('09:00', '17:00');
    const running = session('13:00', '17:01');
    const open = session('09:00', null);
    const dayOnly = session('00:00', null, false);
    const now = Date.parse('2026-11-24T17:00:00+09:00');
    expect(upcoming([over, running, open, dayOnly], now)).toEqual([running, open, dayOnly]);
  });

  it('instants become days of Japan', () => {
    expect(dateInJapan(Date.parse('2026-11-24T15:00:00Z'))).toBe('2026-11-25');
    expect(instantInJapan(Date.parse('2026-11-24T15:00:00Z'))).toBe('2026-11-25T00:00:00+09:00');
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(weekdayOf('2026-11-29')).toBe(0);
    expect(instantOf('2026-12-31', '24:00')).toBe('2027-01-01T00:00:00+09:00');
    expect([isDate('2026-02-29'), isDate('2028-02-29'), isDate('2026-2-9')]).toEqual([false, true, false]);
  });
});

describe('marks of the map', () => {
  it('every kind has a group', () => {
    const groups = new Set(KINDS.map(({ code }) => groupOf([code])));
    expect([...groups].sort()).toEqual(Object.keys(GROUP_COLOURS).sort());
  });

  it('a pin is known again by its name', () => {
    const pin = { group: 'eat', icon: 'rice-bowl', isOpen: true, isAround: false } as const;
    expect(pinOf(pinName(pin))).toEqual(pin);
    expect(pinOf('something|else')).toBeNull();
    expect(pinOf('pin|nothing|x||')).toBeNull();
  });

  it('tells open from closed and exact from around by more than colour', () => {
    const pin = { group: 'eat', icon: 'rice-bowl', isOpen: false, isAround: false } as const;
    expect(pinSvg({ ...pin, isOpen: true }, '')).toContain('<circle');
    expect(pinSvg(pin, '')).not.toContain('<circle');
    expect(pinSvg({ ...pin, isAround: true }, '')).toContain('stroke-dasharray');
    expect(pinSvg(pin, '')).not.toContain('stroke-dasharray');
  });

  it('group colours carry white icons at 4.5 to 1', () => {
    const light = (hex: string) => {
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
      const linear = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
      return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    };
    for (const colour of Object.values(GROUP_COLOURS)) expect(1.05 / (light(colour) + 0.05)).toBeGreaterThan(4.5);
  });
});

describe('links that lead away', () => {
  const place = {
    location: { latitude: 35.7, longitude: 139.7, precision: 'EXACT' as const },
    address: { text: '東京都文京区春日1-16-21', building: null, postalCode: null },
    addressHidden: false,
    municipality: null,
  };

  it('directions go to the point where it is exact, else to the address', () => {
    expect(directionsUrl(place)).toContain('destination=35.7%2C139.7');
    const around = { ...place, location: { ...place.location, precision: 'TOWN' as const } };
    expect(directionsUrl(around)).toContain(encodeURIComponent('東京都文京区春日1-16-21'));
  });

  it('there are no directions to a hidden address or to nowhere', () => {
    expect(directionsUrl({ ...place, addressHidden: true })).toBeNull();
    expect(directionsUrl({ ...place, location: null, address: null })).toBeNull();
  });

  it('only web addresses become links', () => {
    expect(webUrl('https://example.jp/あ')).toBe('https://example.jp/%E3%81%82');
    expect(webUrl('javascript:alert(1)')).toBeNull();
    expect(webUrl('なし')).toBeNull();
    expect(webUrl(null)).toBeNull();
  });
});
