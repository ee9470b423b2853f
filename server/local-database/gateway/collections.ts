import { deserialize } from 'bson';
import { answer, column, type Command, isTrue, read, write } from './context.ts';
import { CommandError } from './errors.ts';
import { elementsOf, numberOf, textOf } from './raw-bson.ts';
import type { Request } from './request.ts';

/** The collection that a command names in its first field. */
const collectionOf = (request: Request): string => {
  const name = textOf(request.document, elementsOf(request.document)[0]);
  if (!name) throw new CommandError(73, `Invalid namespace specified '${request.db}.'`);
  return name;
};

export const create: Command = async (request, context) =>
  column(
    await write(request, context, 'SELECT documentdb_api.create_collection_view($1, $2)', [
      request.db,
      request.document,
    ]),
  );

export const drop: Command = async (request, context) => {
  const collection = collectionOf(request);
  const rows = await write(request, context, 'SELECT documentdb_api.drop_collection($1, $2)', [request.db, collection]);
  // A mongod answers ok whether there was one or not (since 7.0); only where there was one does it name it.
  return answer(isTrue(rows, 0) ? { ns: `${request.db}.${collection}` } : {});
};

export const dropDatabase: Command = async (request, context) => {
  await write(request, context, 'SELECT documentdb_api.drop_database($1)', [request.db]);
  return answer({ dropped: request.db });
};

export const renameCollection: Command = async (request, context) => {
  await write(request, context, 'SELECT documentdb_api.rename_collection($1)', [request.document]);
  return answer({});
};

export const collMod: Command = async (request, context) =>
  column(
    await write(request, context, 'SELECT documentdb_api.coll_mod($1, $2, $3)', [
      request.db,
      collectionOf(request),
      request.document,
    ]),
  );

const scaleOf = (request: Request): number =>
  numberOf(
    request.document,
    elementsOf(request.document).find(({ name }) => name === 'scale'),
  ) ?? 1;

export const collStats: Command = async (request, context) =>
  column(
    await read(request, context, 'SELECT documentdb_api.coll_stats($1, $2, $3)', [
      request.db,
      collectionOf(request),
      scaleOf(request),
    ]),
  );

export const dbStats: Command = async (request, context) =>
  column(await read(request, context, 'SELECT documentdb_api.db_stats($1, $2, false)', [request.db, scaleOf(request)]));

export const listDatabases: Command = async (request, context) =>
  column(await read(request, context, 'SELECT documentdb_api.list_databases($1)', [request.document]));

export const currentOp: Command = async (request, context) =>
  column(await read(request, context, 'SELECT documentdb_api.current_op_command($1)', [request.document]));

export const compact: Command = async (request, context) =>
  column(await write(request, context, 'SELECT documentdb_api.compact($1)', [request.document]));

interface Plan {
  'Node Type'?: string;
  Plans?: Plan[];
}

const usesIndex = (plan: Plan): boolean =>
  (plan['Node Type'] ?? '').includes('Index') || (plan.Plans ?? []).some((inner) => usesIndex(inner));

/** command → the function that plans it. */
const PLANNED = new Map([
  ['find', 'find'],
  ['aggregate', 'pipeline'],
  ['count', 'count'],
  ['distinct', 'distinct'],
]);

/** PostgreSQL's plan in the frame of a MongoDB explain: enough to see whether an index is used. */
export const explain: Command = async (request, context) => {
  const outer = elementsOf(request.document)[0];
  const inner = outer && request.document.subarray(outer.value, outer.end);
  const name = inner && outer.type === 3 ? elementsOf(inner)[0]?.name : undefined;
  const planned = PLANNED.get(name ?? '');
  if (!inner || !planned) throw new CommandError(name ? 115 : 9, `Explaining ${name ?? 'nothing'} is not supported`);
  const sql = `EXPLAIN (FORMAT JSON) SELECT document FROM documentdb_api_catalog.bson_aggregation_${planned}($1, $2)`;
  const rows = await read(request, context, sql, [request.db, inner]);
  const [{ Plan: plan }] = JSON.parse(column(rows).toString('utf8')) as [{ Plan: Plan }];
  const command = deserialize(inner) as Record<string, unknown>;
  const stage = usesIndex(plan) ? 'IXSCAN' : 'COLLSCAN';
  const namespace = `${request.db}.${String(command[name ?? ''])}`;
  return answer({
    explainVersion: '1',
    queryPlanner: { namespace, winningPlan: { stage, postgres: plan }, rejectedPlans: [] },
    command,
  });
};
