import type { Place } from '../domain/place.ts';
import type { Asking, Viewer } from './people.ts';
import { type MutationName, requireAccount, requireRight } from './rights.ts';

/** A place that the viewer moderates. @throws Refused NOT_FOUND, FORBIDDEN */
export async function moderated(
  asking: Asking,
  mutation: MutationName,
  id: string,
  path = ['id'],
): Promise<{ viewer: Viewer; place: Place }> {
  const viewer = requireAccount(asking.viewer);
  return { viewer, place: requireRight(mutation, viewer, await asking.people.store.places.read(id), path) };
}
