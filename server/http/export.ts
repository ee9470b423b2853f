import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { coerceInputValue, GraphQLError, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import { InputError } from '../domain/errors.ts';
import type { Place } from '../domain/place.ts';
import type { PlaceFilterInput } from '../domain/search-input.ts';
import { searchRequest, type SearchRequest } from '../domain/search-request.ts';
import type { PlaceIndex } from '../search/place-index.ts';
import { csvOf } from './export-csv.ts';
import { geoJsonOf } from './export-geojson.ts';

export interface ExportParts {
  index: PlaceIndex;
  now: () => number;
  publicUrl: string;
  /** Of one client to the API. */
  requestsPerMinute: number;
  /** Knows what a `PlaceFilter` is. */
  schema: GraphQLSchema;
  /** Of one file; 100,000 unless said. */
  mostPlaces?: number;
}

/** A file of more places is nobody's spreadsheet, and a minute of this server: ask by prefecture. */
const MOST_PLACES = 100_000;
/** Files that are written at the same time; each takes its turns beside the searches. */
const MOST_AT_ONCE = 3;
/** A file is worth so many requests to the API. */
const REQUESTS_PER_FILE = 30;
const PLACES_PER_STEP = 100;

/** Rows of a file as text, a chunk at a time. */
export type Writer = (places: AsyncIterable<Place[]>, publicUrl: string) => AsyncIterable<string>;

const FORMATS: { name: string; type: string; write: Writer }[] = [
  { name: 'csv', type: 'text/csv; charset=utf-8', write: csvOf },
  { name: 'geojson', type: 'application/geo+json; charset=utf-8', write: geoJsonOf },
];

/**
 * `/export/places.csv` and `.geojson`: the real places that a filter finds, the same ones as `places` and the map. `filter` is
 * a `PlaceFilter` of the contract as JSON; where somebody is (`near`) has no place in an address.
 */
export function exports(app: FastifyInstance, parts: ExportParts): Promise<void> {
  const { mostPlaces = MOST_PLACES } = parts;
  let running = 0;
  for (const format of FORMATS) {
    const limited = { config: { rateLimit: { max: parts.requestsPerMinute / REQUESTS_PER_FILE } } };
    app.get<{ Querystring: { filter?: string } }>(`/export/places.${format.name}`, limited, async (request, reply) => {
      const now = parts.now();
      const asked = readFilter(request.query, parts.schema, now);
      if ('message' in asked) return reply.code(400).send({ error: asked.message });
      await parts.index.layOut(asked);
      if (running >= MOST_AT_ONCE) return busy(reply);
      if (parts.index.search(asked, { first: 1, after: null }, now).total > mostPlaces)
        return tooMany(reply, mostPlaces);
      running++;
      reply.raw.once('close', () => running--);
      const text = format.write(inSteps(parts.index.each(asked, now)), parts.publicUrl);
      return reply
        .type(format.type)
        .header('content-disposition', `attachment; filename="ibasho-places.${format.name}"`)
        .header('cache-control', 'no-store')
        .send(Readable.from(text, { objectMode: false }));
    });
  }
  return Promise.resolve();
}

function busy(reply: FastifyReply) {
  return reply
    .code(503)
    .header('retry-after', '30')
    .send({ error: 'Other files are being written. Try again in half a minute.' });
}

function tooMany(reply: FastifyReply, most: number) {
  const error = `More than ${most} places match. Ask by prefecture: filter={"within":{"prefecture":"13"}}.`;
  return reply.code(422).send({ error });
}

/** A request, or what is wrong with the filter. */
function readFilter(
  { filter = '{}' }: { filter?: string },
  schema: GraphQLSchema,
  now: number,
): SearchRequest | { message: string } {
  try {
    const value: unknown = JSON.parse(filter);
    const type = schema.getType('PlaceFilter') as GraphQLInputType;
    const input = coerceInputValue(value, type, (path, _invalid, error) => {
      throw new GraphQLError(`filter.${path.join('.')}: ${error.message}`);
    }) as PlaceFilterInput;
    return searchRequest(input, null, null, now);
  } catch (error) {
    if (error instanceof SyntaxError)
      return { message: '`filter` is a PlaceFilter as JSON: filter={"kinds":["library"]}.' };
    if (error instanceof InputError || error instanceof GraphQLError) return { message: error.message };
    throw error;
  }
}

/** Real places a few at a time; between two steps the server answers others. */
async function* inSteps(places: Iterable<Place>): AsyncIterable<Place[]> {
  let batch: Place[] = [];
  for (const place of places) {
    if (!place.sample) batch.push(place);
    if (batch.length < PLACES_PER_STEP) continue;
    yield batch;
    await setImmediate();
    batch = [];
  }
  yield batch;
}
