import type { Page } from 'playwright-core';
import type { Place } from '../../server/domain/place.ts';
import { aPlace, aRule, aSchedule, time } from '../support/a-place.ts';
import { drawnMap } from './errand.ts';
import type { PageState } from './examine.ts';
import { aTown } from './town.ts';

/** Wednesday afternoon: the states of a calendar need to know the day. */
export const NOW = '2026-11-25T15:00:00+09:00';

const phones = [{ number: '03-0000-0001', note: '平日 10時〜16時' }];

/** The town with places in which something is rare. */
export const places = (): Place[] => [
  ...aTown(),
  aPlace({
    id: 'mystery',
    name: 'なぞの居場所みんなのひみつきち本駒込',
    // Longer than a narrow phone is wide, above its name.
    kana: 'なぞのいばしょみんなのひみつきちほんこまごめ',
    kinds: ['third-place'],
    contact: { phones, emails: [], url: null, fax: null },
  }),
  aPlace({
    id: 'weekdays',
    name: '本町児童館',
    kinds: ['children-center'],
    schedule: aSchedule([aRule([1, 2, 3, 4, 5], [{ start: time('10:00'), end: time('17:00') }])], {
      holidays: 'CLOSED',
      closures: [{ annual: { from: { month: 12, day: 29 }, to: { month: 1, day: 3 } }, reason: '年末年始' }],
    }),
  }),
  aPlace({
    id: 'full',
    name: 'にじいろ食堂',
    kana: 'にじいろしょくどう',
    kinds: ['childrens-cafeteria'],
    activities: ['meal', 'talk'],
    features: ['barrier-free', 'no-name-needed'],
    description: 'みんなで作って食べる食堂です。\nアクセス：駅から5分、赤い屋根の家\n持ち物：上ばき',
    schedule: aSchedule(
      [
        aRule([6], [{ start: time('11:30'), end: time('13:30') }], { nth: [2, 4] }),
        aRule([3], [{ start: time('17:00'), end: null }], { certainty: 'IRREGULAR' }),
      ],
      { text: '第2・第4土曜 11:30〜13:30、水曜は不定期', certainty: 'USUAL', holidays: 'UNKNOWN' },
    ),
    booking: { need: 'RECOMMENDED', deadlineMinutes: 1440, how: '電話' },
    contact: { phones, emails: [{ address: 'niji@example.jp', note: null }], url: 'https://example.jp/', fax: null },
    address: { text: '東京都文京区本駒込1-2-3', building: 'にじビル2階', postalCode: '1130021' },
    operator: 'NPO法人にじいろ',
    worksWith: ['mystery', 'weekdays'],
    sample: true,
  }),
];

/** A result of few cards: what is looked at stands above them. */
const FEW = '/?q=ひまわり';
const panel = (name: string) => async (page: Page) => {
  await page.locator(`#tab-${name}`).click();
  await page.locator(`#panel-${name}.open`).waitFor();
};
const callCard = async (page: Page) => {
  await page.locator('a.call').click();
  await page.locator('dialog[open]').waitFor();
};

/** Every page that needs no account, with the states that somebody can bring it into. */
export const VISITOR_PAGES: Record<string, PageState[]> = {
  'the start and its choices': [
    { name: 'the start', start: '/' },
    { name: 'every need', start: '/', act: (page) => page.locator('section > details > summary').click() },
    ...['when', 'who', 'what', 'where'].map((name) => ({ name: `choices of ${name}`, start: FEW, act: panel(name) })),
    { name: 'choices that are made', start: `${FEW}&who=9&who=8m&when=day&date=2026-11-28`, act: panel('who') },
    {
      name: 'suggestions',
      start: FEW,
      async act(page) {
        await page.locator('#q').fill('本駒込');
        await page.locator('[role="option"]').first().waitFor();
      },
    },
    { name: 'the choice of a voice', start: '/about', act: (page) => page.locator('header summary').click() },
  ],
  'a result': [
    { name: 'of places that may be', start: '/?need=eat&who=9&hours=also-maybe&unstated=1' },
    { name: 'with more beside it', start: '/?need=eat&who=9&when=today' },
    { name: 'of a consultation', start: '/?need=listen&hours=also-maybe&access=any&unstated=1' },
    { name: 'for whom school is hard', start: '/?need=school-is-hard' },
    { name: 'by day', start: '/?need=eat&view=days&when=tomorrow' },
    { name: 'by day, two weeks', start: '/?q=本町&view=days' },
    { name: 'home in time', start: '/?when=home&by=17:00&need=eat' },
    { name: 'there and back in time', start: '/?when=home&by=17:00&need=eat&at=35.709,139.753&name=家' },
    { name: 'that is empty', start: '/?q=ひまわり&kind=nursery' },
  ],
  'the map': [
    { name: 'of a result', start: '/?need=eat&view=map', act: async (page) => void (await drawnMap(page)) },
    {
      name: 'with a place chosen',
      start: `${FEW}&view=map`,
      async act(page) {
        const box = await (await drawnMap(page)).boundingBox();
        if (!box) throw new Error('The map has no size.');
        await page.mouse.click(box.x + box.width / 2 - 22, box.y + box.height / 2 - 10);
        await page.locator('section.selected article').waitFor();
      },
    },
  ],
  'a place': [
    { name: 'that is open', start: '/places/dinner?who=9' },
    { name: 'of which everything is known', start: '/places/full' },
    { name: 'of which little is known', start: '/places/mystery' },
    { name: 'with a day of its calendar', start: '/places/weekdays?month=2026-12&day=2026-12-30' },
    { name: 'under a consultation', start: '/places/shelter?quiet=1' },
    { name: 'with the card of the telephone', start: '/places/mystery?who=9', act: callCard },
    { name: 'that is not there', start: '/places/gone' },
  ],
  'the other pages': [
    { name: 'help lines', start: '/help' },
    { name: 'how it works', start: '/about' },
    { name: 'a device that keeps nothing', start: '/device' },
    {
      name: 'a device that keeps things',
      start: '/?need=eat&who=9',
      async act(page) {
        await page.locator('#card-dinner .save button').click();
        await page.goto('/device');
        await page.locator('main a[href^="/places/dinner"]').waitFor();
      },
    },
    { name: 'without a network', start: '/offline' },
    { name: 'in a page of somebody else', start: '/embed?need=eat' },
    { name: 'in a page of somebody else, empty', start: '/embed?q=ひまわり&kind=nursery' },
  ],
};
