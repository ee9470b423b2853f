import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../server/store/store.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

interface Ended {
  status: number | null;
  out: string;
  err: string;
}

function run(...words: string[]): Promise<Ended> {
  const script = path.resolve(import.meta.dirname, '../../server/commands/account.ts');
  const child = spawn(process.execPath, [script, ...words], { env: { ...process.env, MONGODB_URI: database.uri } });
  const ended: Ended = { status: null, out: '', err: '' };
  child.stdout.on('data', (chunk) => (ended.out += String(chunk)));
  child.stderr.on('data', (chunk) => (ended.err += String(chunk)));
  return new Promise((resolve) => child.on('close', (status) => resolve({ ...ended, status })));
}

test('roles are given, listed and taken, also to who never signed in', async () => {
  expect(await run('grant', 'Mina@example.jp', 'admin')).toMatchObject({ status: 0, out: 'Mina@example.jp：admin\n' });
  const granted = await run('grant', 'mina@example.jp', 'moderator', '--municipality', '131059');
  expect(granted).toMatchObject({ status: 0, out: 'Mina@example.jp：admin、moderator 131059 文京区\n' });
  await run('grant', 'ken@example.jp', 'moderator', '--prefecture', '13');
  expect((await run('list')).out.split('\n').sort()).toEqual([
    '',
    'Mina@example.jp：admin、moderator 131059 文京区',
    'ken@example.jp：moderator 130001 東京都',
  ]);
  expect(await run('revoke', 'mina@example.jp', 'admin')).toMatchObject({ status: 0 });
  const store = await openStore(database.uri);
  expect((await store.accounts.byEmail('mina@example.jp'))?.roles).toEqual([{ role: 'MODERATOR', area: '131059' }]);
  await store.close();
});

test.each([
  ['a code with a wrong check digit', ['grant', 'x@example.jp', 'moderator', '--municipality', '131050'], /131050/],
  ['a moderator of nowhere', ['grant', 'x@example.jp', 'moderator'], /使い方/],
  ['no mail address', ['grant', 'x', 'admin'], /メールアドレス/],
  ['somebody who is not there', ['revoke', 'nobody@example.jp'], /nobody@example\.jp/],
  ['nothing', [], /使い方/],
])('%s is refused with what to do', async (_, words, message) => {
  const { status, out, err } = await run(...words);
  expect([status, out]).toEqual([1, '']);
  expect(err).toMatch(message);
});
