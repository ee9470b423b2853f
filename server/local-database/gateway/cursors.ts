/**
 * What the engine needs to go on with a result: it keeps nothing open itself (streamed results are described by their
 * continuation, others lie in a file), so any connection can ask for the next page.
 */
export interface Cursor {
  id: bigint;
  db: string;
  continuation: Buffer;
  session: string | undefined;
  /** Milliseconds since start, performance.now(). */
  usedAt: number;
}

/** As mongod: a cursor that nobody asks of for ten minutes is gone. */
export const CURSOR_TIMEOUT_MS = 600_000;

export interface Cursors {
  put(cursor: Omit<Cursor, 'usedAt'>): void;
  get(id: bigint): Cursor | undefined;
  /** Forgets a cursor; true where there was one. */
  drop(id: bigint): boolean;
  /** Forgets those of these sessions, or all; returns their numbers. */
  dropSessions(sessions: ReadonlySet<string> | undefined): bigint[];
  /** Forgets those not used for CURSOR_TIMEOUT_MS; returns their numbers. */
  dropIdle(now: number): bigint[];
  readonly size: number;
}

export const createCursors = (now: () => number): Cursors => {
  const open = new Map<bigint, Cursor>();
  const dropWhere = (gone: (cursor: Cursor) => boolean): bigint[] => {
    const ids = [...open.values()].filter(gone).map(({ id }) => id);
    for (const id of ids) open.delete(id);
    return ids;
  };
  return {
    // The continuation is a view on a whole page: copied, so that the page can be freed.
    put: (cursor) =>
      void open.set(cursor.id, { ...cursor, continuation: Buffer.from(cursor.continuation), usedAt: now() }),
    get: (id) => open.get(id),
    drop: (id) => open.delete(id),
    dropSessions: (sessions) =>
      dropWhere(({ session }) => sessions === undefined || (session !== undefined && sessions.has(session))),
    dropIdle: (at) => dropWhere(({ usedAt }) => at - usedAt > CURSOR_TIMEOUT_MS),
    get size() {
      return open.size;
    },
  };
};
