import { NOW } from './places.ts';
import type { Variant } from './variants.ts';

const FIELDS = `key name kana kinds activities features description operator capacity access childAlone free address municipality
  latitude longitude`;

/** `$variables` are those of `peerVariables`. */
export const peerQuery = (
  withTotal: boolean,
) => `query Search($latitude: Float!, $longitude: Float!, $minute: Int!, $years: Int!) {
  searchPlaces(latitude: $latitude, longitude: $longitude, minute: $minute, years: $years,
    kinds: ["children-center", "childrens-cafeteria"], first: 20) { ${withTotal ? 'totalCount' : ''} nodes { ${FIELDS} } } }`;

export function peerVariables({ position, at, years }: Variant) {
  return { ...position, minute: (at.getTime() - NOW) / 60_000, years };
}
