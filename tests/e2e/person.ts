import type { Page } from 'playwright-core';
import { lastMail } from '../support/browser-session.ts';
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
