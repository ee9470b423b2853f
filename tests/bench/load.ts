import autocannon from 'autocannon';
import { answerQuestions } from './control.ts';
import { askDatabase, type DatabaseLoad } from './database-alone.ts';
import { peerVariables } from './peer-query.ts';
import { quantile } from './quantile.ts';
import { requestKinds } from './requests.ts';
import { variantOf } from './variants.ts';

/** The load generator: a process of its own, so that its work is not the server's. */

export interface Load {
  url: string;
  /** Name of the kind of request; null: what `body` says, again and again. */
  kind: string | null;
  /** The peer's document, with the peer's variables. */
  peer?: string;
  body?: string;
  cursor: string | null;
  connections: number;
  seconds: number;
  /** Number of the first variant: no request of a run is sent twice. */
  from: number;
}

export interface Loaded {
  p50: number;
  p99: number;
  /** Per second. */
  requests: number;
  sent: number;
  failed: number;
  bytes: number;
}

async function load({ url, kind: name, body, cursor, connections, seconds, from, peer }: Load): Promise<Loaded> {
  const kind = requestKinds(cursor).find((each) => each.name === name);
  let number = from;
  const next = () => {
    if (!kind) return body ?? '';
    const variant = variantOf(number++);
    if (peer) return JSON.stringify({ query: peer, variables: peerVariables(variant) });
    return JSON.stringify({ query: kind.query, variables: kind.variables?.(variant) });
  };
  const times: number[] = [];
  const { non2xx, errors, duration, throughput } = await cannon({ url, connections, duration: seconds }, next, times);
  return {
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    requests: times.length / duration,
    sent: times.length,
    failed: non2xx + errors,
    bytes: throughput.total / times.length,
  };
}

/** Sends what `body` says until the time is over; the ms of each answer go into `times`. */
function cannon(options: autocannon.Options, body: () => string, times: number[]): Promise<autocannon.Result> {
  return new Promise((resolve, reject) => {
    const request: autocannon.Request = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      setupRequest: (each) => Object.assign(each, { body: body() }),
    };
    const run = autocannon({ ...options, requests: [request] }, (error: Error | null, result) =>
      error ? reject(error) : resolve(result),
    );
    run.on('response', (_client, _status, _bytes, time) => times.push(time));
  });
}

answerQuestions({
  load,
  database: (asked: DatabaseLoad) => askDatabase(asked),
  use: () => ({ cpu: process.cpuUsage() }),
});
