import { foldAddress } from '../domain/address.ts';
import { type Municipality, municipalityByCode, takeMunicipality, takePrefecture } from './municipalities.ts';
import { type GazetteerPart, unpack } from './pack.ts';

export interface TownSuggestion {
  name: string;
  kana: string;
  municipality: Municipality;
  latitude: number;
  longitude: number;
}

export interface StationSuggestion {
  name: string;
  line: string;
  latitude: number;
  longitude: number;
}

/** More matches than this are not looked at: two signs are enough to get below it. */
const MOST_MATCHES = 2000;

export interface PlaceNames {
  /** Towns whose name (or municipality and name) begins with the text, the shortest first. */
  findTowns(text: string, limit: number): TownSuggestion[];
  /** Stations whose name begins with the text (駅 may follow), the shortest first. */
  findStations(text: string, limit: number): StationSuggestion[];
}

/** Lines sorted by their first field, kept as one string with the offset of each line. */
interface SortedLines {
  text: string;
  offsets: Uint32Array;
}

function sortedLines(part: GazetteerPart | undefined): SortedLines {
  if (!part || part.rows === 0) return { text: '', offsets: new Uint32Array(0) };
  const text = unpack(part);
  const offsets = new Uint32Array(part.rows);
  for (let line = 1, at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) offsets[line++] = at + 1;
  return { text, offsets };
}

function lineAt(lines: SortedLines, index: number): string {
  const end = lines.offsets[index + 1];
  return lines.text.slice(lines.offsets[index], end === undefined ? undefined : end - 1);
}

/** First line that is not before the prefix. */
function lowerBound(lines: SortedLines, prefix: string): number {
  let low = 0;
  let high = lines.offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lineAt(lines, middle) < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}

function linesWithPrefix(lines: SortedLines, prefix: string): string[][] {
  const found: string[][] = [];
  if (prefix === '') return found;
  for (let index = lowerBound(lines, prefix); index < lines.offsets.length && found.length < MOST_MATCHES; index++) {
    const line = lineAt(lines, index);
    if (!line.startsWith(prefix)) break;
    found.push(line.split('\t'));
  }
  return found.sort((one, other) => (one[0] ?? '').length - (other[0] ?? '').length);
}

function townOf(fields: string[]): TownSuggestion | null {
  const [, name = '', kana = '', code = '', latitude, longitude] = fields;
  const municipality = municipalityByCode(code);
  return municipality && { name, kana, municipality, latitude: Number(latitude), longitude: Number(longitude) };
}

function findTowns(lines: SortedLines, text: string, limit: number): TownSuggestion[] {
  const { number, rest } = takePrefecture(foldAddress(text));
  const within = takeMunicipality(rest, number);
  const towns = (prefix: string): TownSuggestion[] =>
    linesWithPrefix(lines, prefix).flatMap((fields) => townOf(fields) ?? []);
  const named = towns(rest);
  const inside = within ? towns(within.rest).filter((town) => town.municipality === within.municipality) : [];
  return [...inside, ...named].slice(0, limit);
}

/** Names for suggestions, from the parts `names` and `stations`; without them nothing is found. */
export function createPlaceNames(parts: readonly GazetteerPart[]): PlaceNames {
  const towns = sortedLines(parts.find((part) => part.id === 'names'));
  const stations = sortedLines(parts.find((part) => part.id === 'stations'));
  return {
    findTowns: (text, limit) => findTowns(towns, text, limit),
    findStations: (text, limit) =>
      linesWithPrefix(stations, foldAddress(text).replace(/駅$/u, ''))
        .slice(0, limit)
        .map(([, name = '', line = '', latitude, longitude]) => ({
          name,
          line,
          latitude: Number(latitude),
          longitude: Number(longitude),
        })),
  };
}
