import type { Loaded } from './load.ts';
import type { Bench } from './measure.ts';
import { NEAREST } from './requests.ts';
import { short } from './table.ts';
import { variantOf } from './variants.ts';

/**
 * Whether anybody has to wait while the index is kept: the longest time for which the event loop of the server stood still,
 * and the most CPU that it took in one turn, which does not count the turns of other programs on the machine.
 */

const SECONDS = 6;

export const PAUSES_HEAD = ['event loop under load, ms', 'longest block', 'its own CPU', 'p99', 'search p99'];

async function during(bench: Bench, name: string, happens: () => Promise<unknown>): Promise<string[]> {
  const { server, load, url, cursor, numbers } = bench;
  await server.ask('watch');
  let over = false;
  const happening = happens().then(() => (over = true));
  const worst: number[] = [];
  while (!over) {
    const asked = {
      url: `${url}/graphql`,
      kind: NEAREST.name,
      cursor,
      connections: 4,
      seconds: SECONDS,
      from: numbers(),
    };
    worst.push((await load.ask<Loaded>('load', asked)).p99);
  }
  await happening;
  const { p99, most, cpu } = await server.ask<{ p99: number; most: number; cpu: number }>('watched');
  return [name, ...[most, cpu, p99, Math.max(...worst)].map(short)];
}

/**
 * Ordinary load, ten edits a second, edits until the index is built anew, midnight in Japan, the next 32 days of hours as they
 * are laid out ahead, and times that nobody expected.
 */
export async function measurePauses(bench: Bench): Promise<string[][]> {
  const { server } = bench;
  const idle = () => new Promise((resolve) => setTimeout(resolve, SECONDS * 900));
  return [
    await during(bench, 'searches alone', idle),
    await during(bench, 'ten edits a second', () => server.ask('edit', { seconds: SECONDS - 1, perSecond: 10 })),
    await during(bench, 'the index is built anew', () => server.ask('rebuild')),
    await during(bench, 'midnight in Japan', async () => {
      await server.ask('midnight');
      await idle();
    }),
    await during(bench, 'hours of 32 days more', () => server.ask('prepare', 32)),
    await during(bench, 'times 200 days off and more', () => askFarAway(bench)),
  ];
}

const DAY_MS = 86_400_000;

/** Somebody asks, one after the other, for times in months that nobody has laid out. */
async function askFarAway({ url, numbers }: Bench): Promise<void> {
  for (let ahead = 200; ahead < 600; ahead += 40) {
    const variant = variantOf(numbers());
    const variables = NEAREST.variables?.({ ...variant, at: new Date(variant.at.getTime() + ahead * DAY_MS) });
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: NEAREST.query, variables }),
    });
    const { errors } = (await response.json()) as { errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
  }
}
