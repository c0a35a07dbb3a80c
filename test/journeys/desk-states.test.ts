import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { axeFindings } from '../axe.ts';
import { launchBrowser } from '../browser.ts';
import { token } from '../desk/desk-shop.ts';
import { startApp } from './app.ts';
import { walkThroughDesk } from './states/walk.ts';

const settings = { DESK_TOKEN: token, SERVICE_LEVELS: 'fortnight-shop first=60 next=15' };
const screens = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const smallPhone = { width: 320, height: 640 };
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

async function freshDesk(): Promise<string> {
  const app = await startApp(settings);
  onTestFinished(() => app.stop());
  return app.base;
}

const isTooWide = (page: Page) => page.locator('html').evaluate((html) => html.scrollWidth > html.clientWidth);
const barHeight = (page: Page) => page.locator('.desk > .bar').evaluate((bar) => bar.clientHeight);

test.each(Object.entries(screens))('on a %s no state of the desk stands in anybody’s way', async (kind, viewport) => {
  const found: string[] = [];
  let states = 0;
  await walkThroughDesk({
    base: await freshDesk(),
    browser,
    viewport,
    async look(state, page) {
      states += 1;
      found.push(...(await axeFindings(page)).map((flaw) => `${state}: ${flaw}`));
      if (kind === 'phone') await page.setViewportSize(smallPhone);
      if (await isTooWide(page)) found.push(`${state}: wider than the screen`);
      if (kind === 'phone') await page.setViewportSize(viewport);
    },
  });
  expect(found).toEqual([]);
  expect(states).toBeGreaterThan(40);
});

test.each(Object.entries({ ...screens, 'small phone': smallPhone }))(
  'on a %s the bar is one row, also with a long name',
  async (kind, viewport) => {
    const page = await browser.newPage({ viewport });
    onTestFinished(() => page.close());
    await page.goto(`${await freshDesk()}/desk`);
    await page.getByLabel('Your name').fill('Dr. Annabella Adelheid Wolfeschlegelsteinhausenbergerdorff');
    await page.getByLabel('Token').fill(token);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('heading', { name: 'Desk', exact: true }).waitFor();
    expect(await barHeight(page)).toBeLessThan(60);
    const presence = page.getByLabel('Are you there?');
    const colours = await presence.evaluate((one) => {
      const { color, backgroundColor } = one.ownerDocument.defaultView?.getComputedStyle(one) ?? {};
      return [color, backgroundColor];
    });
    expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(22, 32, 43)']);

    const menu = page.getByRole('button', { name: 'Menu' });
    expect(await menu.isVisible()).toBe(kind !== 'desktop');
    if (kind === 'desktop') return;
    await menu.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.getByLabel('The most cases that you are given at once').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    const hasFocus = () => menu.evaluate((one) => one === one.ownerDocument.activeElement);
    expect([await page.getByRole('button', { name: 'Log out' }).isVisible(), await hasFocus()]).toEqual([false, true]);
    await menu.press('Enter');
    await page.getByRole('button', { name: 'News' }).press('Enter');
    await page.getByRole('dialog', { name: 'News' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await hasFocus()).toBe(true);
  },
);
