import { describe, expect, it } from 'vitest';
import { routeLinks } from '../../web/src/lib/places/directions.ts';
import { ownWords } from '../../web/src/lib/places/own-words.ts';
import { qrPath } from '../../web/src/lib/places/qr-path.ts';
import { telUrl } from '../../web/src/lib/places/tel-url.ts';
import { wayBetween } from '../../web/src/lib/places/way.ts';
import { isConsultationPlace } from '../../web/src/lib/search/consultation.ts';

describe('the way from where somebody is', () => {
  const tokyo = { latitude: 35.681236, longitude: 139.767125 };

  it('is the length that the tables of the earth give', () => {
    // Tokyo to Osaka station: 402 to 404 km, depending on the figure of the earth.
    const { meters } = wayBetween(tokyo, { latitude: 34.702485, longitude: 135.495951 });
    expect(meters).toBeGreaterThan(402_000);
    expect(meters).toBeLessThan(404_500);
  });

  it('takes a child 22 minutes for a kilometre as the crow flies, and never no time', () => {
    const north = { ...tokyo, latitude: tokyo.latitude + 1 / 111.195 };
    expect(wayBetween(tokyo, north)).toMatchObject({ minutes: 22, direction: 0 });
    expect(wayBetween(tokyo, tokyo).minutes).toBe(1);
  });

  it.each([
    [1, 0, 0],
    [1, 1.2, 1],
    [0, 1, 2],
    [-1, 1.2, 3],
    [-1, 0, 4],
    [-1, -1.2, 5],
    [0, -1, 6],
    [1, -1.2, 7],
  ])('%i° north and %f° east of here lies wind %i', (north, east, direction) => {
    const to = { latitude: tokyo.latitude + north / 100, longitude: tokyo.longitude + east / 100 };
    expect(wayBetween(tokyo, to).direction).toBe(direction);
  });
});

describe('what the operator wrote', () => {
  it('is parted into the way there, what to bring and everything else, nothing lost', () => {
    const words = ownWords([
      'ごはんを',
      '作っています。\n\nアクセス：駅から',
      '5分\n駐車場：',
      'なし\n持ち物：上ばき、',
      '水とう\nまた来てね',
    ]);
    expect(words).toEqual({
      about: [['ごはんを', '作っています。'], [], ['また来てね']],
      access: ['駅から5分', '駐車場：なし'],
      bring: ['上ばき、水とう'],
    });
  });

  it('is left alone where it only speaks of such things', () => {
    const text = 'アクセスのよい場所です。持ち物はいりません。';
    expect(ownWords([text])).toEqual({ about: [[text]], access: [], bring: [] });
  });
});

describe('links that lead away', () => {
  const place = {
    location: { latitude: 35.7, longitude: 139.7, precision: 'EXACT' as const },
    address: { text: '東京都文京区春日1', building: null, postalCode: null },
    addressHidden: false,
    municipality: null,
  };

  it('other maps are led to the point, or to the address where there is none', () => {
    expect(routeLinks(place).map(({ href }) => href)).toEqual([
      'https://www.openstreetmap.org/directions?to=35.7%2C139.7',
      'https://maps.apple.com/?dirflg=w&daddr=35.7%2C139.7',
      'geo:35.7,139.7?q=35.7%2C139.7',
    ]);
    const address = encodeURIComponent('東京都文京区春日1');
    const links = routeLinks({ ...place, location: { ...place.location, precision: 'TOWN' } });
    expect(links.every(({ href }) => href.includes(address) && !href.includes('35.7'))).toBe(true);
  });

  it('no map is led to a hidden address', () => {
    expect(routeLinks({ ...place, addressHidden: true })).toEqual([]);
  });

  it('a number is dialled by its digits, however it is written', () => {
    expect(telUrl('０３（1234）５678')).toBe('tel:0312345678');
    expect(telUrl('+81 3-1234-5678')).toBe('tel:+81312345678');
  });
});

describe('the QR code', () => {
  it('draws every dark module within its square and its quiet zone', () => {
    const { size, path } = qrPath('https://ibasho.example.jp/places/dinner');
    const modules = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => [Number(x), Number(y)]);
    expect(modules.join('').length).toBeGreaterThan(0);
    expect(modules.flat().every((at) => at >= 4 && at < size - 4)).toBe(true);
    // The finder patterns stand in three corners.
    for (const corner of [
      [4, 4],
      [size - 11, 4],
      [4, size - 11],
    ])
      expect(modules).toContainEqual(corner);
  });
});

describe('a place for consultation', () => {
  const need = { activities: [], features: [], label: '', icon: '' };
  const needs = [
    { ...need, code: 'listen', kinds: ['child-guidance-center', 'third-place'], consultation: true },
    { ...need, code: 'play', kinds: ['third-place', 'children-center'], consultation: false },
  ];

  it('is one with a kind that answers such needs alone', () => {
    expect(isConsultationPlace(['child-guidance-center'], needs)).toBe(true);
    expect(isConsultationPlace(['children-center', 'child-guidance-center'], needs)).toBe(true);
    expect(isConsultationPlace(['third-place'], needs)).toBe(false);
    expect(isConsultationPlace(['nursery'], needs)).toBe(false);
  });
});
