import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { words } from '../wording.ts';
import { chat, customers, formShop } from './form-shop.ts';

// What the function given to `evaluate` finds in the page.
declare function getComputedStyle(element: unknown): { backgroundColor: string };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function isTooWide(page: Page): Promise<boolean> {
  return page.locator('html').evaluate((html) => html.scrollWidth > html.clientWidth);
}

describe.each([
  ['a desktop', { width: 1280, height: 800 }],
  ['a phone', { width: 320, height: 640 }],
])('in a browser without scripts, on %s', (_, viewport) => {
  it.each(['return', 'cancellation', 'warranty-repair'] as const)('a %s is submitted', async (customer) => {
    const shop = await formShop();
    const { token } = await chat(shop, customers[customer]);
    const context = await browser.newContext({ viewport, javaScriptEnabled: false });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));

    await page.goto(`${shop.base}/form?token=${token}`);
    if (customers[customer].shop === 'tool-shop') {
      await page.getByLabel('Name').fill('demo');
      await page.getByLabel('Password').fill('demo');
      await page.getByRole('button', { name: 'Log in' }).click();
    }
    expect(await isTooWide(page)).toBe(false);
    // The shop's style is there: without it the page would be Times on white.
    expect(await page.locator('.bar').evaluate((bar) => getComputedStyle(bar).backgroundColor)).not.toBe(
      'rgba(0, 0, 0, 0)',
    );

    if (customer === 'return') await page.getByLabel(words.say('form.serialNumber')).fill('SN-1');
    if (customer !== 'warranty-repair') await page.getByLabel(words.say('form.refundMethod.original')).check();
    else await page.getByLabel(words.say('form.defect')).fill('It stays dark.');
    await page.getByLabel(words.say('form.accept')).check();
    await page.getByRole('button', { name: /^Submit/ }).click();
    expect(await page.locator('h1').textContent()).toBe(words.say(`form.${customer}.registered`));
    expect(await page.locator('.form-rma').textContent()).toMatch(/^RMA-/);
    expect(await isTooWide(page)).toBe(false);
    expect(complaints).toEqual([]);
  });
});
