/** What hello announces, and what a message may not exceed. */
export const MAX_MESSAGE_BYTES = 48_000_000;
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** Bits 0–15 must be understood by whoever reads them; these two are. */
const REQUIRED_BITS = 0xffff & ~(CHECKSUM_PRESENT | MORE_TO_COME);

/** A client that breaks the protocol: nothing can be answered, the connection is closed. */
export class ProtocolError extends Error {}

export interface Message {
  requestId: number;
  /** The form in which the answer is expected. */
  form: 'msg' | 'query';
  command: Buffer;
  /** Documents sent beside the command, by the field they belong to, one after the other. */
  sequences: Map<string, Buffer>;
  /** false where the client does not wait for an answer. */
  answered: boolean;
  /** The name of an OP_QUERY's namespace. */
  namespace?: string;
}

const readSequence = (body: Buffer, at: number, into: Map<string, Buffer>): number => {
  if (at + 4 > body.length) throw new ProtocolError('A section is cut off.');
  const end = at + body.readInt32LE(at);
  const nameEnd = body.indexOf(0, at + 4);
  if (end > body.length || nameEnd < 0 || nameEnd + 1 > end) throw new ProtocolError('A section is cut off.');
  const name = body.toString('utf8', at + 4, nameEnd);
  if (into.has(name)) throw new ProtocolError('A section comes twice.');
  into.set(name, body.subarray(nameEnd + 1, end));
  return end;
};

const readDocument = (body: Buffer, at: number): Buffer => {
  const length = at + 4 <= body.length ? body.readInt32LE(at) : 0;
  if (length < 5 || at + length > body.length) throw new ProtocolError('A document is cut off.');
  return body.subarray(at, at + length);
};

const readMsg = (requestId: number, frame: Buffer): Message => {
  if (frame.length < 26) throw new ProtocolError('A message is too short.');
  const flags = frame.readUInt32LE(16);
  if ((flags & REQUIRED_BITS) !== 0) throw new ProtocolError('A flag is not known.');
  const body = (flags & CHECKSUM_PRESENT) !== 0 ? frame.subarray(0, -4) : frame;
  const sequences = new Map<string, Buffer>();
  let command: Buffer | undefined;
  let at = 20;
  while (at < body.length) {
    const kind = body[at];
    if (kind === 1) at = readSequence(body, at + 1, sequences);
    else if (kind === 0 && !command) {
      command = readDocument(body, at + 1);
      at += 1 + command.length;
    } else throw new ProtocolError('A section is of no known kind.');
  }
  if (!command) throw new ProtocolError('A message has no command.');
  return { requestId, form: 'msg', command, sequences, answered: (flags & MORE_TO_COME) === 0 };
};

const readQuery = (requestId: number, frame: Buffer): Message => {
  const nameEnd = frame.indexOf(0, 20);
  if (nameEnd < 0) throw new ProtocolError('A query is cut off.');
  const command = readDocument(frame, nameEnd + 9);
  const namespace = frame.toString('utf8', 20, nameEnd);
  return { requestId, form: 'query', command, sequences: new Map(), answered: true, namespace };
};

/** Reads one whole frame. Throws ProtocolError where it is not one of OP_MSG and OP_QUERY, or not well formed. */
export const readMessage = (frame: Buffer): Message => {
  const requestId = frame.readInt32LE(4);
  const opcode = frame.readInt32LE(12);
  try {
    if (opcode === OP_MSG) return readMsg(requestId, frame);
    if (opcode === OP_QUERY) return readQuery(requestId, frame);
  } catch (error) {
    if (error instanceof RangeError) throw new ProtocolError(error.message);
    throw error;
  }
  throw new ProtocolError(`The opcode ${opcode} is not served.`);
};

/** The head that goes before a document in answer to a message; the document follows without being copied. */
export const replyHead = (message: Message, length: number, id: number): Buffer => {
  const head = Buffer.alloc(message.form === 'msg' ? 21 : 36);
  head.writeInt32LE(head.length + length, 0);
  head.writeInt32LE(id, 4);
  head.writeInt32LE(message.requestId, 8);
  head.writeInt32LE(message.form === 'msg' ? OP_MSG : OP_REPLY, 12);
  if (message.form === 'query') {
    head.writeInt32LE(8, 16); // AwaitCapable, as every server since 1.6 says
    head.writeInt32LE(1, 32);
  }
  return head;
};
