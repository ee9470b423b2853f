import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get, type IncomingMessage, request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../server/store/store.ts';
import { aPlace } from '../support/a-place.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BODY = JSON.stringify({ query: '{ places(first: 5) { totalCount nodes { id name schedule { lines } } } }' });
const CLIENTS = 8;

interface Server {
  port: number;
  process: ChildProcess;
}

let database: TestDatabase;
const servers: Server[] = [];
const agent = new Agent({ keepAlive: true });

beforeAll(async () => {
  database = await testDatabase();
  const store = await openStore(database.uri);
  const places = Array.from({ length: 20 }, (_, at) => aPlace({ id: `place-${at}`, name: `場所${at}` }));
  await store.places.savePlaces(places.map((place) => ({ place, expectedRevision: 0, who: 'test', why: 'test' })));
  await store.close();
  for (let count = 0; count < 2; count++) {
    const port = await freePort();
    servers.push({ port, process: await startServer(port) });
  }
});
afterAll(async () => {
  agent.destroy();
  for (const { process } of servers) await stopServer(process);
  await database.drop();
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** The product as it is run, without pages. */
async function startServer(port: number): Promise<ChildProcess> {
  const env = {
    ...process.env,
    PORT: String(port),
    MONGODB_URI: database.uri,
    WEB: 'off',
    SAMPLE: 'off',
    TRUSTED_PROXIES: '127.0.0.1',
  };
  const server = spawn(process.execPath, ['server/main.ts'], { cwd: ROOT, env, stdio: 'ignore' });
  const until = performance.now() + 60_000;
  while (!(await isReady(port))) {
    if (performance.now() > until || server.exitCode !== null) throw new Error(`The server on ${port} did not start.`);
    await wait(50);
  }
  return server;
}

async function stopServer(server: ChildProcess): Promise<number | null> {
  if (server.exitCode !== null) return server.exitCode;
  server.kill('SIGTERM');
  const [code] = (await once(server, 'exit')) as [number | null];
  return code;
}

function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = get({ port, host: '127.0.0.1', path: '/readyz', agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.on('error', () => resolve(false));
  });
}

let people = 0;

/** One search of another person each time, over the balancer's connections, which are kept. */
function ask(port: number): Promise<IncomingMessage> {
  const address = `10.${people >> 16}.${(people >> 8) & 255}.${people++ & 255}`;
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', path: '/graphql', method: 'POST', agent };
    const asked = request(
      { ...options, headers: { 'content-type': 'application/json', 'x-forwarded-for': address } },
      (response) => {
        response
          .on('error', reject)
          .on('end', () => resolve(response))
          .resume();
      },
    );
    asked.on('error', reject).end(BODY);
  });
}

/** What a load balancer does: asks each server often whether it is ready, and sends people to those that are. */
function balance() {
  const ready = new Set(servers.map(({ port }) => port));
  const answered = new Map<number, number>();
  const failed: string[] = [];
  let over = false;
  const look = async () => {
    while (!over) {
      for (const { port } of servers) ready[(await isReady(port)) ? 'add' : 'delete'](port);
      await wait(20);
    }
  };
  const client = async (number: number) => {
    for (let turn = number; !over; turn++) {
      const ports = [...ready];
      const port = ports[turn % ports.length];
      // A busy machine may have none that is ready: people wait, nobody is turned away.
      if (port === undefined) await wait(5);
      else
        await ask(port).then(
          ({ statusCode }) =>
            statusCode === 200 ? answered.set(port, (answered.get(port) ?? 0) + 1) : failed.push(String(statusCode)),
          (error: Error) => failed.push(error.message),
        );
    }
  };
  const running = [look(), ...Array.from({ length: CLIENTS }, (_, number) => client(number))];
  const stop = async () => {
    over = true;
    await Promise.all(running);
  };
  return { answered, failed, stop };
}

async function hasAnswered({ answered }: ReturnType<typeof balance>, port: number, count: number): Promise<void> {
  for (const until = performance.now() + 60_000; (answered.get(port) ?? 0) < count;) {
    if (performance.now() > until)
      throw new Error(`The server on ${port} has answered ${answered.get(port)} requests.`);
    await wait(20);
  }
}

describe('a restart under load', () => {
  test('of one server after the other fails no request', async () => {
    const load = balance();
    for (const server of servers) {
      await hasAnswered(load, server.port, 50);
      expect(await stopServer(server.process)).toBe(0);
      const before = load.answered.get(server.port) ?? 0;
      server.process = await startServer(server.port);
      await hasAnswered(load, server.port, before + 50);
    }
    await load.stop();
    expect(load.failed).toEqual([]);
  }, 180_000);

  test('a server that is going says so, still answers, and ends the connection with the answer', async () => {
    const [server] = servers as [Server];
    const first = await ask(server.port);
    expect(first.headers.connection).toBe('keep-alive');
    const gone = once(server.process, 'exit');
    server.process.kill('SIGTERM');
    await wait(100);
    expect(await isReady(server.port)).toBe(false);
    const last = await ask(server.port);
    expect(last.statusCode).toBe(200);
    expect(last.headers.connection).toBe('close');
    await gone;
    await expect(ask(server.port)).rejects.toThrow('ECONNREFUSED');
  });
});
