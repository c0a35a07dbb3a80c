import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { furnitureFolder } from '../fixtures/furniture.ts';
import { words } from '../wording.ts';
import { startApp } from './app.ts';

const token = 'the-token-of-this-desk';
let app: Awaited<ReturnType<typeof startApp>>;
let browser: Browser;
beforeAll(async () => {
  const settings = { POLICIES_DIR: furnitureFolder, DEFAULT_POLICY: 'furniture-shop', DESK_TOKEN: token };
  [app, browser] = await Promise.all([startApp(settings), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function newPage() {
  const context = await browser.newContext();
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return { context, page, complaints };
}

test('a customer chooses among options, fills in the shop’s own fields, and people read it in the shop’s words', async () => {
  const { context, page, complaints } = await newPage();
  const press = (name: string) => page.getByRole('button', { name, exact: true }).last().click();
  await page.goto(`${app.base}/shops/furniture-shop`);
  await press('I changed my mind');
  await press('Bulky furniture');
  await page.getByText('When did you receive it?').last().waitFor();
  await page.getByRole('textbox').last().fill('10 November 2026');
  await page.keyboard.press('Enter');
  await press(words.say('button.no'));
  await page.getByText('Credit is valid for three years.').last().waitFor();
  await press('Credit with the shop');
  await page.getByText('Have it ready on the day that you choose in the form.').last().waitFor();

  const [form] = await Promise.all([
    context.waitForEvent('page'),
    page.getByText(words.say('decision.openForm.return'), { exact: true }).last().click(),
  ]);
  await form.getByText('Credit with the shop', { exact: true }).waitFor();
  await form.getByLabel(words.say('form.refundMethod.credit')).check();
  await form.getByLabel('Day of collection').fill('2026-12-01');
  await form.getByLabel('Floor').fill('2');
  await form.getByRole('group', { name: /lift/ }).getByLabel('no', { exact: false }).check();
  await form.getByLabel(words.say('form.accept')).check();
  await form.getByRole('button', { name: words.say('form.return.submit') }).click();
  await form.getByText(/RMA-/).first().waitFor();

  await page
    .getByRole('button', { name: words.say('button.human'), exact: true })
    .last()
    .click();
  await page.getByText('Your reference is').last().waitFor();
  const desk = await newPage();
  await desk.page.goto(`${app.base}/desk`);
  await desk.page.getByLabel('Your name').fill('Ann');
  await desk.page.getByLabel('Token').fill(token);
  await desk.page.getByRole('button', { name: 'Log in' }).click();
  await desk.page.locator('[data-reference]').first().click();
  await desk.page.getByText('The customer chose: Credit with the shop').waitFor();
  await desk.page.getByText('Tuesday 1 December 2026').last().waitFor();
  expect([...complaints, ...desk.complaints]).toEqual([]);
});
