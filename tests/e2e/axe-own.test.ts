import { beforeAll, describe, it } from 'vitest';
import { type BrowserSession, moderatorOf, signedIn } from '../support/browser-session.ts';
import { examine, NEVER_IDLE, type PageState } from './examine.ts';
import { MODERATOR_PAGES, openPages, OPERATOR_PAGES } from './own-pages.ts';
import { enter } from './person.ts';
import { openStage } from './stage.ts';

const LINK = `mutation { createClosureLink(input: { id: "dinner", label: "入口の壁" }) { url } }`;
const SAVE = `mutation ($input: SavePlaceInput!) { savePlace(input: $input) { myPlace { id } } }`;
const SUBMIT = `mutation ($id: ID!) { submitPlace(input: { id: $id, notDuplicate: true }) { userErrors { code } } }`;

const stage = openStage();
let operator: BrowserSession & { id: string };
let moderator: BrowserSession;
let wall: string;

/** Somebody who keeps a place, a link on its wall, and somebody with a new place to decide about. */
beforeAll(async () => {
  const { server } = stage;
  operator = await signedIn(server, 'operator@example.jp');
  moderator = await moderatorOf(server, 'moderator@example.jp', '131059');
  await server.store.operators.add('dinner', operator.id, new Date());
  const { createClosureLink } = await operator.answer<{ createClosureLink: { url: string } }>(LINK);
  const { pathname, search } = new URL(createClosureLink.url);
  wall = pathname + search;
  const place = { name: 'わらび食堂', kinds: ['childrens-cafeteria'], address: { text: '東京都文京区春日1-16-21' } };
  const saved = await operator.answer<{ savePlace: { myPlace: { id: string } } }>(SAVE, {
    input: { revision: 0, place },
  });
  await operator.answer(SUBMIT, { id: saved.savePlace.myPlace.id });
});

const as = (who: BrowserSession | null, states: PageState[], first: number) =>
  stage.go({ start: '/robots.txt', before: NEVER_IDLE }, async (page) => {
    if (who) await enter(page, who);
    await examine(page, states, first);
  });

describe('axe finds nothing, with no rule disabled, and nothing is wider than the screen', () => {
  it('on the pages of operators that are open to everybody', () => as(null, openPages(wall), 0), 900_000);
  it('on the pages of an operator', () => as(operator, OPERATOR_PAGES, 1), 900_000);
  it('on the pages of moderators', () => as(moderator, MODERATOR_PAGES, 0), 900_000);
});
