import { deserialize, Long } from 'bson';
import { answer, column, type Command, type Context, read, write } from './context.ts';
import { CommandError } from './errors.ts';
import type { Row } from './postgres-messages.ts';
import { bigintOf, elementsOf, TYPE } from './raw-bson.ts';
import type { Request } from './request.ts';

/** Hands a first page on, and remembers how to go on where there is more. */
const page = (request: Request, context: Context, rows: Row[]): Buffer => {
  const continuation = rows[0]?.[1];
  const id = rows[0]?.[3];
  if (continuation && id) {
    context.cursors.put({ id: id.readBigInt64BE(0), db: request.db, continuation, session: request.session });
  }
  return column(rows);
};

const firstPage =
  (name: string): Command =>
  async (request, context) =>
    page(
      request,
      context,
      await read(
        request,
        context,
        `SELECT cursorpage, continuation, persistconnection, cursorid FROM documentdb_api.${name}($1, $2)`,
        [request.db, request.document],
      ),
    );

/** The names of the stages of a pipeline. */
const stagesOf = (request: Request): string[] => {
  const pipeline = elementsOf(request.document).find(({ name }) => name === 'pipeline');
  if (pipeline?.type !== TYPE.array) return [];
  const bytes = request.document.subarray(pipeline.value, pipeline.end);
  return elementsOf(bytes)
    .filter(({ type }) => type === TYPE.document)
    .map(({ value, end }) => elementsOf(bytes.subarray(value, end))[0]?.name ?? '');
};

export const aggregate: Command = async (request, context) => {
  const stages = stagesOf(request);
  if (stages[0] === '$changeStream')
    throw new CommandError(40573, 'The $changeStream stage is only supported on replica sets');
  if (!stages.some((stage) => stage === '$out' || stage === '$merge'))
    return firstPage('aggregate_cursor_first_page')(request, context);
  const sql =
    'SELECT cursorpage, continuation, persistconnection, cursorid FROM documentdb_api.aggregate_cursor_first_page($1, $2)';
  return page(request, context, await write(request, context, sql, [request.db, request.document]));
};

export const find = firstPage('find_cursor_first_page');
export const listCollections = firstPage('list_collections_cursor_first_page');
export const listIndexes = firstPage('list_indexes_cursor_first_page');

export const getMore: Command = async (request, context) => {
  const id = bigintOf(request.document, elementsOf(request.document)[0]);
  const cursor = id === undefined ? undefined : context.cursors.get(id);
  if (id === undefined || !cursor || cursor.db !== request.db)
    throw new CommandError(43, `cursor id ${id ?? 'of no number'} not found`);
  const rows = await read(
    request,
    context,
    'SELECT cursorpage, continuation FROM documentdb_api.cursor_get_more($1, $2, $3)',
    [request.db, request.document, cursor.continuation],
  );
  const continuation = rows[0]?.[1];
  if (continuation) context.cursors.put({ ...cursor, continuation });
  else context.cursors.drop(id);
  return column(rows);
};

/** Lets the engine delete the files of cursors that were given up. */
export const deleteCursors = async (context: Pick<Context, 'pool'>, ids: bigint[]): Promise<void> => {
  if (ids.length > 0)
    await context.pool.run('SELECT documentdb_api_internal.delete_cursors($1::text::bigint[])', [`{${ids.join(',')}}`]);
};

export const killCursors: Command = async (request, context) => {
  const { cursors } = deserialize(request.document, { promoteLongs: false }) as { cursors?: unknown };
  if (!Array.isArray(cursors))
    throw new CommandError(40414, "BSON field 'killCursors.cursors' is missing but a required field");
  const ids = cursors.map((id) => (id instanceof Long ? id.toBigInt() : BigInt(Number(id) || 0)));
  const killed = ids.filter((id) => context.cursors.drop(id));
  await deleteCursors(context, killed);
  const longs = (list: bigint[]): Long[] => list.map((id) => Long.fromBigInt(id));
  return answer({
    cursorsKilled: longs(killed),
    cursorsNotFound: longs(ids.filter((id) => !killed.includes(id))),
    cursorsAlive: [],
    cursorsUnknown: [],
  });
};

const oneDocument =
  (sql: string): Command =>
  async (request, context) =>
    column(await read(request, context, sql, [request.db, request.document]));

export const count = oneDocument('SELECT document FROM documentdb_api.count_query($1, $2)');
export const distinct = oneDocument('SELECT document FROM documentdb_api.distinct_query($1, $2)');
export const validate = oneDocument('SELECT document FROM documentdb_api.validate($1, $2)');
