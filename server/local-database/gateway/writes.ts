import { deserialize, serialize } from 'bson';
import { column, type Command, isTrue, write } from './context.ts';
import type { Pool } from './pool.ts';
import { PostgresError } from './postgres-connection.ts';
import { codeOfState, errorMessage, stateOfInteger } from './errors.ts';

interface WriteResult {
  writeErrors?: { index: number; code: number; errmsg: string }[];
}

/** The engine numbers its write errors by SQLSTATE; clients know MongoDB's numbers. */
export const translateWriteErrors = (result: Buffer, namespace: string): Buffer => {
  const document = deserialize(result, { promoteLongs: false, promoteValues: false, bsonRegExp: true }) as WriteResult;
  const plain = deserialize(result) as WriteResult;
  const writeErrors = (plain.writeErrors ?? []).map((error) => {
    const code = codeOfState(stateOfInteger(error.code));
    return { ...error, code, errmsg: errorMessage(code, error.errmsg, namespace) };
  });
  return Buffer.from(serialize({ ...document, writeErrors }));
};

const batch =
  (name: string): Command =>
  async (request, context) => {
    const rows = await write(
      request,
      context,
      `SELECT p_result, p_success FROM documentdb_api.${name}($1, $2, $3, NULL)`,
      [request.db, request.document, request.operations],
    );
    return isTrue(rows, 1) ? column(rows) : translateWriteErrors(column(rows), request.namespace);
  };

export const insert = batch('insert');
export const update = batch('update');
export const deleteMany = batch('delete');

/** PostgreSQL names an index of the engine by its number; the client knows it by its name. */
const withIndexName = async (pool: Pool, error: unknown): Promise<unknown> => {
  const number = error instanceof PostgresError ? /documents_rum_index_(\d+)/.exec(error.message)?.[1] : undefined;
  if (!(error instanceof PostgresError) || number === undefined) return error;
  const sql =
    'SELECT (index_spec).index_name FROM documentdb_api_catalog.collection_indexes WHERE index_id = $1::float8::int';
  const rows = await pool.run(sql, [Number(number)]);
  return new PostgresError(error.state, `Duplicate key violation: Index '${rows[0]?.[0]?.toString('utf8') ?? number}'`);
};

export const findAndModify: Command = async (request, context) => {
  const sql = 'SELECT p_result, p_success FROM documentdb_api.find_and_modify($1, $2, NULL)';
  try {
    return column(await write(request, context, sql, [request.db, request.document]));
  } catch (error) {
    throw await withIndexName(context.pool, error);
  }
};
