import { expect } from 'vitest';
import { type Answer, type Asked, ask } from './execute.ts';
import type { TestServer } from './server.ts';

/** A browser as the API sees it: it keeps the cookies that it is given, and sends them back. */
export interface BrowserSession {
  ask<T>(query: string, asked?: Asked): Promise<Answer<T>>;
  /** As `ask`, for what must not fail. */
  answer<T>(query: string, variables?: Record<string, unknown>): Promise<T>;
  readonly cookies: Map<string, string>;
  /** `cookie` header. */
  cookieHeader(): string;
}

const USER_AGENT = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Safari/604.1';

/** A browser without cookies. `cookies`: those of another one, stolen. */
export function aBrowser(server: Pick<TestServer, 'url'>, cookies = new Map<string, string>()): BrowserSession {
  const cookieHeader = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0\b/.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
  };
  const session: BrowserSession = {
    cookies,
    cookieHeader,
    ask(query, { variables, headers } = {}) {
      const sent = { cookie: cookieHeader(), 'user-agent': USER_AGENT, ...headers };
      return ask(server.url, query, { variables, headers: sent, onResponse: keep });
    },
    async answer<T>(query: string, variables?: Record<string, unknown>) {
      const { data, errors } = await session.ask<T>(query, { variables });
      expect(errors, `${query}\n${JSON.stringify(errors)}`).toBeUndefined();
      return data;
    },
  };
  return session;
}

const REQUEST = `mutation Request($email: String!) {
  requestSignIn(input: { email: $email }) { validMinutes userErrors { code path message } } }`;
const COMPLETE = `mutation Complete($input: CompleteSignInInput!) {
  completeSignIn(input: $input) { viewer { id email } userErrors { code path message } } }`;

export interface UserError {
  code: string;
  path: string[];
  message: string;
}

export async function requestSignIn(browser: BrowserSession, email: string) {
  const data = await browser.answer<{ requestSignIn: { validMinutes: number | null; userErrors: UserError[] } }>(
    REQUEST,
    {
      email,
    },
  );
  return data.requestSignIn;
}

export async function completeSignIn(browser: BrowserSession, input: { token: string } | { code: string }) {
  const data = await browser.answer<{
    completeSignIn: { viewer: { id: string; email: string } | null; userErrors: UserError[] };
  }>(COMPLETE, { input });
  return data.completeSignIn;
}

/** What the last mail to an address says: code and token. */
export function lastMail(server: Pick<TestServer, 'mails'>, to: string) {
  const mail = server.mails.findLast((each) => each.to === to);
  if (!mail) throw new Error(`No mail to ${to}.`);
  const code = /^ {4}(\d{6})$/m.exec(mail.text)?.[1] ?? '';
  const token = /sign-in\?token=([\w-]+)/.exec(mail.text)?.[1] ?? '';
  return { mail, code, token };
}

/** A browser that is signed in. */
export async function signedIn(server: TestServer, email: string): Promise<BrowserSession & { id: string }> {
  const browser = aBrowser(server);
  await requestSignIn(browser, email);
  const { viewer } = await completeSignIn(browser, { code: lastMail(server, email).code });
  return Object.assign(browser, { id: viewer?.id ?? '' });
}

/** A browser signed in as a moderator of an area (`null`: an admin). */
export async function moderatorOf(server: TestServer, email: string, area: string | null) {
  const browser = await signedIn(server, email);
  await server.store.accounts.setRoles(browser.id, [{ role: area === null ? 'ADMIN' : 'MODERATOR', area }]);
  return browser;
}
