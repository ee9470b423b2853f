import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import type { Place } from '../../server/domain/place.ts';
import { toDocument } from '../../server/store/place-document.ts';
import { type OpenNow, openNow, pinOf } from './open-now.ts';
import { NOW, placeBatches } from './places.ts';
import { quantile } from './quantile.ts';
import type { Loaded } from './load.ts';
import { variantOf, type Variant } from './variants.ts';

/** The same search by the database alone: `$geoNear` for the page, `$match` for the total. */

interface PeerDocument {
  _id: string;
  point?: { type: 'Point'; coordinates: [number, number] };
  kinds: string[];
  open: OpenNow[];
  [field: string]: unknown;
}

const PRODUCT = 'ibasho';
const PEER = 'peer';
const KINDS = ['children-center', 'childrens-cafeteria'];

const connected = (uri: string, dbName: string) =>
  mongoose.createConnection(uri, { dbName, maxPoolSize: 10, autoIndex: false }).asPromise();

/** The URI of the product's database. */
export const productUri = (uri: string): string => {
  const url = new URL(uri);
  url.pathname = `/${PRODUCT}`;
  return url.href;
};

/**
 * What the stores are filled with, from a sample: other places, other documents and another evaluator of schedules have
 * another fingerprint.
 */
export async function fingerprintOf(count: number): Promise<string> {
  const hash = createHash('sha256');
  for await (const batch of placeBatches(count)) {
    return hash.update(JSON.stringify(batch.map((place) => [toDocument(place), openNow(place)]))).digest('hex');
  }
  return '';
}

/** Fills the product's collection and that of the database alone; true where they were full already. `fresh`: in any case. */
export async function fillDatabase(uri: string, count: number, fresh: boolean): Promise<boolean> {
  const [product, peer] = [await connected(uri, PRODUCT), await connected(uri, PEER)];
  const [places, alone] = [product.collection('places'), peer.collection<PeerDocument>('places')];
  try {
    if (!fresh && (await places.countDocuments({})) === count) return true;
    await product.dropDatabase();
    await peer.dropDatabase();
    for await (const batch of placeBatches(count)) {
      await places.insertMany(batch.map((place) => ({ ...toDocument(place), updatedAt: place.updatedAt })) as never[]);
      await alone.insertMany(batch.map(peerDocument));
    }
    await alone.createIndex({ point: '2dsphere' });
    await alone.createIndex({ kinds: 1 });
    return false;
  } finally {
    await product.close();
    await peer.close();
  }
}

function peerDocument(place: Place): PeerDocument {
  const { name, kana, kinds, activities, features, description, operator, capacity, access, childAlone, fee } = place;
  const pin = pinOf(place);
  return {
    _id: place.id,
    ...{ name, kana, kinds, activities, features, description, operator, capacity, access, childAlone },
    free: fee.freeForChildren,
    address: place.addressHidden ? null : (place.address?.text ?? null),
    municipality: place.municipalityCode,
    ...(pin
      ? { point: { type: 'Point' as const, coordinates: [pin.longitude, pin.latitude] as [number, number] } }
      : {}),
    open: openNow(place),
  };
}

const matchOf = ({ at, years }: Variant) => {
  const minute = (at.getTime() - NOW) / 60_000;
  const open = { $elemMatch: { from: { $lte: minute }, to: { $gt: minute }, ages: { $bitsAllSet: [years] } } };
  return { kinds: { $in: KINDS }, open };
};

type Collection = ReturnType<mongoose.Connection['collection']>;

async function pageOf(places: Collection, variant: Variant): Promise<string[]> {
  const { longitude, latitude } = variant.position;
  const near = { type: 'Point', coordinates: [longitude, latitude] };
  const found = await places
    .aggregate<{ _id: string }>([
      { $geoNear: { near, distanceField: 'meters', key: 'point', spherical: true, query: matchOf(variant) } },
      { $limit: 20 },
      { $project: { open: 0 } },
    ] as never)
    .toArray();
  return found.map(({ _id }) => _id);
}

async function totalOf(places: Collection, variant: Variant): Promise<number> {
  const [found] = await places
    .aggregate<{ total: number }>([{ $match: matchOf(variant) }, { $count: 'total' }])
    .toArray();
  return found?.total ?? 0;
}

export interface DatabaseLoad {
  uri: string;
  withTotal: boolean;
  connections: number;
  seconds: number;
  from: number;
}

/** As many at a time as `connections`, for so long, each another variant. */
export async function askDatabase({ uri, withTotal, connections, seconds, from }: DatabaseLoad): Promise<Loaded> {
  const connection = await connected(uri, PEER);
  const places = connection.collection('places');
  const times: number[] = [];
  let number = from;
  const began = performance.now();
  const one = async () => {
    while (performance.now() - began < seconds * 1000) {
      const [start, variant] = [performance.now(), variantOf(number++)];
      await Promise.all([pageOf(places, variant), withTotal ? totalOf(places, variant) : null]);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  const took = (performance.now() - began) / 1000;
  await connection.close();
  const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  return { p50, p99, requests: times.length / took, sent: times.length, failed: 0, bytes: NaN };
}

/** Ids of the page and the total, as the database alone says. */
export async function databaseAnswers(uri: string, numbers: number[]): Promise<{ ids: string[]; total: number }[]> {
  const connection = await connected(uri, PEER);
  const places = connection.collection('places');
  const answers = [];
  for (const number of numbers) {
    answers.push({ ids: await pageOf(places, variantOf(number)), total: await totalOf(places, variantOf(number)) });
  }
  await connection.close();
  return answers;
}
