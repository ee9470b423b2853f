import { foldName } from './address.ts';
import { distanceMeters } from './geo.ts';
import type { Place } from './place.ts';
import { foldText } from './search-text.ts';

/** As near as this, a similar name is probably the same place. */
export const NEAR_METERS = 300;
/** Words that say what kind of place it is, not which: two that share only these are not alike. */
const COMMON =
  /子ども|こども|子供|食堂|児童館|児童|センター|ひろば|広場|子育て|支援|保育園|保育所|幼稚園|認定|クラブ|放課後|の|館|園|会|室/gu;
const ALIKE = 0.6;

type Named = Pick<Place, 'id' | 'name' | 'kana' | 'location' | 'municipalityCode'>;

/** Whether two entries are probably one place: near each other with a similar name, or the same name in the same municipality. */
export function maybeSame(one: Named, other: Named): boolean {
  if (one.id === other.id || foldName(one.name) === '') return false;
  const meters = one.location && other.location ? distanceMeters(one.location, other.location) : Infinity;
  if (meters <= NEAR_METERS) return namesAlike(one, other);
  const exact = one.location?.precision === 'EXACT' && other.location?.precision === 'EXACT';
  const sameTown = one.municipalityCode !== null && one.municipalityCode === other.municipalityCode;
  return sameTown && (!exact || meters < 3000) && key(one.name) === key(other.name);
}

const key = (name: string) => foldText(foldName(name));

function namesAlike(one: Named, other: Named): boolean {
  const readings = one.kana && other.kana ? similarity(key(one.kana), key(other.kana)) : 0;
  const whole = similarity(key(one.name), key(other.name));
  const own = similarity(key(one.name).replace(COMMON, ''), key(other.name).replace(COMMON, ''));
  return whole === 1 || readings === 1 || (own >= ALIKE && whole >= ALIKE - 0.2);
}

/** Sørensen–Dice coefficient of the pairs of letters, 0 to 1. */
export function similarity(one: string, other: string): number {
  if (one === other) return one === '' ? 0 : 1;
  const [left, right] = [pairsOf(one), pairsOf(other)];
  if (left.length === 0 || right.length === 0)
    return one.includes(other) || other.includes(one) ? (one && other ? 0.7 : 0) : 0;
  const rest = [...right];
  const common = left.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / (left.length + right.length);
}

function pairsOf(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
}
