import { describe, it } from 'vitest';
import { aFacility, aHeldRow } from './support/random-rows.ts';
import { expectExact } from './support/reads-exactly.ts';

/** Rows are written by a writer that shares nothing with the reader. */
describe('a random row of a list', () => {
  it.each([
    ['of something that is held', aHeldRow],
    ['of a facility with its closing days', aFacility],
  ])('%s is read exactly or is said to be not understood, never read as something else', (_, row) => {
    expectExact(row, 0.95, { numRuns: 100, seed: 2027 });
  });
});
