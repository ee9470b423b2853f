import { describe, it } from 'vitest';
import { aPlainSchedule, osmOfPlain, phrasingsOf } from './support/random-phrasings.ts';
import { expectExact, type Written } from './support/reads-exactly.ts';

/** Schedules are written in many phrasings by a writer that shares nothing with the reader. */
describe('a random schedule in a random phrasing', () => {
  const written = aPlainSchedule.chain((plan) =>
    phrasingsOf(plan).map((text): Written => ({
      cells: { text },
      certainty: plan.hedged ? 'USUAL' : 'FIXED',
      osm: osmOfPlain(plan),
    })),
  );

  it('is read exactly or is said to be not understood, never read as something else', () => {
    expectExact(written, 0.9, { numRuns: 250 });
  });
});
