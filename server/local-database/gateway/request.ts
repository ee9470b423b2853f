import { CommandError } from './errors.ts';
import {
  arrayElement,
  bigintOf,
  checkWhole,
  documentFrom,
  type Element,
  elementsOf,
  MalformedBson,
  numberOf,
  splitDocuments,
  textOf,
  TYPE,
} from './raw-bson.ts';
import { MAX_DOCUMENT_BYTES, type Message } from './wire.ts';

/** A command, checked and freed of what concerns the connection and not the engine. */
export interface Request {
  name: string;
  db: string;
  /** What goes to the engine. */
  document: Buffer;
  fields: Map<string, Element>;
  /** insert's documents, update's updates, delete's deletes where they came beside the command. */
  operations: Buffer | null;
  /** Milliseconds; 0 = no limit. */
  maxTimeMS: number;
  /** The logical session, as hexadecimal digits. */
  session: string | undefined;
  /** "db.collection" where the command names one, else the database. */
  namespace: string;
}

/** Fields of every command that the driver adds for the server's sake; the extension refuses what it does not know. */
const NOT_FOR_THE_ENGINE = new Set([
  'lsid', '$db', '$clusterTime', 'txnNumber', '$readPreference', 'autocommit', 'startTransaction', 'apiVersion', 'apiStrict',
  'apiDeprecationErrors', 'readConcern', 'writeConcern', 'maxTimeMS', 'mayBypassWriteBlocking', '$audit', '$client', 'comment',
]); // prettier-ignore

/** The fields whose documents the engine takes beside the command, unfolded. */
const OPERATIONS = new Map([
  ['insert', 'documents'],
  ['update', 'updates'],
  ['delete', 'deletes'],
]);

const refuseTransactions = (fields: Map<string, Element>): void => {
  if (['txnNumber', 'startTransaction', 'autocommit'].some((name) => fields.has(name)))
    throw new CommandError(20, 'Transaction numbers are only allowed on a replica set member or mongos');
};

const refuseReplication = (command: Buffer, fields: Map<string, Element>): void => {
  const concern = fields.get('writeConcern');
  if (concern?.type !== TYPE.document) return;
  const bytes = command.subarray(concern.value, concern.end);
  const w = numberOf(
    bytes,
    elementsOf(bytes).find(({ name }) => name === 'w'),
  );
  if (w !== undefined && w > 1) throw new CommandError(2, "cannot use 'w' > 1 when a host is not replicated");
};

const checkDocument = (document: Buffer): void => {
  if (document.length > MAX_DOCUMENT_BYTES + 16 * 1024)
    throw new CommandError(
      10334,
      `BSONObj size: ${document.length} is invalid. Size must be between 0 and ${MAX_DOCUMENT_BYTES}`,
    );
  checkWhole(document);
};

/** lsid is `{ id: UUID }`; what counts is the UUID's sixteen bytes. */
const sessionOf = (command: Buffer, field: Element | undefined): string | undefined => {
  if (field?.type !== TYPE.document) return undefined;
  const session = command.subarray(field.value, field.end);
  const id = elementsOf(session).find(({ name, type }) => name === 'id' && type === TYPE.binary);
  return id && session.toString('hex', id.value + 5, id.end);
};

const LONGEST_TIME_MS = 2_147_483_647;

const timeOf = (command: Buffer, field: Element | undefined): number => {
  const time = Number(bigintOf(command, field) ?? 0);
  if (time < 0 || time > LONGEST_TIME_MS) throw new CommandError(2, `${time} value for maxTimeMS is out of range`);
  return time;
};

const namespaceOf = (command: Buffer, db: string, first: Element | undefined, fields: Map<string, Element>): string => {
  const collection = textOf(command, first?.name === 'getMore' ? fields.get('collection') : first);
  return collection === undefined ? db : `${db}.${collection}`;
};

const fold = (message: Message, name: string): { parts: Buffer[]; operations: Buffer | null } => {
  const parts: Buffer[] = [];
  let operations: Buffer | null = null;
  for (const [field, bytes] of message.sequences) {
    const documents = splitDocuments(bytes);
    documents.forEach(checkDocument);
    if (OPERATIONS.get(name) === field) operations = bytes;
    else parts.push(arrayElement(field, documents));
  }
  return { parts, operations };
};

/** Reads a message's command. Throws CommandError where a mongod would refuse it before looking at what it asks. */
export const readRequest = (message: Message): Request => {
  try {
    const { command } = message;
    checkWhole(command);
    const elements = elementsOf(command);
    const fields = new Map(elements.map((element) => [element.name, element]));
    const name = elements[0]?.name ?? '';
    const db = textOf(command, fields.get('$db')) ?? message.namespace?.split('.')[0];
    if (!db) throw new CommandError(40571, 'OP_MSG requests require a $db argument');
    refuseTransactions(fields);
    refuseReplication(command, fields);
    const { parts, operations } = fold(message, name);
    const kept = elements.filter((element) => !NOT_FOR_THE_ENGINE.has(element.name));
    return {
      name,
      db,
      document: documentFrom([...kept.map(({ start, end }) => command.subarray(start, end)), ...parts]),
      fields,
      operations,
      maxTimeMS: timeOf(command, fields.get('maxTimeMS')),
      session: sessionOf(command, fields.get('lsid')),
      namespace: namespaceOf(command, db, elements[0], fields),
    };
  } catch (error) {
    if (error instanceof MalformedBson || error instanceof RangeError) throw new CommandError(22, error.message);
    throw error;
  }
};
