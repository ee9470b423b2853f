import type { Place } from '../../server/domain/place.ts';

/** What becomes of a change: refused; waits for a moderator; live at once. */
export type Fate = 'refused' | 'waits' | 'live';

export const FIELD_ROLES = [
  'visitor',
  'account',
  'operator',
  'operator of another place',
  'moderator',
  'moderator of another area',
  'admin',
] as const;
export type FieldRole = (typeof FIELD_ROLES)[number];

/** A change of one field of a published place, and what is to become of it. */
export interface FieldSample {
  /** What is special about it, where a field has several. */
  of?: string;
  value: unknown;
  /** What the public place says once it is live. */
  query: string;
  shown: object;
  /** Fields of the stored place that may differ then, and no other. */
  stored: (keyof Place)[];
  /** Fields that a review names, where they are more than the field itself. */
  reviewed?: string[];
  /** What the place is before. */
  before?: Partial<Place>;
  /** One letter a role, in the order of FIELD_ROLES: `-` refused, `w` waits, `l` live. */
  fates: string;
}

const FATES: Record<string, Fate> = { '-': 'refused', w: 'waits', l: 'live' };

export function fateOf({ fates }: FieldSample, role: FieldRole): Fate {
  const fate = FATES[fates.split(' ')[FIELD_ROLES.indexOf(role)] ?? ''];
  if (fate === undefined) throw new Error(`No fate is written for ${role}.`);
  return fate;
}

//            visitor account operator (other) moderator (other) admin
const LIVE = '- - l - l - l';
const WAITS = '- - w - l - l';
/** Out of the moderator's own area: whoever moderates where it goes decides. */
const WAITS_FOR_MODERATORS = '- - w - w - l';

const PHONE = { phones: [{ number: '03-1111-2222', note: null }], emails: [], url: null, fax: null };
const LINK = 'くわしくは https://another.example.com/ を見てください';

const text = (name: keyof Place): FieldSample[] => [
  { value: 'ひろい庭があります', query: name, shown: { [name]: 'ひろい庭があります' }, stored: [name], fates: LIVE },
  { of: 'with a link', value: LINK, query: name, shown: { [name]: LINK }, stored: [name], fates: WAITS },
];

/**
 * Per field of `PlaceInput`: could a false value lead a child astray (name, reading, who runs it, how to reach it, where
 * it is, what it belongs to), it waits; so do a new way to be reached within words, and showing what was hidden.
 */
export const FIELD_SAMPLES: Record<string, FieldSample[]> = {
  name: [{ value: 'あたらしい名前', query: 'name', shown: { name: 'あたらしい名前' }, stored: ['name'], fates: WAITS }],
  kana: [
    { value: 'あたらしいなまえ', query: 'kana', shown: { kana: 'あたらしいなまえ' }, stored: ['kana'], fates: WAITS },
  ],
  kinds: [
    {
      value: ['children-center'],
      query: 'kinds',
      shown: { kinds: ['children-center'] },
      stored: ['kinds'],
      fates: LIVE,
    },
  ],
  activities: [
    {
      value: ['reading'],
      query: 'activities',
      shown: { activities: ['reading'] },
      stored: ['activities'],
      fates: LIVE,
    },
  ],
  features: [{ value: ['wifi'], query: 'features', shown: { features: ['wifi'] }, stored: ['features'], fates: LIVE }],
  description: text('description'),
  easyDescription: text('easyDescription'),
  ages: [
    {
      value: [{ fromMonths: 72, untilMonths: 144 }],
      query: 'ages { stated from { months } until { months } }',
      shown: { ages: { stated: true, from: { months: 72 }, until: { months: 144 } } },
      stored: ['ages'],
      fates: LIVE,
    },
  ],
  agesText: [
    {
      value: '3歳〜5歳',
      query: 'ages { text }',
      shown: { ages: { text: '3歳〜5歳' } },
      stored: ['ages', 'agesText'],
      fates: LIVE,
    },
    {
      of: 'with a telephone',
      value: '3歳から。090-1234-5678まで',
      query: 'ages { text stated }',
      shown: { ages: { text: '3歳から。090-1234-5678まで' } },
      stored: ['ages', 'agesText'],
      // What was read of the words waits with them: the ages that are published stay as they are.
      reviewed: ['ages', 'agesText'],
      before: {
        kinds: ['children-center'],
        ages: [{ from: { months: 36, days: 0 }, until: null }],
        agesText: '3歳から',
      },
      fates: WAITS,
    },
  ],
  conditions: text('conditions'),
  childAlone: [
    {
      value: true,
      query: 'childAlone { value stated }',
      shown: { childAlone: { value: true, stated: true } },
      stored: ['childAlone'],
      fates: LIVE,
    },
  ],
  access: [
    {
      value: 'BOOKED',
      query: 'access { value stated }',
      shown: { access: { value: 'BOOKED', stated: true } },
      stored: ['access'],
      fates: LIVE,
    },
  ],
  fee: [
    { value: { adult: 300 }, query: 'fee { adult }', shown: { fee: { adult: 300 } }, stored: ['fee'], fates: LIVE },
    {
      of: 'with a link',
      value: { note: LINK },
      query: 'fee { note }',
      shown: { fee: { note: LINK } },
      stored: ['fee'],
      fates: WAITS,
    },
  ],
  booking: [
    {
      value: { need: 'REQUIRED', how: '受付で' },
      query: 'booking { need how }',
      shown: { booking: { need: 'REQUIRED', how: '受付で' } },
      stored: ['booking'],
      fates: LIVE,
    },
    {
      of: 'with a mail address',
      value: { need: 'REQUIRED', how: 'other@example.com へ' },
      query: 'booking { how }',
      shown: { booking: { how: 'other@example.com へ' } },
      stored: ['booking'],
      fates: WAITS,
    },
  ],
  eligibility: [
    {
      value: { who: 'ANYONE' },
      query: 'eligibility { who }',
      shown: { eligibility: { who: 'ANYONE' } },
      stored: ['eligibility'],
      fates: LIVE,
    },
    {
      of: 'with a link',
      value: { who: 'ANYONE', note: LINK },
      query: 'eligibility { note }',
      shown: { eligibility: { note: LINK } },
      stored: ['eligibility'],
      fates: WAITS,
    },
  ],
  capacity: [{ value: 25, query: 'capacity', shown: { capacity: 25 }, stored: ['capacity'], fates: LIVE }],
  contact: [
    {
      value: { phones: [{ number: '03-3333-4444' }] },
      query: 'contact { phones { number } }',
      shown: { contact: { phones: [{ number: '03-3333-4444' }] } },
      stored: ['contact'],
      fates: WAITS,
    },
  ],
  phonesHidden: [
    {
      of: 'to hide',
      value: true,
      query: 'phonesHidden contact { phones { number } }',
      shown: { phonesHidden: true, contact: { phones: [] } },
      stored: ['phonesHidden'],
      before: { contact: PHONE },
      fates: LIVE,
    },
    {
      of: 'to show',
      value: false,
      query: 'phonesHidden contact { phones { number } }',
      shown: { phonesHidden: false, contact: { phones: [{ number: '03-1111-2222' }] } },
      stored: ['phonesHidden'],
      before: { contact: PHONE, phonesHidden: true },
      fates: WAITS,
    },
  ],
  operator: [
    { value: 'べつのNPO', query: 'operator', shown: { operator: 'べつのNPO' }, stored: ['operator'], fates: WAITS },
  ],
  address: [
    {
      value: { text: '東京都文京区本郷一丁目2-3' },
      query: 'address { text }',
      shown: { address: { text: '東京都文京区本郷一丁目2-3' } },
      stored: ['address', 'location'],
      reviewed: ['address', 'location'],
      fates: WAITS,
    },
  ],
  addressHidden: [
    {
      of: 'to hide',
      value: true,
      query: 'addressHidden address { text } location { latitude }',
      shown: { addressHidden: true, address: null, location: null },
      stored: ['addressHidden'],
      fates: LIVE,
    },
    {
      of: 'to show',
      value: false,
      query: 'addressHidden address { text }',
      shown: { addressHidden: false, address: { text: '東京都文京区春日1-16-21' } },
      stored: ['addressHidden'],
      before: { addressHidden: true },
      fates: WAITS,
    },
  ],
  municipality: [
    {
      value: '131199',
      query: 'municipality { code }',
      shown: { municipality: { code: '131199' } },
      stored: ['municipalityCode', 'location'],
      reviewed: ['municipality', 'location'],
      before: { address: null },
      fates: WAITS_FOR_MODERATORS,
    },
  ],
  location: [
    {
      value: { latitude: 35.7085, longitude: 139.7525 },
      query: 'location { latitude longitude }',
      shown: { location: { latitude: 35.7085, longitude: 139.7525 } },
      stored: ['location'],
      fates: WAITS,
    },
  ],
  serviceArea: [
    {
      value: ['131199'],
      query: 'serviceArea',
      shown: { serviceArea: ['131199'] },
      stored: ['serviceArea'],
      fates: WAITS,
    },
  ],
  schoolDistricts: [
    {
      value: ['本郷小学校区'],
      query: 'schoolDistricts',
      shown: { schoolDistricts: ['本郷小学校区'] },
      stored: ['schoolDistricts'],
      fates: LIVE,
    },
    {
      of: 'with a link',
      value: [LINK],
      query: 'schoolDistricts',
      shown: { schoolDistricts: [LINK] },
      stored: ['schoolDistricts'],
      fates: WAITS,
    },
  ],
  schedule: [
    {
      value: { rules: [{ weekdays: ['WEDNESDAY'], from: '15:00', to: '18:00' }] },
      query: 'schedule { certainty osm }',
      shown: { schedule: { certainty: 'FIXED', osm: 'We 15:00-18:00' } },
      stored: ['schedule'],
      fates: LIVE,
    },
    {
      of: 'with a link',
      value: { rules: [{ weekdays: ['WEDNESDAY'], from: '15:00', to: '18:00', label: 'https://a.example.com/' }] },
      query: 'schedule { certainty }',
      shown: { schedule: { certainty: 'FIXED' } },
      stored: ['schedule'],
      fates: WAITS,
    },
  ],
  partOf: [
    {
      value: 'another-site',
      query: 'partOf { id }',
      shown: { partOf: { id: 'another-site' } },
      stored: ['partOf'],
      fates: WAITS,
    },
  ],
  worksWith: [
    {
      value: ['another-site'],
      query: 'worksWith { id }',
      shown: { worksWith: [{ id: 'another-site' }] },
      stored: ['worksWith'],
      fates: LIVE,
    },
  ],
};
