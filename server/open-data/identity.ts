import { createHash } from 'node:crypto';
import { addressKey, foldName } from '../domain/address.ts';
import type { PlaceFacts } from './facts.ts';

type Identifying = Pick<PlaceFacts, 'name' | 'address' | 'municipalityCode'>;

/** Code + name + address normalised: what a row is known by where the source gives it no id. */
export function identityOf({ name, address, municipalityCode }: Identifying): string {
  return [municipalityCode ?? '', foldName(name), addressKey(address?.text ?? '')].join('|');
}

/** Whether two rows can be the same place: its name or its address is the same. Of two blanks nothing is the same. */
export function canBeSame(one: Identifying, other: Identifying): boolean {
  if (foldName(one.name) === foldName(other.name)) return true;
  const [here, there] = [addressKey(one.address?.text ?? ''), addressKey(other.address?.text ?? '')];
  return here !== '' && here === there;
}

const BASE32 = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * The public id of an imported place: 100 bits of a hash of dataset and key, so that two imports at the same time, or
 * one that was killed and runs again, make one place and not two.
 */
export function placeIdOf(dataset: string, key: string): string {
  const hash = createHash('sha256').update(`${dataset}\0${key}`).digest();
  let id = '';
  let bits = 0;
  let buffer = 0;
  for (const byte of hash) {
    buffer = ((buffer << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5 && id.length < 20) {
      bits -= 5;
      id += BASE32[(buffer >> bits) & 31];
    }
  }
  return id;
}
