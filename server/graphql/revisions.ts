import type { Asking } from '../accounts/people.ts';
import { differences } from '../domain/describe-field.ts';
import { townName } from '../gazetteer/town-name.ts';
import type { RevisionValue } from './account-values.ts';
import type { RevisionResolvers } from './types.gen.ts';

/** The newest revisions of a place, each with the one before it. */
export async function revisionsOf({ people }: Asking, id: string, first: number): Promise<RevisionValue[]> {
  const entries = await people.store.places.history(id, first + 1);
  return entries.slice(0, first).map((entry, index) => ({ entry, before: entries[index + 1] ?? null }));
}

export const revisionResolvers: RevisionResolvers = {
  revision: ({ entry }) => entry.revision,
  at: ({ entry }) => entry.at,
  who: ({ entry }) => entry.who,
  why: ({ entry }) => entry.why,
  changes: ({ entry, before }, _, { voice }) =>
    differences(before?.after ?? null, entry.after, { voice, town: townName }),
};
