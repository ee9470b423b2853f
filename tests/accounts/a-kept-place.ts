import { afterAll, beforeAll, beforeEach } from 'vitest';
import { aPlace, aRule, aSchedule, time } from '../support/a-place.ts';
import { type BrowserSession, moderatorOf, signedIn } from '../support/browser-session.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

/** A Friday. */
export const NOW = '2026-11-27T10:00:00+09:00';
/** What tests ask of a place after a mutation. */
export const PLACE = 'place { id name status description revision confirmedAt addressHidden address { text } }';

type Person = BrowserSession & { id: string };

/** A server with an operator, somebody who has nothing to do with anything, and the moderator of 文京区. */
export interface Town {
  server: TestServer;
  operator: Person;
  stranger: Person;
  moderator: Person;
}

async function aTownOfPeople(): Promise<Town> {
  const server = await startTestServer({ now: NOW });
  return {
    server,
    operator: await signedIn(server, 'operator@example.jp'),
    stranger: await signedIn(server, 'stranger@example.jp'),
    moderator: await moderatorOf(server, 'bunkyo@example.jp', '131059'),
  };
}

let count = 0;
/** A published place that the operator keeps, open on Saturdays. */
export async function aKeptPlace({
  server,
  operator,
}: Pick<Town, 'server' | 'operator'>): Promise<{ id: string; name: string }> {
  const [id, name] = [`kept${++count}`, `まもる場所${count}`];
  const schedule = aSchedule([aRule([6], [{ start: time('10:00'), end: time('16:00') }])]);
  const place = aPlace({ id, name, schedule, description: 'はじめの説明' });
  const saved = await server.store.places.save({ place, expectedRevision: 0, who: 'test', why: 'test' });
  if (saved) server.people.publish(saved);
  await server.store.operators.add(id, operator.id, new Date(NOW));
  return { id, name };
}

/** For a test file: one town for all of it, and for each test a place that the operator keeps. */
export function withTown(onTown: (town: Town) => void, onPlace: (place: { id: string; name: string }) => void): void {
  let town: Town;
  beforeAll(async () => onTown((town = await aTownOfPeople())));
  afterAll(() => town.server.stop());
  beforeEach(async () => onPlace(await aKeptPlace(town)));
}
