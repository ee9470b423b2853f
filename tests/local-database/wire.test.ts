import { connect, type Socket } from 'node:net';
import { deserialize, serialize } from 'bson';
import { createConnection, type Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let connection: Connection;
let port = 0;

beforeAll(async () => {
  database = await testDatabase();
  connection = await createConnection(database.uri).asPromise();
  port = Number(new URL(database.uri).port);
});

afterAll(async () => {
  await connection.close();
  await database.drop();
});

const header = (length: number, opcode: number): Buffer => {
  const head = Buffer.alloc(16);
  head.writeInt32LE(length, 0);
  head.writeInt32LE(7, 4);
  head.writeInt32LE(opcode, 12);
  return head;
};

const message = (body: Buffer, opcode = 2013): Buffer => Buffer.concat([header(16 + body.length, opcode), body]);

const msg = (command: Buffer, flags = 0): Buffer => {
  const flagBits = Buffer.alloc(4);
  flagBits.writeUInt32LE(flags);
  return message(Buffer.concat([flagBits, Buffer.from([0]), command]));
};

const document = (value: Record<string, unknown>): Buffer => Buffer.from(serialize(value));

const open = (): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });

/** Sends bytes and returns the first answer, or 'closed' where the server hangs up instead. */
const answerTo = async (...parts: Buffer[]): Promise<Record<string, unknown> | 'closed'> => {
  const socket = await open();
  const answer = new Promise<Record<string, unknown> | 'closed'>((resolve) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('close', () => resolve('closed'));
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 16 || received.length < received.readInt32LE(0)) return;
      const start = received.readInt32LE(12) === 1 ? 36 : 21;
      resolve(deserialize(received.subarray(start, received.readInt32LE(0))));
    });
  });
  for (const part of parts) socket.write(part);
  const result = await answer;
  socket.destroy();
  return result;
};

const ping = (): Buffer => msg(document({ ping: 1, $db: 'admin' }));

describe('a client that breaks the protocol is cut off', () => {
  it.each([
    ['a length shorter than a head', header(3, 2013)],
    ['a negative length', header(-1, 2013)],
    ['a length beyond 48 MB', header(48_000_001, 2013)],
    ['a compressed message, which was never offered', message(Buffer.alloc(20), 2012)],
    ['an opcode of long ago', message(Buffer.alloc(20), 2002)],
    ['an opcode that never was', message(Buffer.alloc(20), 99)],
    ['a message without a body', message(Buffer.alloc(0))],
    ['a flag that must be understood', msg(document({ ping: 1, $db: 'admin' }), 4)],
    ['a section of no known kind', message(Buffer.concat([Buffer.alloc(4), Buffer.from([7]), document({ ping: 1 })]))],
    [
      'a document longer than its message',
      message(Buffer.concat([Buffer.alloc(5), Buffer.from([0xff, 0xff, 0xff, 0x7f, 0])])),
    ],
    [
      'a sequence longer than its message',
      message(Buffer.concat([Buffer.alloc(4), Buffer.from([1, 0xff, 0, 0, 0, 0x61, 0])])),
    ],
    ['a request for a web page', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
  ])('%s', async (_what, bytes) => {
    expect(await answerTo(bytes)).toBe('closed');
    expect(await answerTo(ping())).toMatchObject({ ok: 1 });
  });

  it('half a message and then the end does no harm', async () => {
    const socket = await open();
    socket.end(ping().subarray(0, 20));
    await new Promise((resolve) => socket.once('close', resolve));
    expect(await answerTo(ping())).toMatchObject({ ok: 1 });
  });
});

describe('what can be read but not understood is answered with an error', () => {
  const broken = (): Buffer => {
    const bytes = document({ insert: 'a', documents: [{ inner: { text: 'abc' } }], $db: 'test' });
    bytes.writeInt32LE(100_000, bytes.indexOf('text\0') + 5);
    return bytes;
  };

  it.each([
    ['no database', document({ ping: 1 }), 40571],
    ['an empty command', document({}), 40571],
    ['a nested document with a wrong length', broken(), 22],
    ['a command that nobody knows', document({ nope: 1, $db: 'admin' }), 59],
    ['a collection that is no name', document({ find: 5, $db: 'admin' }), undefined],
    ['a cursor that is no number', document({ getMore: 'x', collection: 'a', $db: 'admin' }), 43],
    ['a time limit that cannot be', document({ find: 'a', maxTimeMS: -1, $db: 'test' }), 2],
    ['cursors that are no list', document({ killCursors: 'a', cursors: 5, $db: 'admin' }), 40414],
  ])('%s', async (_what, command, code) => {
    expect(await answerTo(msg(command))).toMatchObject(code === undefined ? { ok: 0 } : { ok: 0, code });
    expect(await answerTo(ping())).toMatchObject({ ok: 1 });
  });
});

it('the old form of a query is served for the first hello and refused for anything else', async () => {
  const query = (command: Record<string, unknown>): Buffer =>
    message(Buffer.concat([Buffer.alloc(4), Buffer.from('admin.$cmd\0'), Buffer.alloc(8), document(command)]), 2004);
  const hello = await answerTo(query({ ismaster: 1, helloOk: true }));
  expect(hello).toMatchObject({
    ismaster: true,
    helloOk: true,
    maxWireVersion: 21,
    maxBsonObjectSize: 16_777_216,
    ok: 1,
  });
  expect(hello).not.toHaveProperty('setName');
  expect(hello).not.toHaveProperty('compression');
  expect(await answerTo(query({ listDatabases: 1 }))).toMatchObject({ ok: 0, code: 352 });
});

it('a message in many small pieces is one message', async () => {
  const bytes = ping();
  expect(await answerTo(...Array.from(bytes, (_, at) => bytes.subarray(at, at + 1)))).toMatchObject({ ok: 1 });
});

it('several messages in one piece are answered in their order', async () => {
  const socket = await open();
  const numbers: number[] = [];
  const all = new Promise<void>((resolve) => {
    let received = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      while (received.length >= 16 && received.length >= received.readInt32LE(0)) {
        numbers.push(received.readInt32LE(8));
        received = received.subarray(received.readInt32LE(0));
      }
      if (numbers.length === 20) resolve();
    });
  });
  const messages = Array.from({ length: 20 }, (_, number) => {
    const bytes = msg(document(number % 2 ? { ping: 1, $db: 'admin' } : { find: 'nothing', $db: 'test' }));
    bytes.writeInt32LE(number, 4);
    return bytes;
  });
  socket.write(Buffer.concat(messages));
  await all;
  socket.destroy();
  expect(numbers).toEqual(Array.from({ length: 20 }, (_, number) => number));
});

it('a client that goes away while its query runs does not leave it running', async () => {
  const many = Array.from({ length: 3_000 }, (_, n) => ({ n }));
  await connection.collection('many').insertMany(many);
  const condition = { $eq: ['$n', { $add: ['$$mine', -5_000] }] };
  const every = [
    { $lookup: { from: 'many', let: { mine: '$n' }, pipeline: [{ $match: { $expr: condition } }], as: 'none' } },
  ];
  const socket = await open();
  socket.write(
    msg(document({ aggregate: 'many', pipeline: every, cursor: {}, comment: 'left', $db: connection.name })),
  );
  const running = async (): Promise<number> => {
    const { inprog } = (await connection.db?.admin().command({ currentOp: 1 })) as {
      inprog: { command?: { aggregate?: string } }[];
    };
    return inprog.filter(({ command }) => command?.aggregate === 'many').length;
  };
  await expect.poll(running, { timeout: 5_000 }).toBe(1);
  socket.destroy();
  await expect.poll(running, { timeout: 5_000 }).toBe(0);
});
