import type { Worker } from './control.ts';
import { databaseAnswers } from './database-alone.ts';
import type { Loaded } from './load.ts';
import { type Bench, loaded, type Measured, post, rowOf, withCpu } from './measure.ts';
import { peerQuery, peerVariables } from './peer-query.ts';
import { NEAREST } from './requests.ts';
import { variantOf } from './variants.ts';

/** The same search, answered by others: same places, fields, filters, order and total. */

/** How often the answers are compared before anything is measured. */
const COMPARED = 100;

interface Page {
  ids: string[];
  total: number;
}

interface OurPage extends Page {
  /** Of the ids, those of places with a point: `$geoNear` finds no others, we give these last. */
  pinned: string[];
}

async function ours(url: string, number: number): Promise<OurPage> {
  const variables = NEAREST.variables?.(variantOf(number));
  const { data } = await post<{
    places: { totalCount: number; edges: { distanceMeters: number | null; node: { id: string } }[] };
  }>(`${url}/graphql`, {
    query: NEAREST.query,
    variables,
  });
  const { edges, totalCount: total } = data.places;
  const idsOf = (list: typeof edges) => list.map(({ node }) => node.id);
  return { ids: idsOf(edges), total, pinned: idsOf(edges.filter(({ distanceMeters }) => distanceMeters !== null)) };
}

async function theirs(url: string, number: number): Promise<Page> {
  const variables = peerVariables(variantOf(number));
  const { data } = await post<{ searchPlaces: { totalCount: number; nodes: { key: string }[] } }>(url, {
    query: peerQuery(true),
    variables,
  });
  return { ids: data.searchPlaces.nodes.map(({ key }) => key), total: data.searchPlaces.totalCount };
}

/** Throws where any of the answers differ: a number is worth nothing for another answer. */
export async function compareAnswers(bench: Bench, databaseUri: string, graphile: string | null): Promise<string> {
  const numbers = Array.from({ length: COMPARED }, bench.numbers);
  const alone = await databaseAnswers(databaseUri, numbers);
  for (const [at, number] of numbers.entries()) {
    const { ids, total, pinned } = await ours(bench.url, number);
    check('the database alone', number, { ids: pinned, total }, alone[at]!);
    if (graphile !== null) check('PostGraphile', number, { ids, total }, await theirs(graphile, number));
  }
  return `${COMPARED} answers compared: ids, order and total are equal${graphile === null ? ' (no PostgreSQL here, so no PostGraphile)' : ''}`;
}

function check(who: string, number: number, expected: Page, found: Page): void {
  if (JSON.stringify(expected) === JSON.stringify(found)) return;
  throw new Error(
    `${who} differs on variant ${number}:\nexpected ${JSON.stringify(expected)}\nfound    ${JSON.stringify(found)}`,
  );
}

/** The peers' rows, and how much more the product answers than each at 32 connections. */
export async function measurePeers(
  bench: Bench,
  database: { uri: string; name: string },
  graphile: { url: string; worker: Worker } | null,
  nearest: Measured,
): Promise<{ rows: string[][]; factors: string[] }> {
  const rows: string[][] = [];
  const factors: string[] = [];
  const add = (name: string, measured: Measured) => {
    rows.push(rowOf(name, null, measured));
    factors.push(`${(nearest.many.requests / measured.many.requests).toFixed(1)} × ${name}`);
  };
  for (const withTotal of [true, false]) {
    const suffix = withTotal ? 'with total' : 'without';
    if (graphile) {
      const asked = { url: graphile.url, kind: NEAREST.name, peer: peerQuery(withTotal) };
      add(`PostGraphile, ${suffix}`, await loaded(bench, graphile.worker, asked));
    }
    add(`${database.name} alone, ${suffix}`, await loadedDatabase(bench, database.uri, withTotal));
  }
  return { rows, factors };
}

/** The client of the database is the load generator itself: what answers is the engine. */
async function loadedDatabase(bench: Bench, uri: string, withTotal: boolean): Promise<Measured> {
  const run = (connections: number, seconds: number) =>
    bench.load.ask<Loaded>('database', { uri, withTotal, connections, seconds, from: bench.numbers() });
  await run(32, 1);
  const one = await run(1, bench.seconds);
  const { loaded: many, cpu } = await withCpu(bench, bench.server, () => run(32, bench.seconds));
  return { one, many, cpu: { ...cpu, server: NaN } };
}
