import { refuse } from '../domain/user-error.ts';
import type { Limit } from '../store/limits.ts';
import type { People } from './people.ts';

/** One use of something that is limited: `name` of the limit, `key` of who or what uses it, `path` in the input. */
export interface Use {
  name: string;
  limit: Limit;
  key: string;
  path?: string[];
}

/** Counts a use, on all servers of the database together. @throws Refused RATE_LIMITED where it is one too many */
export async function countUse({ store }: People, { name, limit, key, path = [] }: Use): Promise<void> {
  const seconds = await store.limits.consume(name, limit, key);
  if (seconds > 0) refuse('RATE_LIMITED', path, undefined, { minutes: Math.ceil(seconds / 60) });
}
