/**
 * The few messages of PostgreSQL's frontend/backend protocol 3 that the gateway needs.
 * `pg` reads every column as text, so a BSON page would cross as hexadecimal and be copied three times; here a column is
 * a view on the bytes that came from the socket.
 */
export type Parameter = Buffer | string | boolean | number | bigint | null;

/** PostgreSQL's object ids of the types that are passed (catalog pg_type). */
const OID = { bool: 16, bytea: 17, int8: 20, text: 25, float8: 701 } as const;

const oidOf = (value: Parameter): number => {
  if (value === null || Buffer.isBuffer(value)) return OID.bytea;
  if (typeof value === 'string') return OID.text;
  if (typeof value === 'boolean') return OID.bool;
  return typeof value === 'bigint' ? OID.int8 : OID.float8;
};

const bytesOf = (value: Exclude<Parameter, null>): Buffer => {
  if (Buffer.isBuffer(value)) return value;
  if (typeof value === 'string') return Buffer.from(value, 'utf8');
  if (typeof value === 'boolean') return Buffer.from([value ? 1 : 0]);
  const eight = Buffer.alloc(8);
  if (typeof value === 'bigint') eight.writeBigInt64BE(value);
  else eight.writeDoubleBE(value);
  return eight;
};

const message = (type: string, ...parts: Buffer[]): Buffer[] => {
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(4 + parts.reduce((sum, part) => sum + part.length, 0), 1);
  return [head, ...parts];
};

const text = (value: string): Buffer => Buffer.from(`${value}\0`, 'utf8');

const int16 = (value: number): Buffer => {
  const two = Buffer.alloc(2);
  two.writeInt16BE(value);
  return two;
};

const int32 = (value: number): Buffer => {
  const four = Buffer.alloc(4);
  four.writeInt32BE(value);
  return four;
};

export const startup = (parameters: Record<string, string>): Buffer => {
  const pairs = Object.entries(parameters).flatMap(([name, value]) => [text(name), text(value)]);
  const body = Buffer.concat([int32(196_608), ...pairs, Buffer.from([0])]);
  return Buffer.concat([int32(body.length + 4), body]);
};

/** Goes over a connection of its own: it interrupts what the other one runs. */
export const cancelRequest = (processId: number, secret: Buffer): Buffer =>
  Buffer.concat([int32(12 + secret.length), int32(80_877_102), int32(processId), secret]);

export const simpleQuery = (sql: string): Buffer[] => message('Q', text(sql));

export const parse = (name: string, sql: string, values: Parameter[]): Buffer[] =>
  message('P', text(name), text(sql), int16(values.length), ...values.map((value) => int32(oidOf(value))));

/** Binds and runs, every parameter and every column in binary form. */
export const bindAndExecute = (name: string, values: Parameter[]): Buffer[] => {
  const bound = values.flatMap((value) => {
    if (value === null) return [int32(-1)];
    const bytes = bytesOf(value);
    return [int32(bytes.length), bytes];
  });
  const one = Buffer.concat([int16(1), int16(1)]);
  return [
    ...message('B', text(''), text(name), one, int16(values.length), ...bound, one),
    ...message('E', text(''), int32(0)),
    ...message('S'),
  ];
};

/** One row: a view on the bytes received for each column, or null. */
export type Row = (Buffer | null)[];

export const readRow = (body: Buffer): Row => {
  const row: Row = [];
  let at = 2;
  for (let left = body.readInt16BE(0); left > 0; left -= 1) {
    const length = body.readInt32BE(at);
    at += 4;
    row.push(length < 0 ? null : body.subarray(at, at + length));
    at += Math.max(0, length);
  }
  return row;
};

/** The fields of an ErrorResponse by their one-letter names: C = SQLSTATE, M = message. */
export const readFields = (body: Buffer): Map<string, string> => {
  const fields = new Map<string, string>();
  let at = 0;
  while (at < body.length && body[at] !== 0) {
    const end = body.indexOf(0, at + 1);
    fields.set(String.fromCharCode(body[at] ?? 0), body.toString('utf8', at + 1, end));
    at = end + 1;
  }
  return fields;
};
