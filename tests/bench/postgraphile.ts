import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { answerQuestions } from './control.ts';
import { type PostgresAddress, SETTINGS } from './postgis.ts';

/** PostGraphile in a process of its own, over a pool of 10. */

async function start(address: PostgresAddress): Promise<string> {
  // A generic plan cannot know how many places a kind has or how many are open: it is up to 200 times slower here.
  const pool = new pg.Pool({ ...address, max: 10, min: 10, options: SETTINGS });
  const instance = postgraphile({
    extends: [PostGraphileAmberPreset],
    pgServices: [makePgService({ pool, schemas: ['public'] })],
    grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
    grafast: { explain: false },
  });
  const server = createServer();
  const service = instance.createServ(grafserv);
  await service.addTo(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

answerQuestions({ start, use: () => ({ cpu: process.cpuUsage() }) });
