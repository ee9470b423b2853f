import { describe, expect, it } from 'vitest';
import { DESKTOP, listed } from './errand.ts';
import { openStage } from './stage.ts';

/** Wednesday afternoon, on the server and in the browser: errands about days and hours need to know the day. */
const NOW = '2026-11-25T15:00:00+09:00';
const SAME_CLOCK = `Date.now = () => ${Date.parse(NOW)};`;

const stage = openStage({ server: { now: NOW }, errands: { before: SAME_CLOCK } });
const { go } = stage;

describe('somebody who plans', () => {
  it('reads on each card when to go on the day that was asked', () =>
    go({ start: '/?q=本駒込&when=tomorrow' }, async (page) => {
      const card = page.getByRole('listitem').filter({ hasText: '本駒込児童館' });
      await card.getByText('あした 9:00〜18:00').waitFor();
      await page.goto(`${stage.server.url}/?q=本駒込&when=weekend`);
      await card.getByText('11月28日（土） 9:00〜18:00').waitFor();
      await page.goto(`${stage.server.url}/?q=本駒込&when=day&date=2026-11-27&from=16:00`);
      await card.getByText('11月27日（金） 16:00〜18:00').waitFor();
    }));

  it('sees two weeks by day, with how many on each, and what is on beneath', () =>
    go({ start: '/?q=本駒込' }, async (page) => {
      await page.getByRole('link', { name: '日ごと' }).click();
      await page.waitForURL(/view=days/);
      const days = page.getByRole('navigation', { name: '日にち' });
      expect(await days.getByRole('link').count()).toBe(14);
      expect(await days.getByRole('link', { name: '11月29日（日）' }).getAttribute('aria-label')).toBe(
        '11月29日（日） 0件',
      );
      await page.getByText('12件の予定').waitFor();
      await days.getByRole('link', { name: '11月28日（土）' }).click();
      await page.waitForURL(/when=day&date=2026-11-28/);
      await page.getByRole('heading', { level: 3, name: '11月28日（土）' }).waitFor();
      await page.getByText('1件の予定').waitFor();
      await page.getByText('9:00〜18:00').waitFor();
      expect(await days.getByRole('link', { name: '11月28日（土）' }).getAttribute('aria-current')).toBe('date');
      await page.getByRole('link', { name: '本駒込児童館' }).click();
      await page.waitForURL(/places\/center/);
    }));

  it('keeps the day when going back to the list', () =>
    go({ start: '/?need=play&view=days&when=day&date=2026-11-29' }, async (page) => {
      await page.getByRole('link', { name: 'リスト' }).click();
      await page.waitForURL(/\?when=day&date=2026-11-29&need=play$/);
      expect(await listed(page)).toEqual(['大阪あそびの館']);
    }));

  it('does all of it without JavaScript', () =>
    go({ start: '/?q=本駒込', javaScriptEnabled: false }, async (page) => {
      await page.getByRole('link', { name: '日ごと' }).click();
      await page.getByRole('link', { name: '11月30日（月） 1件' }).click();
      await page.getByRole('heading', { level: 3, name: '11月30日（月）' }).waitFor();
      await page.getByRole('link', { name: '本駒込児童館' }).waitFor();
    }));
});

describe('a child who must be home by five', () => {
  const here = { geolocation: { latitude: 35.70052, longitude: 139.75049 }, permissions: ['geolocation'] };

  it('sees only what can be walked to and back, with the times, after a tap that says where home is', () =>
    go({ ...here, viewport: DESKTOP }, async (page) => {
      const sent: string[] = [];
      page.on('request', (request) => sent.push(request.url(), request.headers().referer ?? ''));
      await page.getByRole('link', { name: '5時までに帰る' }).click();
      await page.waitForURL(/when=home&by=17%3A00/);
      expect(await page.getByText('に着く').count()).toBe(0);
      await page.getByRole('button', { name: '今いるところから' }).click();
      const card = page.getByRole('listitem').filter({ hasText: 'ひまわり食堂' });
      // About 930 m as the crow flies from the rounded position: 20 minutes at a child's pace, each way.
      await card.getByText('15:20に着く').waitFor();
      await card.getByText('16:39に出る').waitFor();
      await card.getByText('17:00に家').waitFor();
      expect(await listed(page)).not.toContain('大阪あそびの館');
      expect([...sent, page.url()].filter((address) => /35\.7|139\.7/.test(address))).toEqual([]);
    }));

  it('is shown tomorrow after school once it is too late, and is told so', () =>
    go({ start: '/?when=home&by=16:00&q=本駒込' }, async (page) => {
      await page.getByText('あしたの放課後', { exact: false }).count();
      await page.getByRole('button', { name: 'いつ' }).click();
      expect(await page.getByRole('radio', { name: '4時', exact: true }).isChecked()).toBe(true);
      await page.getByRole('radio', { name: '6時', exact: true }).check();
      await page.waitForURL(/by=18%3A00/);
      await page.getByRole('link', { name: '「6時までに帰る」をはずす' }).waitFor();
    }));

  it('may name a station instead of saying where the device is', () =>
    go({ start: '/?when=home&by=17:00&at=35.7,139.75&name=駅', javaScriptEnabled: false }, async (page) => {
      const card = page.getByRole('listitem').filter({ hasText: 'ひまわり食堂' });
      await card.getByText('17:00に家').waitFor();
    }));
});
