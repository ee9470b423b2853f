import type { Page } from 'playwright-core';
import { type BrowserSession, lastMail } from '../support/browser-session.ts';
import type { TestServer } from '../support/server.ts';
import type { ErrandOptions } from './errand.ts';
import type { Stage } from './stage.ts';

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

/** An errand of somebody who is signed in already, from a path of the server. */
export async function actAs(
  { server, go }: Stage,
  who: BrowserSession,
  start: string,
  run: (page: Page) => Promise<void>,
  options: ErrandOptions = {},
): Promise<void> {
  await go({ ...options, start: '/help' }, async (page) => {
    await enter(page, who);
    await page.goto(server.url + start);
    await run(page);
  });
}

const SAVE = `mutation ($input: SavePlaceInput!) { savePlace(input: $input) { myPlace { id } userErrors { message } } }`;
const SUBMIT = `mutation ($id: ID!) { submitPlace(input: { id: $id, notDuplicate: true }) { userErrors { message } } }`;

/** A new place of somebody that waits for review; its id. */
export async function waitingPlace(operator: BrowserSession, name: string): Promise<string> {
  const place = { name, kinds: ['childrens-cafeteria'], address: { text: '東京都文京区春日1-16-21' } };
  const saved = await operator.answer<{ savePlace: { myPlace: { id: string } } }>(SAVE, {
    input: { revision: 0, place },
  });
  const { id } = saved.savePlace.myPlace;
  await operator.answer(SUBMIT, { id });
  return id;
}
