import { InputError } from '../domain/errors.ts';

const MAX_PAGE = 100;

/** @throws InputError where it is no whole number from 1 to 100. */
export function pageSize(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= MAX_PAGE) return first;
  throw new InputError('INVALID', ['first'], `\`first\` is a whole number from 1 to ${MAX_PAGE}.`);
}
