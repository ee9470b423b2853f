import type { Worker } from './control.ts';
import { cpuSeconds } from './cpu.ts';
import type { IndexTimes } from './index-alone.ts';
import type { Load, Loaded } from './load.ts';
import { type RequestKind, requestKinds } from './requests.ts';
import { short } from './table.ts';
import { variantOf } from './variants.ts';

/** What a run is made of. */
export interface Bench {
  url: string;
  cursor: string | null;
  server: Worker;
  load: Worker;
  /** Processes of the database's engine. */
  database: number[];
  seconds: number;
  /** How often the index alone is asked. */
  rounds: number;
  /** Numbers of variants that were not sent yet. */
  numbers: () => number;
}

/** µs of CPU for each request. */
export interface Cpu {
  server: number;
  load: number;
  database: number;
}

export interface Measured {
  one: Loaded;
  many: Loaded;
  cpu: Cpu;
}

export const HEAD = [
  'ms',
  ...['index p50', 'p99', 'again p50', 'p99', '1 conn p50', 'p99', '32 conn p50', 'p99', 'req/s', 'kB'],
  ...['server µs', 'load µs', 'db µs', '÷ same bytes'],
];
const CONNECTIONS = 32;
const SAME_BYTES = 64;

/** Seconds of CPU that each side has used so far. `answering`: the process that answers. */
async function used(bench: Bench, answering: Worker): Promise<Cpu> {
  const of = async (worker: Worker) => {
    const { cpu } = await worker.ask<{ cpu: NodeJS.CpuUsage }>('use');
    return (cpu.user + cpu.system) / 1e6;
  };
  return { server: await of(answering), load: await of(bench.load), database: cpuSeconds(bench.database) };
}

/** Runs something between two looks at the CPU's clocks; µs for each of its requests. */
export async function withCpu(bench: Bench, answering: Worker, run: () => Promise<Loaded>) {
  const before = await used(bench, answering);
  const loaded = await run();
  const after = await used(bench, answering);
  const each = (side: keyof Cpu) => ((after[side] - before[side]) * 1e6) / loaded.sent;
  return { loaded, cpu: { server: each('server'), load: each('load'), database: each('database') } };
}

/** A kind of load at 1 and at 32 connections, after a second to warm up. */
export async function loaded(
  bench: Bench,
  answering: Worker,
  asked: Partial<Load> & { url: string },
): Promise<Measured> {
  const { cursor, seconds, load, numbers } = bench;
  const run = (connections: number, duration: number) =>
    load.ask<Loaded>('load', { kind: null, cursor, ...asked, connections, seconds: duration, from: numbers() });
  await run(CONNECTIONS, 1);
  const one = await run(1, seconds);
  const { loaded: many, cpu } = await withCpu(bench, answering, () => run(CONNECTIONS, seconds));
  if (one.failed + many.failed > 0)
    throw new Error(`${one.failed + many.failed} requests failed: ${JSON.stringify(asked)}`);
  return { one, many, cpu };
}

/** A row of the table; `limit`: requests per second of the same bytes from memory. */
export function rowOf(name: string, index: IndexTimes | null, measured: Measured | null, limit?: number): string[] {
  const times = index ? [index.first.p50, index.first.p99, index.again.p50, index.again.p99] : [NaN, NaN, NaN, NaN];
  const { one, many, cpu } = measured ?? {};
  const http = [one?.p50, one?.p99, many?.p50, many?.p99, many?.requests, many && many.bytes / 1000];
  const share = limit && many ? many.requests / limit : undefined;
  return [name, ...[...times, ...http, cpu?.server, cpu?.load, cpu?.database, share].map(short)];
}

/** The answer of the API to one request. Throws where it has errors. */
export async function post<T>(url: string, body: unknown): Promise<{ data: T; text: string }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const { data, errors } = JSON.parse(text) as { data: T; errors?: unknown };
  if (errors) throw new Error(`${JSON.stringify(body)}\n${text}`);
  return { data, text };
}

/** One kind of request: the index alone, over HTTP, and beside it a route that sends the same bytes from memory. */
export async function measureKind(
  bench: Bench,
  kind: RequestKind,
): Promise<{ row: string[]; measured: Measured | null }> {
  const { server, url, cursor } = bench;
  const index = await server.ask<IndexTimes>('index', { name: kind.name, cursor, rounds: bench.rounds });
  if (!kind.query) return { row: rowOf(kind.name, index, null), measured: null };
  const answers: Buffer[] = [];
  for (let at = 0; at < SAME_BYTES; at++) {
    const variables = kind.variables?.(variantOf(bench.numbers()));
    answers.push(Buffer.from((await post(`${url}/graphql`, { query: kind.query, variables })).text));
  }
  const measured = await loaded(bench, server, { url: `${url}/graphql`, kind: kind.name });
  await server.ask('bytes', answers);
  const same = await loaded(bench, server, { url: `${url}/bench/same-bytes`, kind: kind.name });
  return { row: rowOf(kind.name, index, measured, same.many.requests), measured };
}

/** Every kind of the fixed list whose name holds `only`, and what GraphQL itself costs. */
export async function measureAll(bench: Bench, only: string): Promise<{ rows: string[][]; nearest: Measured | null }> {
  const rows: string[][] = [];
  let nearest: Measured | null = null;
  for (const kind of requestKinds(bench.cursor).filter(({ name }) => name.includes(only))) {
    const { row, measured } = await measureKind(bench, kind);
    process.stderr.write(`${row.join('  ')}\n`);
    rows.push(row);
    nearest ??= measured;
  }
  const typename = await loaded(bench, bench.server, {
    url: `${bench.url}/graphql`,
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  rows.push(rowOf('{ __typename }', null, typename));
  return { rows, nearest };
}
