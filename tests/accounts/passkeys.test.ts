import { type AddressInfo, createServer } from 'node:net';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { lastMail, type UserError } from '../support/browser-session.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let browser: Browser;
let page: Page;
let port: number;
beforeAll(async () => {
  port = await freePort();
  server = await startTestServer({ port, publicUrl: `http://localhost:${port}` });
  browser = await openBrowser();
  page = await browser.newPage();
  await page.goto(`http://localhost:${port}/healthz`);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port: free } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return free;
}

interface Payload {
  options?: string;
  viewer?: { email: string; passkeys: { id: string; label: string }[] } | null;
  userErrors: UserError[];
}

/** Sends a mutation from the page itself: with its cookies and its origin. */
async function mutate(name: string, type: string | null, input: object | null, fields: string): Promise<Payload> {
  const query = type
    ? `mutation M($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code path message } } }`
    : `mutation M { ${name} { ${fields} userErrors { code path message } } }`;
  const answer = await page.evaluate(
    async (body) => {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      return (await response.json()) as { data: Record<string, unknown> };
    },
    JSON.stringify({ query, variables: { input } }),
  );
  return answer.data[name] as Payload;
}

/** What a page with a passkey does; the functions are WebAuthn's own (Level 3), the options JSON that stands as it is. */
const run = (deed: 'create' | 'get', parse: string, options: string) =>
  page.evaluate<string>(
    `navigator.credentials.${deed}({ publicKey: PublicKeyCredential.${parse}(${options}) })
      .then((credential) => JSON.stringify(credential.toJSON()))`,
  );
const create = (options: string) => run('create', 'parseCreationOptionsFromJSON', options);
const get = (options: string) => run('get', 'parseRequestOptionsFromJSON', options);

async function addAuthenticator(): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  return devtools;
}

test('a passkey that a signed-in browser made signs in later, once for each challenge, until it is removed', async () => {
  await addAuthenticator();
  await mutate('requestSignIn', 'RequestSignInInput', { email: 'mina@example.jp' }, 'validMinutes');
  const { code } = lastMail(server, 'mina@example.jp');
  await mutate('completeSignIn', 'CompleteSignInInput', { code }, 'viewer { email }');

  const { options = '' } = await mutate('startPasskey', null, null, 'options');
  const made = await create(options);
  const added = await mutate(
    'addPasskey',
    'AddPasskeyInput',
    { response: made, label: 'わたしの電話' },
    'viewer { passkeys { id label } }',
  );
  expect(added).toMatchObject({ userErrors: [], viewer: { passkeys: [{ label: 'わたしの電話' }] } });
  const again = await mutate('addPasskey', 'AddPasskeyInput', { response: made }, 'viewer { email }');
  expect(again).toMatchObject({ viewer: null, userErrors: [{ code: 'EXPIRED' }] });

  await mutate('signOut', 'SignOutInput', {}, 'viewer { email }');
  const asked = await mutate('startPasskeySignIn', null, null, 'options');
  const response = await get(asked.options ?? '');
  const signedIn = await mutate(
    'completePasskeySignIn',
    'CompletePasskeySignInInput',
    { response },
    'viewer { email passkeys { id } }',
  );
  expect(signedIn).toMatchObject({ userErrors: [], viewer: { email: 'mina@example.jp' } });
  const replayed = await mutate(
    'completePasskeySignIn',
    'CompletePasskeySignInInput',
    { response },
    'viewer { email }',
  );
  expect(replayed).toMatchObject({ viewer: null, userErrors: [{ code: 'EXPIRED' }] });

  const id = signedIn.viewer?.passkeys[0]?.id;
  expect(await mutate('removePasskey', 'RemovePasskeyInput', { id }, 'viewer { passkeys { id } }')).toMatchObject({
    viewer: { passkeys: [] },
  });
  const after = await get((await mutate('startPasskeySignIn', null, null, 'options')).options ?? '');
  expect(
    await mutate('completePasskeySignIn', 'CompletePasskeySignInInput', { response: after }, 'viewer { email }'),
  ).toMatchObject({
    viewer: null,
    userErrors: [{ code: 'INVALID' }],
  });
});
