/** BSON as bytes: a command's top level is read and cut without decoding the documents inside it. */
export interface Element {
  type: number;
  name: string;
  /** Offset of the type byte. */
  start: number;
  /** Offset of the value. */
  value: number;
  /** Offset after the value. */
  end: number;
}

export class MalformedBson extends Error {}

export const TYPE = { double: 1, string: 2, document: 3, array: 4, binary: 5, bool: 8, int32: 16, int64: 18 } as const;

/** Lengths of the types that always take the same room (bsonspec.org). */
const FIXED = new Map([
  [0x01, 8], [0x06, 0], [0x07, 12], [0x08, 1], [0x09, 8], [0x0a, 0], [0x10, 4], [0x11, 8], [0x12, 8], [0x13, 16], [0x7f, 0], [0xff, 0],
]); // prettier-ignore

const cstringEnd = (bytes: Buffer, from: number): number => {
  const end = bytes.indexOf(0, from);
  if (end < 0) throw new MalformedBson('A name does not end.');
  return end;
};

const int32At = (bytes: Buffer, at: number): number => {
  if (at + 4 > bytes.length) throw new MalformedBson('A length is cut off.');
  return bytes.readInt32LE(at);
};

const counted = (bytes: Buffer, at: number, least: number, extra: number): number => {
  const length = int32At(bytes, at);
  if (length < least) throw new MalformedBson(`A length of ${length} is not possible.`);
  return at + length + extra;
};

const valueEnd = (bytes: Buffer, type: number, at: number): number => {
  const fixed = FIXED.get(type);
  if (fixed !== undefined) return at + fixed;
  if (type === 0x02 || type === 0x0d || type === 0x0e) return counted(bytes, at, 1, 4);
  if (type === 0x03 || type === 0x04) return counted(bytes, at, 5, 0);
  if (type === 0x05) return counted(bytes, at, 0, 5);
  if (type === 0x0b) return cstringEnd(bytes, cstringEnd(bytes, at) + 1) + 1;
  if (type === 0x0c) return counted(bytes, at, 1, 16);
  if (type === 0x0f) return counted(bytes, at, 14, 0);
  throw new MalformedBson(`There is no BSON type ${type}.`);
};

/** The elements of a document's top level. Throws MalformedBson where the bytes are not a document. */
export const elementsOf = (bytes: Buffer): Element[] => {
  if (bytes.length < 5 || bytes.readInt32LE(0) !== bytes.length || bytes[bytes.length - 1] !== 0)
    throw new MalformedBson('The length of a document is not the one it states.');
  const elements: Element[] = [];
  const last = bytes.length - 1;
  let start = 4;
  while (start < last) {
    const type = bytes[start] ?? 0;
    const nameEnd = cstringEnd(bytes, start + 1);
    const end = valueEnd(bytes, type, nameEnd + 1);
    if (end > last) throw new MalformedBson('A value reaches beyond its document.');
    elements.push({ type, name: bytes.toString('utf8', start + 1, nameEnd), start, value: nameEnd + 1, end });
    start = end;
  }
  return elements;
};

/** How deep MongoDB lets documents nest. */
const DEEPEST = 200;

/**
 * Walks every nested document and throws MalformedBson where one is not well formed: the engine below trusts what it is
 * given, and a wrong length there would be read beyond the end.
 */
export const checkWhole = (bytes: Buffer, depth = 0): void => {
  if (depth > DEEPEST) throw new MalformedBson('Documents nest too deeply.');
  for (const { type, value, end } of elementsOf(bytes)) {
    if (type === TYPE.document || type === TYPE.array) checkWhole(bytes.subarray(value, end), depth + 1);
    else if (type === TYPE.string && bytes[end - 1] !== 0) throw new MalformedBson('A string does not end.');
    else if (type === 0x0f) {
      const scope = counted(bytes, value + 4, 1, 4);
      if (scope > end) throw new MalformedBson('A scope lies beyond its code.');
      checkWhole(bytes.subarray(scope, end), depth + 1);
    }
  }
};

/** A document made of elements taken from elsewhere. */
export const documentFrom = (parts: Buffer[]): Buffer => {
  const length = 5 + parts.reduce((sum, part) => sum + part.length, 0);
  const head = Buffer.alloc(4);
  head.writeInt32LE(length);
  return Buffer.concat([head, ...parts, Buffer.alloc(1)], length);
};

/** An array element of that name holding the documents. */
export const arrayElement = (name: string, documents: Buffer[]): Buffer => {
  const items = documents.map((document, index) => Buffer.concat([Buffer.from(`\x03${index}\0`, 'latin1'), document]));
  return Buffer.concat([Buffer.from(`\x04${name}\0`, 'utf8'), documentFrom(items)]);
};

/** Cuts documents that follow one another. Throws MalformedBson where the last one is cut off. */
export const splitDocuments = (bytes: Buffer): Buffer[] => {
  const documents: Buffer[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = counted(bytes, at, 5, 0);
    if (end > bytes.length) throw new MalformedBson('A document is cut off.');
    documents.push(bytes.subarray(at, end));
    at = end;
  }
  return documents;
};

/** The text of a string element, or undefined where it is of another type. */
export const textOf = (bytes: Buffer, element: Element | undefined): string | undefined =>
  element?.type === TYPE.string ? bytes.toString('utf8', element.value + 4, element.end - 1) : undefined;

/** The number of a numeric or boolean element, or undefined where it is of another type. */
export const numberOf = (bytes: Buffer, element: Element | undefined): number | undefined => {
  if (!element) return undefined;
  if (element.type === TYPE.int32) return bytes.readInt32LE(element.value);
  if (element.type === TYPE.double) return bytes.readDoubleLE(element.value);
  if (element.type === TYPE.int64) return Number(bytes.readBigInt64LE(element.value));
  return element.type === TYPE.bool ? (bytes[element.value] ?? 0) : undefined;
};

/** The exact 64-bit integer of an element, or undefined where it is not a whole number. */
export const bigintOf = (bytes: Buffer, element: Element | undefined): bigint | undefined => {
  if (element?.type === TYPE.int64) return bytes.readBigInt64LE(element.value);
  const number = numberOf(bytes, element);
  return number !== undefined && Number.isInteger(number) ? BigInt(number) : undefined;
};
