import { createConnection, type Connection, mongo, Schema } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let connection: Connection;

beforeAll(async () => {
  database = await testDatabase();
  connection = await createConnection(database.uri).asPromise();
});

afterAll(async () => {
  await connection.close();
  await database.drop();
});

beforeEach(async () => {
  for (const collection of await connection.listCollections()) await connection.dropCollection(collection.name);
});

const db = (): mongo.Db => connection.db as mongo.Db;
const places = (): mongo.Collection => db().collection('places');

/** What a command failed with: MongoDB's number and the beginning of its words. */
const failure = async (action: Promise<unknown>): Promise<{ code: unknown; message: string }> => {
  try {
    await action;
  } catch (error) {
    const { code, message } = error as { code: unknown; message: string };
    return { code, message };
  }
  throw new Error('It did not fail.');
};

describe('writing', () => {
  it('an upsert sets the time by the database clock and defaults only on insert', async () => {
    const update = { $currentDate: { at: true as const }, $setOnInsert: { made: 1 }, $inc: { n: 1 } };
    const first = await places().updateOne({ name: 'a' }, update, { upsert: true });
    const second = await places().updateOne({ name: 'a' }, update, { upsert: true });
    expect([first.upsertedCount, second.matchedCount, second.modifiedCount]).toEqual([1, 1, 1]);
    const found = await places().findOne({ name: 'a' });
    expect(found).toMatchObject({ made: 1, n: 2 });
    expect(Math.abs((found?.at as Date).getTime() - Date.now())).toBeLessThan(60_000);
  });

  it('bulkWrite runs inserts, updates and deletes and counts each', async () => {
    const result = await places().bulkWrite([
      { insertOne: { document: { name: 'a' } } },
      { insertOne: { document: { name: 'b' } } },
      { updateOne: { filter: { name: 'a' }, update: { $set: { n: 1 } } } },
      { replaceOne: { filter: { name: 'c' }, replacement: { name: 'c' }, upsert: true } },
      { deleteOne: { filter: { name: 'b' } } },
    ]);
    const { insertedCount, modifiedCount, upsertedCount, deletedCount } = result;
    expect({ insertedCount, modifiedCount, upsertedCount, deletedCount }).toEqual({
      insertedCount: 2,
      modifiedCount: 1,
      upsertedCount: 1,
      deletedCount: 1,
    });
    expect(await places().distinct('name')).toEqual(['a', 'c']);
  });

  it('an array filter changes the elements it names', async () => {
    await places().insertOne({
      tags: [
        { k: 'x', v: 1 },
        { k: 'y', v: 1 },
      ],
    });
    await places().updateOne({}, { $set: { 'tags.$[tag].v': 5 } }, { arrayFilters: [{ 'tag.k': 'x' }] });
    expect((await places().findOne())?.tags).toEqual([
      { k: 'x', v: 5 },
      { k: 'y', v: 1 },
    ]);
  });

  it('a duplicate key is error 11000 whichever command meets it, and the others of an unordered batch are written', async () => {
    await places().createIndex({ name: 1 }, { unique: true });
    await places().insertMany([{ name: 'a' }, { name: 'b' }]);
    expect(await failure(places().insertOne({ name: 'a' }))).toMatchObject({ code: 11000 });
    expect(await failure(places().updateOne({ name: 'b' }, { $set: { name: 'a' } }))).toMatchObject({ code: 11000 });
    const changed = await failure(places().findOneAndUpdate({ name: 'b' }, { $set: { name: 'a' } }));
    expect(changed.code).toBe(11000);
    expect(changed.message).toMatch(/^E11000 duplicate key error collection: \S+\.places index: name_1/);
    expect(
      await failure(places().insertMany([{ name: 'c' }, { name: 'a' }, { name: 'd' }], { ordered: false })),
    ).toMatchObject({ code: 11000 });
    expect(await places().distinct('name')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('an ordered batch stops at its first error and keeps what came before', async () => {
    await places().createIndex({ name: 1 }, { unique: true });
    const error = await places()
      .insertMany([{ name: 'a' }, { name: 'a' }, { name: 'z' }])
      .catch((thrown: unknown) => thrown);
    expect((error as mongo.MongoBulkWriteError).insertedCount).toBe(1);
    expect(await places().countDocuments()).toBe(1);
  });

  it('a document of almost 16 MB is kept, a larger one refused', async () => {
    const content = Buffer.alloc(16 * 1024 * 1024 - 200, 7);
    await places().insertOne({ content });
    const found = await places().findOne();
    expect((found?.content as mongo.Binary).length()).toBe(content.length);
    await expect(places().insertOne({ content: Buffer.alloc(16 * 1024 * 1024) })).rejects.toThrow();
  });

  it('writes that nobody waits for are done', async () => {
    await places().insertOne({ name: 'a' }, { writeConcern: { w: 0 } });
    await places().insertOne({ name: 'b' }, { writeConcern: { w: 'majority', j: true } });
    await expect.poll(() => places().countDocuments()).toBe(2);
    expect(await failure(places().insertOne({ name: 'c' }, { writeConcern: { w: 2 } }))).toMatchObject({ code: 2 });
  });
});

describe('indexes', () => {
  it('a partial unique index binds only what it covers', async () => {
    await places().createIndex({ key: 1 }, { unique: true, partialFilterExpression: { live: true } });
    await places().insertMany([
      { key: 1, live: false },
      { key: 1, live: false },
      { key: 1, live: true },
    ]);
    expect(await failure(places().insertOne({ key: 1, live: true }))).toMatchObject({ code: 11000 });
  });

  it('an index on a collection with documents is built at once and used', async () => {
    await places().insertMany(Array.from({ length: 3_000 }, (_, n) => ({ n })));
    const startedAt = performance.now();
    expect(await places().createIndex({ n: 1 })).toBe('n_1');
    expect(performance.now() - startedAt).toBeLessThan(1_900);
    const plan = await places().find({ n: 5 }).explain();
    expect((plan as { queryPlanner: { winningPlan: { stage: string } } }).queryPlanner.winningPlan.stage).toBe(
      'IXSCAN',
    );
  });

  it('building a unique index over duplicates fails with 11000 and leaves no index', async () => {
    await places().insertMany([{ n: 1 }, { n: 1 }]);
    expect(await failure(places().createIndex({ n: 1 }, { unique: true }))).toMatchObject({ code: 11000 });
    expect((await places().indexes()).map(({ name }) => name)).toEqual(['_id_']);
  });

  it('they can be listed, changed and dropped; one that is not there is error 27', async () => {
    await places().createIndex({ at: 1 }, { expireAfterSeconds: 100, name: 'ttl' });
    await db().command({ collMod: 'places', index: { name: 'ttl', expireAfterSeconds: 50 } });
    expect(await places().indexes()).toMatchObject([{ name: '_id_' }, { name: 'ttl', expireAfterSeconds: 50 }]);
    await places().dropIndex('ttl');
    expect(await failure(places().dropIndex('ttl'))).toMatchObject({ code: 27 });
  });

  it('mongoose makes those of a schema, and makes them again without complaint', async () => {
    const schema = new Schema({ name: { type: String, unique: true }, at: Date }).index(
      { at: 1 },
      { expireAfterSeconds: 60 },
    );
    const model = connection.model('Thing', schema);
    await model.init();
    await model.syncIndexes();
    expect((await model.listIndexes()).length).toBe(3);
    connection.deleteModel('Thing');
  });
});

describe('reading', () => {
  it('$geoNear finds the nearest with the distance in metres', async () => {
    await places().createIndex({ at: '2dsphere' });
    await places().insertMany([
      { name: 'Ueno', at: { type: 'Point', coordinates: [139.7774, 35.7141] } },
      { name: 'Tokyo', at: { type: 'Point', coordinates: [139.7671, 35.6812] } },
      { name: 'Osaka', at: { type: 'Point', coordinates: [135.4959, 34.7025] } },
    ]);
    const near = { type: 'Point' as const, coordinates: [139.7671, 35.6813] as [number, number] };
    const found = await places()
      .aggregate([{ $geoNear: { near, distanceField: 'distance', maxDistance: 10_000, spherical: true } }])
      .toArray();
    expect(found.map(({ name }) => name as string)).toEqual(['Tokyo', 'Ueno']);
    expect(found[0]?.distance).toBeCloseTo(11.1, 0);
    expect(Math.abs((found[1]?.distance as number) - 3_766)).toBeLessThan(40);
  });

  it('$facet, $lookup and $merge do what they say', async () => {
    await places().insertMany([
      { _id: 1, kind: 'a' },
      { _id: 2, kind: 'b' },
      { _id: 3, kind: 'a' },
    ] as never[]);
    await db()
      .collection<{ _id: string }>('kinds')
      .insertMany([{ _id: 'a' }, { _id: 'b' }]);
    const [facets] = await places()
      .aggregate([{ $facet: { all: [{ $count: 'n' }], kinds: [{ $sortByCount: '$kind' }] } }])
      .toArray();
    expect(facets).toEqual({
      all: [{ n: 3 }],
      kinds: [
        { _id: 'a', count: 2 },
        { _id: 'b', count: 1 },
      ],
    });
    const lookup = { from: 'places', localField: '_id', foreignField: 'kind', as: 'places' };
    const joined = await db()
      .collection('kinds')
      .aggregate([{ $lookup: lookup }, { $sort: { _id: 1 } }])
      .toArray();
    expect(joined.map((kind) => (kind.places as unknown[]).length)).toEqual([2, 1]);
    await places()
      .aggregate([{ $project: { kind: 1 } }, { $merge: { into: 'copies' } }])
      .toArray();
    expect(await db().collection('copies').countDocuments()).toBe(3);
  });

  it('a long result comes in pages, sorted or not, on whatever connection', async () => {
    await places().insertMany(Array.from({ length: 5_000 }, (_, n) => ({ n, text: 'x'.repeat(100) })));
    const plain = await places().find().batchSize(700).toArray();
    const sorted = await places().find().sort({ n: -1 }).batchSize(700).toArray();
    const grouped = await places()
      .aggregate([{ $group: { _id: '$n' } }], { batchSize: 700 })
      .toArray();
    expect([new Set(plain.map(({ n }) => n as number)).size, sorted[4_999]?.n, grouped.length]).toEqual([
      5_000, 0, 5_000,
    ]);
  });

  it('a cursor that was closed is gone: error 43', async () => {
    await places().insertMany(Array.from({ length: 500 }, (_, n) => ({ n })));
    const cursor = places().find().sort({ n: 1 }).batchSize(10);
    await cursor.next();
    const { id } = cursor;
    await cursor.close();
    expect(await failure(db().command({ getMore: id, collection: 'places' }))).toMatchObject({ code: 43 });
  });

  it('the cursors of a session that ends are gone: error 43', async () => {
    await places().insertMany(Array.from({ length: 500 }, (_, n) => ({ n })));
    const session = connection.getClient().startSession();
    const cursor = places().find({}, { session, batchSize: 10 });
    await cursor.next();
    await db()
      .admin()
      .command({ endSessions: [session.id] });
    expect(await failure(db().command({ getMore: cursor.id, collection: 'places' }))).toMatchObject({ code: 43 });
    await cursor.close();
    await session.endSession();
  });

  it('a query that takes longer than maxTimeMS is error 50', async () => {
    await places().insertMany(Array.from({ length: 2_000 }, (_, n) => ({ n })));
    const condition = { $eq: ['$n', { $add: ['$$mine', -5_000] }] };
    const every = [
      { $lookup: { from: 'places', let: { mine: '$n' }, pipeline: [{ $match: { $expr: condition } }], as: 'none' } },
    ];
    expect(await failure(places().aggregate(every, { maxTimeMS: 100 }).toArray())).toMatchObject({ code: 50 });
    expect(await places().countDocuments()).toBe(2_000);
  });

  it('count, distinct, estimates, statistics, listings and renaming work', async () => {
    await places().insertMany([{ n: 1 }, { n: 2 }, { n: 2 }]);
    expect([
      await places().countDocuments({ n: 2 }),
      await places().estimatedDocumentCount(),
      await places().distinct('n'),
    ]).toEqual([2, 3, [1, 2]]);
    expect(await db().command({ collStats: 'places' })).toMatchObject({ count: 3 });
    await places().rename('renamed');
    expect((await db().listCollections().toArray()).map(({ name }) => name)).toEqual(['renamed']);
    const databases = await db().admin().listDatabases();
    expect(databases.databases.map(({ name }) => name)).toContain(connection.name);
    expect(await db().dropCollection('never')).toBe(true);
  });

  it('GridFS keeps a file of three megabytes and gives it back', async () => {
    const bucket = new mongo.GridFSBucket(db());
    const content = Buffer.from(Array.from({ length: 3_000_000 }, (_, n) => n % 251));
    await new Promise((resolve, reject) => {
      bucket.openUploadStream('photo').once('finish', resolve).once('error', reject).end(content);
    });
    const chunks: Buffer[] = [];
    for await (const chunk of bucket.openDownloadStreamByName('photo')) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).equals(content)).toBe(true);
  });

  it('two hundred clients at once are all served', async () => {
    await places().insertMany(Array.from({ length: 200 }, (_, n) => ({ n })));
    const many = await createConnection(database.uri, { maxPoolSize: 200 }).asPromise();
    const found = await Promise.all(Array.from({ length: 200 }, (_, n) => many.collection('places').findOne({ n })));
    await many.close();
    expect(found.map((place) => place?.n as number)).toEqual(Array.from({ length: 200 }, (_, n) => n));
  });
});

describe('what the engine cannot do is refused in MongoDB’s own numbers', () => {
  it('a transaction: 20, as from a standalone mongod', async () => {
    const session = await connection.startSession();
    session.startTransaction();
    const error = await failure(places().insertOne({ n: 1 }, { session }));
    await session.endSession();
    expect(error.message).toContain('does not support retryable writes');
    const command = { find: 'places', startTransaction: true, autocommit: false, txnNumber: mongo.Long.fromNumber(1) };
    expect(await failure(db().command(command))).toMatchObject({ code: 20 });
  });

  it('a change stream: 40573', async () => {
    const stream = places().watch();
    expect(await failure(stream.next())).toMatchObject({ code: 40573 });
    await stream.close();
  });

  it.each([
    ['an unknown command', { fetchMeTea: 1 }, 59],
    ['a replica set', { replSetGetStatus: 1 }, 76],
    ['an unknown operator', { find: 'places', filter: { $nope: 1 } }, 2],
    ['an unknown stage', { aggregate: 'places', pipeline: [{ $nope: 1 }], cursor: {} }, 40324],
    ['a collation', { find: 'places', collation: { locale: 'ja' } }, 115],
    ['map-reduce', { mapReduce: 'places' }, 115],
  ])('%s', async (_what, command, code) => {
    expect(await failure(db().admin().command(command))).toMatchObject({ code });
  });
});
