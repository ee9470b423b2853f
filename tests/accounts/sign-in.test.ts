import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBrowser, completeSignIn, lastMail, requestSignIn, signedIn } from '../support/browser-session.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let now = Date.parse('2026-11-27T10:00:00+09:00');
beforeAll(async () => {
  server = await startTestServer({ now: () => now });
});
afterAll(() => server.stop());

let count = 0;
const anAddress = () => `mina${++count}@example.jp`;
const WHO = '{ viewer { email devices { label current } } }';
interface Who {
  viewer: { email: string; devices: { label: string; current: boolean }[] } | null;
}

describe('signing in', () => {
  test('by the code of the mail, in the browser that asked', async () => {
    const email = anAddress();
    const browser = aBrowser(server);
    expect(await requestSignIn(browser, email)).toEqual({ validMinutes: 15, userErrors: [] });
    const { code } = lastMail(server, email);
    expect(code).toMatch(/^\d{6}$/);
    expect(await completeSignIn(browser, { code })).toMatchObject({ viewer: { email }, userErrors: [] });
    expect((await browser.answer<Who>(WHO)).viewer).toEqual({
      email,
      devices: [{ label: 'Safari · iPhone', current: true }],
    });
  });

  test('by the link of the mail, in any browser, once', async () => {
    const email = anAddress();
    await requestSignIn(aBrowser(server), email);
    const { mail, token } = lastMail(server, email);
    expect(mail.text).toContain(`https://ibasho.example.jp/sign-in?token=${token}`);
    const other = aBrowser(server);
    expect((await completeSignIn(other, { token })).viewer).toMatchObject({ email });
    const replayed = await completeSignIn(aBrowser(server), { token });
    expect(replayed).toMatchObject({ viewer: null, userErrors: [{ code: 'EXPIRED', path: ['token'] }] });
  });

  test('the code is void once the link was used', async () => {
    const email = anAddress();
    const browser = aBrowser(server);
    await requestSignIn(browser, email);
    const { code, token } = lastMail(server, email);
    await completeSignIn(aBrowser(server), { token });
    expect((await completeSignIn(browser, { code })).userErrors).toMatchObject([{ code: 'EXPIRED' }]);
  });

  test('the code of a mail that somebody forwards is of no use in another browser', async () => {
    const email = anAddress();
    await requestSignIn(aBrowser(server), email);
    const { code } = lastMail(server, email);
    const other = aBrowser(server);
    expect((await completeSignIn(other, { code })).userErrors).toMatchObject([{ code: 'EXPIRED' }]);
    await requestSignIn(other, anAddress());
    expect((await completeSignIn(other, { code })).viewer).toBeNull();
  });

  test('five wrong codes, and the right one is void too', async () => {
    const email = anAddress();
    const browser = aBrowser(server);
    await requestSignIn(browser, email);
    const { code } = lastMail(server, email);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    for (let left = 4; left > 0; left--) {
      const { userErrors } = await completeSignIn(browser, { code: wrong });
      expect(userErrors).toMatchObject([{ code: 'INVALID', message: `番号が違います。あと ${left} 回入れられます。` }]);
    }
    expect((await completeSignIn(browser, { code: wrong })).userErrors).toMatchObject([{ code: 'EXPIRED' }]);
    expect((await completeSignIn(browser, { code })).userErrors).toMatchObject([{ code: 'EXPIRED' }]);
  });

  test('a link and a code are void after 15 minutes', async () => {
    const email = anAddress();
    const browser = aBrowser(server);
    await requestSignIn(browser, email);
    const { code, token } = lastMail(server, email);
    now += 15 * 60_000;
    expect((await completeSignIn(browser, { code })).userErrors).toMatchObject([{ code: 'EXPIRED' }]);
    expect((await completeSignIn(browser, { token })).userErrors).toMatchObject([{ code: 'EXPIRED' }]);
  });

  test('the answer is the same for an address with an account and one without', async () => {
    const known = anAddress();
    await signedIn(server, known);
    const [one, other] = await Promise.all([
      requestSignIn(aBrowser(server), known),
      requestSignIn(aBrowser(server), anAddress()),
    ]);
    expect(one).toEqual(other);
  });

  test('what is no address is said at the field, in the voice of the request', async () => {
    const { data } = await aBrowser(server).ask<{ requestSignIn: unknown }>(
      'mutation { requestSignIn(input: { email: "mina" }) { validMinutes userErrors { code path message } } }',
      { headers: { 'accept-language': 'en' } },
    );
    expect(data.requestSignIn).toEqual({
      validMinutes: null,
      userErrors: [{ code: 'INVALID', path: ['email'], message: 'Please check the mail address.' }],
    });
  });

  test('the sixth mail to one address within an hour is refused, also through another server of the database', async () => {
    const email = anAddress();
    const other = await startTestServer({ now: () => now, databaseUri: server.databaseUri });
    for (let sent = 0; sent < 5; sent++) {
      const { userErrors } = await requestSignIn(aBrowser(sent % 2 ? server : other), email);
      expect(userErrors).toEqual([]);
    }
    expect((await requestSignIn(aBrowser(server), email)).userErrors).toMatchObject([{ code: 'RATE_LIMITED' }]);
    expect((await requestSignIn(aBrowser(other), ` ${email.toUpperCase()} `)).userErrors).toMatchObject([
      { code: 'RATE_LIMITED' },
    ]);
    await other.stop();
  });
});

describe('the session', () => {
  test('its cookie is HttpOnly, SameSite=Lax, and over https Secure and bound to the host', async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: `mutation { requestSignIn(input: { email: "${anAddress()}" }) { validMinutes } }`,
      }),
    });
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-ibasho-sign-in=[\w-]{43}; Path=\/; Max-Age=900; HttpOnly; SameSite=Lax; Secure$/),
    ]);
  });

  test('is a new one at every sign-in, and the old one ends', async () => {
    const email = anAddress();
    const browser = await signedIn(server, email);
    const before = new Map(browser.cookies);
    await requestSignIn(browser, email);
    await completeSignIn(browser, { code: lastMail(server, email).code });
    expect(browser.cookies.get('__Host-ibasho-session')).not.toBe(before.get('__Host-ibasho-session'));
    expect((await aBrowser(server, before).answer<Who>(WHO)).viewer).toBeNull();
  });

  test('ends by signing out, here or from another device', async () => {
    const email = anAddress();
    const [phone, desk] = [await signedIn(server, email), await signedIn(server, email)];
    const { viewer } = await desk.answer<{ viewer: { devices: { id: string; current: boolean }[] } }>(
      '{ viewer { devices { id current } } }',
    );
    const other = viewer.devices.find(({ current }) => !current)?.id;
    await desk.answer('mutation Out($id: ID) { signOut(input: { device: $id }) { userErrors { code } } }', {
      id: other,
    });
    expect((await phone.answer<Who>(WHO)).viewer).toBeNull();
    expect((await desk.answer<Who>(WHO)).viewer).not.toBeNull();
    const stolen = new Map(desk.cookies);
    await desk.answer('mutation { signOut { userErrors { code } } }');
    expect((await aBrowser(server, stolen).answer<Who>(WHO)).viewer).toBeNull();
  });

  test('is not known to a page of another origin, and its mutations are refused', async () => {
    const browser = await signedIn(server, anAddress());
    const foreign = { origin: 'https://evil.example' };
    expect((await browser.ask<Who>(WHO, { headers: foreign })).data.viewer).toBeNull();
    expect((await browser.ask<Who>(WHO, { headers: { 'sec-fetch-site': 'same-site' } })).data.viewer).toBeNull();
    const { errors } = await browser.ask('mutation { signOut { userErrors { code } } }', { headers: foreign });
    expect(errors?.[0]?.extensions.code).toBe('CROSS_ORIGIN');
    expect((await browser.answer<Who>(WHO)).viewer).not.toBeNull();
  });

  test('a GET is answered as a visitor, for a cache may keep it', async () => {
    const browser = await signedIn(server, anAddress());
    const address = `${server.url}/graphql?query=${encodeURIComponent('{ viewer { email } }')}`;
    const response = await fetch(address, {
      headers: { 'apollo-require-preflight': '1', cookie: browser.cookieHeader() },
    });
    expect(await response.json()).toEqual({ data: { viewer: null } });
  });

  test('secrets lie in the database as hashes alone', async () => {
    const email = anAddress();
    const browser = await signedIn(server, email);
    const account = await server.store.accounts.byEmail(email);
    const everything = JSON.stringify(await server.store.accounts.everythingOf(account?._id ?? ''));
    for (const secret of browser.cookies.values()) expect(everything).not.toContain(secret);
  });
});
