import type { Page } from 'playwright-core';
import { STEPS } from '../../web/src/lib/register/steps.ts';
import type { PageState } from './examine.ts';

const FLYER = `こもれび子ども食堂
毎月第2・第4土曜日 11:30〜13:30
対象：どなたでも 料金：子ども無料、大人300円
会場：東京都文京区春日1-16-21`;

const at = (...paths: string[]): PageState[] => paths.map((start) => ({ name: start, start }));

/** Sends a form whose button has this selector and waits for what the server says of it. */
const sent = (fill: [string, string], button: string, answer: string) => async (page: Page) => {
  await page.locator(fill[0]).fill(fill[1]);
  await page.locator(button).click();
  await page.locator(answer).first().waitFor();
};

/** Pages of operators that anybody may open; `wall` is the path of a link on a wall. */
export const openPages = (wall: string): PageState[] => [
  ...at('/sign-in', '/sign-in?sent', '/sign-in?token=x', '/register', '/closed?token=x', '/confirm?token=x'),
  { name: 'a link on a wall', start: wall },
  {
    name: 'a wrong code',
    start: '/sign-in?sent',
    act: sent(['[name="code"]', '000000'], 'main form button', '[role="alert"], [id$="-error"]'),
  },
  ...at('/report/dinner'),
];

/** Pages of an operator of the place `dinner`. */
export const OPERATOR_PAGES: PageState[] = [
  ...at('/my', '/my/dinner', '/my/dinner/flyer', '/my/account', '/my/claim/plaza', '/register'),
  {
    name: 'what was read from a flyer',
    start: '/register',
    act: sent(['[name="flyer"]', FLYER], 'form[action="?/flyer"] button', 'form[action="?/take"]'),
  },
  ...at(...STEPS.map((step) => `/register/dinner/${step}`), '/register/dinner/preview'),
];

export const MODERATOR_PAGES: PageState[] = at('/moderate', '/moderate/dinner');
