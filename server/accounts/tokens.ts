import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** An unguessable word for a link or a cookie: 256 bits, URL-safe. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** A fresh id: 96 bits, URL-safe, says nothing. Begins with a letter, so that it never looks like an option or a number. */
export const newId = (): string =>
  `p${randomBytes(12).toString('base64url').replaceAll('-', 'x').replaceAll('_', 'y')}`;

/** Six digits. */
export const newCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0');

/** What is kept of a token: who reads the database cannot use it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** What is kept of a code: of use only together with the token of the browser that asked. */
export const codeHash = (code: string, browserToken: string): string =>
  createHmac('sha256', browserToken).update(code).digest('base64url');

/** Whether two hashes are equal, in a time that does not tell where they differ. */
export function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
