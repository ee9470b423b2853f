import type { Page } from 'playwright-core';
import { type BrowserSession, lastMail } from '../support/browser-session.ts';
import type { TestServer } from '../support/server.ts';

/** Signs in by the code of the mail, on the page where the browser stands or from the sign-in page. */
export async function signIn(page: Page, server: TestServer, email: string): Promise<void> {
  if (!page.url().includes('/sign-in')) await page.goto(`${server.url}/sign-in`);
  await page.getByLabel('メールアドレス').fill(email);
  await page.getByRole('button', { name: 'メールを送ってもらう' }).click();
  await page.getByRole('heading', { name: 'メールを見てください' }).waitFor();
  await page.getByLabel('6けたの番号').fill(lastMail(server, email).code);
  await page.getByRole('button', { name: '番号でサインインする' }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** The browser as somebody who is signed in already. */
export async function enter(page: Page, { cookies }: BrowserSession): Promise<void> {
  const at = { domain: '127.0.0.1', path: '/', secure: true, httpOnly: true };
  await page.context().addCookies([...cookies].map(([name, value]) => ({ name, value, ...at })));
}

/** The first step of a new place, empty. */
export async function startDraft(page: Page, server: TestServer): Promise<void> {
  await page.goto(`${server.url}/register`);
  await page.getByRole('button', { name: 'はじめから自分で書く' }).click();
  await page.getByRole('heading', { level: 1, name: 'なに' }).waitFor();
}
