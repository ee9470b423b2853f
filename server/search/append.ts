import type { Access, Booking } from '../domain/access.ts';
import type { Place } from '../domain/place.ts';
import { MINUTE_MS } from '../domain/schedule/calendar-day.ts';
import { compileFacts } from '../domain/schedule/compile.ts';
import { foldText } from '../domain/search-text.ts';
import { factsOf } from '../domain/usual.ts';
import { type Bits, clearBit, setBit, wordsFor } from './bits.ts';
import { grow } from './columns.ts';
import type { Core, Interned } from './core.ts';
import type { PackedRef } from './packed-places.ts';
import { mercator, unitVector } from './sphere.ts';

/**
 * Appends a place as a new row, in place of an older one of the same id.
 * @param ref where the place already lies in `packed`.
 * @param schedule its number in the table.
 */
export function append(core: Core, place: Place, ref: PackedRef, schedule: number): void {
  remove(core, place.id);
  if (core.count === core.capacity) grow(core);
  const ordinal = core.count++;
  core.version++;
  core.liveCount++;
  core.byId.set(place.id, ordinal);
  if (place.partOf !== null) core.parts.set(place.partOf, [...(core.parts.get(place.partOf) ?? []), ordinal]);
  core.refs.slab[ordinal] = ref.slab;
  core.refs.start[ordinal] = ref.start;
  core.refs.end[ordinal] = ref.end;
  core.ids.push(place.id);
  core.names.push(place.name);
  core.nameKeys.push(nameKeyOf(place));
  setBit(core.live, ordinal);
  appendText(core, place, ordinal);
  appendHours(core, place, ordinal, schedule);
  appendPin(core, place, ordinal);
  appendFacts(core, place, ordinal);
  appendArea(core, place, ordinal);
}

/** Takes a place out. False where there is none. */
export function remove(core: Core, id: string): boolean {
  const ordinal = core.byId.get(id);
  if (ordinal === undefined) return false;
  core.byId.delete(id);
  core.version++;
  clearBit(core.live, ordinal);
  core.liveCount--;
  return true;
}

/** By reading, then name; places without a reading after the others. */
export function nameKeyOf({ kana, name }: Place): string {
  return kana === null ? `1${name}` : `0${foldText(kana)}\u0000${name}`;
}

function appendText(core: Core, place: Place, ordinal: number): void {
  const [name, kana] = [foldText(place.name), foldText(place.kana ?? '')];
  const address = place.addressHidden || place.address === null ? '' : addressText(place.address);
  core.texts.push(`${name}\u0001${kana}\u0001${address}\u0001${foldText(place.operator ?? '')}`);
  core.nameEnd[ordinal] = name.length + 1 + kana.length;
}

const addressText = ({ text, building }: NonNullable<Place['address']>) => foldText(`${text} ${building ?? ''}`);

function appendHours(core: Core, place: Place, ordinal: number, schedule: number): void {
  const confirmed = place.confirmedAt?.getTime() ?? null;
  const { certainUntil } = compileFacts({ confirmedAt: confirmed });
  core.schedule[ordinal] = schedule;
  core.certainUntil[ordinal] = Math.min(0x7fff_ffff, certainUntil / MINUTE_MS);
  core.confirmedAt[ordinal] = confirmed ?? -Infinity;
  if (core.table.hasSlotFacts(schedule)) setBit(core.slotted, ordinal);
  if (place.booking?.deadlineMinutes !== undefined) setBit(core.deadline, ordinal);
}

/** Only a place with a point of its own has a pin: not one whose municipality alone is known, or that hides its address. */
function appendPin(core: Core, { location, addressHidden }: Place, ordinal: number): void {
  if (location === null || addressHidden || location.precision === 'MUNICIPALITY') {
    core.latitude[ordinal] = core.longitude[ordinal] = NaN;
    return;
  }
  const { latitude, longitude, precision } = location;
  setBit(core.pin, ordinal);
  if (precision === 'EXACT') setBit(core.exact, ordinal);
  core.latitude[ordinal] = latitude;
  core.longitude[ordinal] = longitude;
  core.xyz.set(unitVector(latitude, longitude), ordinal * 3);
  const { x, y } = mercator(latitude, longitude);
  core.mercatorX[ordinal] = x;
  core.mercatorY[ordinal] = y;
}

function appendFacts(core: Core, place: Place, ordinal: number): void {
  const facts = factsOf(place);
  core.kindSet[ordinal] = internId(core.kindSets, place.kinds);
  mark(core, core.kinds, place.kinds, ordinal);
  mark(core, core.activities, place.activities, ordinal);
  mark(core, core.features, place.features, ordinal);
  mark(core, core.access, one<Access>(facts.access), ordinal);
  mark(core, core.booking, one<Booking['need']>(facts.booking), ordinal);
  mark(core, core.free, one(facts.free), ordinal);
  mark(core, core.childAlone, one(facts.childAlone), ordinal);
  const bands = facts.ages?.value ?? [];
  core.ageSet[ordinal] = internId(core.ageSets, bands);
  if (bands.length > 0) setBit(core.agesKnown, ordinal);
}

function internId<T>({ values, ids }: Interned<T>, value: T): number {
  const key = JSON.stringify(value);
  const known = ids.get(key);
  if (known !== undefined) return known;
  ids.set(key, values.length);
  return values.push(value) - 1;
}

const one = <T>(fact: { value: T } | null): string[] => (fact === null ? [] : [String(fact.value)]);

function mark(core: Core, sets: Map<string, Bits>, codes: string[], ordinal: number): void {
  for (const code of codes) {
    let bits = sets.get(code);
    if (!bits) sets.set(code, (bits = new Uint32Array(wordsFor(core.capacity))));
    setBit(bits, ordinal);
  }
}

function appendArea(core: Core, place: Place, ordinal: number): void {
  const code = place.municipalityCode ?? '';
  const municipality = internId(core.municipalities, code);
  core.municipality[ordinal] = municipality;
  (core.inMunicipality[municipality] ??= []).push(ordinal);
  if (code !== '') mark(core, core.prefectures, [code.slice(0, 2)], ordinal);
  core.residence[ordinal] = internId(core.residences, admittedResidents(place));
}

/** Codes of the municipalities whose residents alone may use a place; null where nobody is shut out, or nobody knows. */
function admittedResidents({ serviceArea, eligibility, municipalityCode }: Place): string[] | null {
  if (serviceArea.length > 0) return serviceArea;
  if (eligibility?.who !== 'RESIDENTS' && eligibility?.who !== 'SCHOOL_DISTRICT') return null;
  if (eligibility.municipalities && eligibility.municipalities.length > 0) return eligibility.municipalities;
  return municipalityCode === null ? null : [municipalityCode];
}
