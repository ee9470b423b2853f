import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Binary, deserialize, UUID } from 'bson';
import { answer, type Command, type Context } from './context.ts';
import { CommandError } from './errors.ts';
import { deleteCursors } from './reads.ts';
import { MAX_DOCUMENT_BYTES, MAX_MESSAGE_BYTES } from './wire.ts';

/** The level of MongoDB whose answers are given: 7.0 is wire version 21. */
const SERVER_VERSION = '7.0.0';
const WIRE_VERSION = 21;
/** The extension's limit for one write command (documentdb.maxWriteBatchSize). */
export const MAX_WRITE_BATCH = 25_000;

const constant =
  (fields: (context: Context) => Record<string, unknown>): Command =>
  (_request, context) =>
    Promise.resolve(answer(fields(context)));

/** A standalone server: no set name, no compression, no transactions. */
export const hello: Command = (request, context) =>
  Promise.resolve(
    answer({
      ...(request.name === 'hello' ? { isWritablePrimary: true } : { ismaster: true }),
      helloOk: true,
      maxBsonObjectSize: MAX_DOCUMENT_BYTES,
      maxMessageSizeBytes: MAX_MESSAGE_BYTES,
      maxWriteBatchSize: MAX_WRITE_BATCH,
      localTime: new Date(),
      logicalSessionTimeoutMinutes: 30,
      connectionId: context.connectionId,
      minWireVersion: 0,
      maxWireVersion: WIRE_VERSION,
      readOnly: false,
    }),
  );

export const ok = constant(() => ({}));

export const buildInfo = constant(({ version }) => ({
  version: SERVER_VERSION,
  versionArray: SERVER_VERSION.split('.').map(Number).concat(0),
  gitVersion: 'unknown',
  modules: [],
  documentdb: version,
  bits: 64,
  debug: false,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
}));

export const serverStatus = constant(({ startedAt, version, cursors }) => ({
  host: hostname(),
  version: SERVER_VERSION,
  documentdb: version,
  process: 'ibasho-local-database',
  pid: process.pid,
  uptime: Math.round((Date.now() - startedAt.getTime()) / 1000),
  localTime: new Date(),
  metrics: { cursor: { open: { total: cursors.size } } },
}));

export const hostInfo = constant(() => ({
  system: { currentTime: new Date(), hostname: hostname() },
  os: {},
  extra: {},
}));
export const whatsMyUri = constant(({ peer }) => ({ you: peer }));
export const connectionStatus = constant(() => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] } }));
export const getCmdLineOpts = constant(() => ({ argv: [], parsed: {} }));
export const getLog = constant(() => ({ totalLinesWritten: 0, log: [] }));
export const getParameter = constant(() => ({ featureCompatibilityVersion: { version: '7.0' } }));

export const startSession = constant(() => ({ id: { id: new UUID(randomUUID()) }, timeoutMinutes: 30 }));

const sessionsIn = (document: Buffer): ReadonlySet<string> => {
  const list: unknown = Object.values(deserialize(document))[0];
  const ids = Array.isArray(list) ? (list as { id?: unknown }[]).map(({ id }) => id) : [];
  return new Set(ids.filter((id) => id instanceof Binary).map((id) => Buffer.from(id.buffer).toString('hex')));
};

/** Frees what the sessions held: their cursors. */
export const endSessions: Command = async (request, context) => {
  const ended = request.name.startsWith('killAll') ? undefined : sessionsIn(request.document);
  await deleteCursors(context, context.cursors.dropSessions(ended));
  return answer({});
};

const refused =
  (code: number, message: string): Command =>
  () =>
    Promise.reject(new CommandError(code, message));

export const noReplication = refused(76, 'not running with --replSet');
export const noTransactions = refused(20, 'Transaction numbers are only allowed on a replica set member or mongos');
export const noSignIn = refused(18, 'Authentication failed.');
export const notSupported: Command = (request) =>
  Promise.reject(new CommandError(115, `The local database does not support ${request.name}.`));
