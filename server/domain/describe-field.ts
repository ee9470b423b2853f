import { LIFE_STAGE_TERMS } from './vocabulary/life-stages.ts';
import type { AgeBand, AgePoint } from './age.ts';
import type { Fee, Place } from './place.ts';
import { accessText, bookingText, eligibilityText, statusText } from './fact-words.ts';
import { sameValue } from './same-value.ts';
import { localDateAt } from './schedule/calendar-day.ts';
import { describeSchedule, plainText } from './schedule/write-text.ts';
import { ACTIVITIES } from './vocabulary/activities.ts';
import { FEATURES } from './vocabulary/features.ts';
import { KINDS } from './vocabulary/kinds.ts';
import type { Term } from './vocabulary/term.ts';
import { inVoice, type Voice } from './voice.ts';

/** What a revision can change, in the order in which it is shown; by the names of `PlaceInput`, and what it has not. */
const FIELDS = {
  name: 'name',
  kana: 'kana',
  status: 'status',
  kinds: 'kinds',
  address: 'address',
  addressHidden: 'addressHidden',
  municipality: 'municipalityCode',
  location: 'location',
  contact: 'contact',
  phonesHidden: 'phonesHidden',
  operator: 'operator',
  schedule: 'schedule',
  ages: 'ages',
  agesText: 'agesText',
  childAlone: 'childAlone',
  access: 'access',
  fee: 'fee',
  booking: 'booking',
  eligibility: 'eligibility',
  conditions: 'conditions',
  capacity: 'capacity',
  activities: 'activities',
  features: 'features',
  description: 'description',
  easyDescription: 'easyDescription',
  serviceArea: 'serviceArea',
  schoolDistricts: 'schoolDistricts',
  partOf: 'partOf',
  worksWith: 'worksWith',
  photos: 'photos',
  confirmedAt: 'confirmedAt',
  mergedInto: 'mergedInto',
} as const satisfies Record<string, keyof Place>;

export interface FieldDifference {
  field: string;
  before: string | null;
  after: string | null;
}

type Facts = Omit<Place, 'updatedAt'>;

/** In which voice, and what the municipality of a code is called. */
export interface Telling {
  voice: Voice;
  town: (code: string) => string;
}

/** What differs between two states of a place, in words; `before` null: there was none. */
export function differences(before: Facts | null, after: Facts, telling: Telling): FieldDifference[] {
  return Object.entries(FIELDS).flatMap(([name, field]) => {
    const [was, is] = [before?.[field] ?? null, after[field] ?? null];
    if (sameValue(normal(was), normal(is))) return [];
    const texts = { before: fieldText(field, was, telling), after: fieldText(field, is, telling) };
    return texts.before === texts.after ? [] : [{ field: name, ...texts }];
  });
}

/** false and an empty list are what an absent field means. */
const normal = (value: unknown): unknown =>
  value === false || (Array.isArray(value) && value.length === 0) ? null : value;

/** A field's value in words, null where it says nothing. */
export function fieldText(field: keyof Place, value: unknown, telling: Telling): string | null {
  if (value === null || value === undefined) return null;
  const special = TEXTS[field];
  const text = special ? special(value as never, telling) : plain(value);
  return text === '' ? null : text;
}

function plain(value: unknown): string {
  if (Array.isArray(value)) return value.map(plain).join('、');
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object' && value !== null)
    return Object.values(value)
      .filter((part) => part !== null && part !== undefined)
      .map(plain)
      .filter((part) => part !== '')
      .join(' ');
  return String(value);
}

const termsOf = (terms: readonly Term[]) => (codes: readonly string[], voice: Voice) =>
  codes
    .map((code) => terms.find((term) => term.code === code))
    .map((term, index) => (term ? inVoice(term, voice) : codes[index]))
    .join('、');

const YES = { ja: 'はい', easyJa: 'はい', en: 'yes' };
const NO = { ja: 'いいえ', easyJa: 'いいえ', en: 'no' };
const yesOrNo = (value: boolean, voice: Voice) => inVoice(value ? YES : NO, voice);

const STAGES = new Map(LIFE_STAGE_TERMS.map((term) => [term.stage, term]));

const pointText = ({ months, days }: AgePoint, voice: Voice): string => {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const unit = {
    year: { ja: '歳', easyJa: 'さい', en: ' y' },
    month: { ja: 'か月', easyJa: 'かげつ', en: ' m' },
    day: { ja: '日', easyJa: 'にち', en: ' d' },
  };
  const parts = [
    years > 0 || (rest === 0 && days === 0) ? `${years}${inVoice(unit.year, voice)}` : '',
    rest > 0 ? `${rest}${inVoice(unit.month, voice)}` : '',
    days !== 0 ? `${days}${inVoice(unit.day, voice)}` : '',
  ];
  return parts.join('');
};

function bandText({ from, until, stages = [] }: AgeBand, voice: Voice): string {
  const named = stages.map((stage) => STAGES.get(stage)).filter((term) => term !== undefined);
  if (named.length > 0) return named.map((term) => inVoice(term, voice)).join('・');
  const under = { ja: '未満', easyJa: 'より した', en: ' (not included)' };
  if (from === null && until === null)
    return inVoice({ ja: '年齢制限なし', easyJa: 'なんさい でも', en: 'any age' }, voice);
  return `${from ? pointText(from, voice) : ''}〜${until ? pointText(until, voice) + inVoice(under, voice) : ''}`;
}

const FEE_NAMES: [band: keyof Fee, name: { ja: string; easyJa: string; en: string }][] = [
  ['preschool', { ja: '幼児', easyJa: 'がっこうの まえ', en: 'before school' }],
  ['primary', { ja: '小学生', easyJa: 'しょうがくせい', en: 'primary' }],
  ['juniorHigh', { ja: '中学生', easyJa: 'ちゅうがくせい', en: 'junior high' }],
  ['highSchool', { ja: '高校生', easyJa: 'こうこうせい', en: 'high school' }],
  ['adult', { ja: '大人', easyJa: 'おとな', en: 'adults' }],
];

function feeText(fee: Fee, voice: Voice): string {
  const free = { ja: '子どもは無料', easyJa: 'こどもは むりょう', en: 'free for children' };
  const yen = { ja: '円', easyJa: 'えん', en: ' yen' };
  // That children pay nothing says it of every age of them.
  const isSaid = (band: keyof Fee) => fee.freeForChildren === true && fee[band] === 0 && band !== 'adult';
  const bands = FEE_NAMES.filter(([band]) => fee[band] !== null && !isSaid(band)).map(
    ([band, name]) => `${inVoice(name, voice)} ${String(fee[band])}${inVoice(yen, voice)}`,
  );
  return [fee.freeForChildren === true ? inVoice(free, voice) : '', ...bands, fee.note ?? '']
    .filter((part) => part !== '')
    .join('、');
}

const joined = (list: readonly string[]): string => list.join('、');

/** Words for fields that are not shown as they are. */
const TEXTS: { [Field in keyof Place]?: (value: NonNullable<Place[Field]>, telling: Telling) => string } = {
  kinds: (codes, { voice }) => termsOf(KINDS)(codes, voice),
  activities: (codes, { voice }) => termsOf(ACTIVITIES)(codes, voice),
  features: (codes, { voice }) => termsOf(FEATURES)(codes, voice),
  childAlone: (value, { voice }) => yesOrNo(value, voice),
  addressHidden: (value, { voice }) => yesOrNo(value, voice),
  phonesHidden: (value, { voice }) => yesOrNo(value, voice),
  status: (status, { voice }) => statusText(status, voice),
  access: (access, { voice }) => accessText(access, voice),
  booking: (booking, { voice }) => bookingText(booking, voice),
  eligibility: ({ municipalities, ...rest }, { voice, town }) =>
    eligibilityText({ ...rest, municipalities: (municipalities ?? []).map(town) }, voice),
  municipalityCode: (code, { town }) => town(code),
  serviceArea: (codes, { town }) => joined(codes.map(town)),
  confirmedAt: (moment) => localDateAt(moment.getTime()),
  schedule: (schedule, { voice }) => describeSchedule(schedule, voice).map(plainText).join('\n'),
  ages: (bands, { voice }) => joined(bands.map((band) => bandText(band, voice))),
  fee: (fee, { voice }) => feeText(fee, voice),
  location: ({ latitude, longitude }) => `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`,
  photos: (photos) => joined(photos.map(({ id, alt }) => alt ?? id)),
};
