import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { axeFindings } from '../axe.ts';
import { launchBrowser } from '../browser.ts';
import { start } from '../channels/client.ts';
import { token } from '../desk/desk-shop.ts';
import { startApp } from './app.ts';
import { logIn } from './day-people.ts';

let app: Awaited<ReturnType<typeof startApp>>;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([
    startApp({ DESK_TOKEN: token, SERVICE_LEVELS: 'fortnight-shop first=60 next=15' }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function atDesk(name: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, bypassCSP: true });
  context.setDefaultTimeout(10_000);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${app.base}/desk`);
  await logIn(page, name);
  await page.locator('.case').first().waitFor();
  return page;
}

/** A customer who has asked for a person about an order. */
async function waiting(...says: string[]) {
  const customer = await start(app.base, 'fortnight-shop');
  for (const text of [...says, 'talk to a human']) await customer.say(text);
  const said = async () => JSON.stringify((await customer.read()).activities);
  const reference = /"kind":"handoff","reference":"([0-9A-Z-]+)"/.exec(await said())?.[1] ?? '';
  return { ...customer, said, reference };
}

test('a duplicate is merged from the packet, its chat goes on in the case that stays, and reopening ends that', async () => {
  const says = ['I changed my mind', 'FD-1003', 'quentin@example.com'];
  const [duplicate, kept] = [await waiting(...says), await waiting(...says)];
  const page = await atDesk('Ann');
  await page.locator(`[data-reference="${kept.reference}"]`).click();
  await page.locator('.case-due').getByText('due in').waitFor();
  const [from, into] = [duplicate.reference, kept.reference];
  await page.getByRole('button', { name: `Merge ${from} into ${into}…` }).click();
  await page.getByRole('button', { name: `Merge ${from} into ${into}? The customer hears it.` }).click();
  await page.getByText(`What was written in the chat of ${from}`).click();
  await page.locator('.merged-transcript').getByText('I changed my mind').first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await expect.poll(duplicate.said).toContain(`looked after together under **${into}**`);
  await duplicate.say('here I am again');
  const message = page.locator('#transcript li', { hasText: 'here I am again' });
  await message.getByText(`from the chat of ${from}`).waitFor();
  await page.locator('[data-does="claim"]').click();
  await page.locator('#answer textarea').fill('I see both of your chats.');
  await page.locator('#answer').getByRole('button', { name: 'Send' }).click();
  for (const { said } of [duplicate, kept]) await expect.poll(said).toContain('I see both of your chats.');
  await page
    .locator('.related')
    .getByRole('button', { name: `Open case ${from}` })
    .click();
  await page.getByText(`This case was merged into ${into}`).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.locator('[data-does="reopen"]').click();
  await page.getByText(`This case was merged into ${into}`).waitFor({ state: 'detached' });
});

test('cases that are picked are merged into one of them', async () => {
  const [first, second, third] = [await waiting('one'), await waiting('two'), await waiting('three')];
  const page = await atDesk('Kim');
  for (const { reference } of [first, second, third]) await page.getByLabel(`Select ${reference}`).check();
  await page.getByLabel('Merge into').selectOption(second.reference);
  await page.getByRole('button', { name: `Merge the others into ${second.reference}…` }).click();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: `into ${second.reference}? The customers hear it.` }).click();
  for (const { reference } of [first, third]) await page.getByText(`${reference}: done`).waitFor();
});

test('a tag that a colleague gives is seen at once', async () => {
  const { reference } = await waiting('to be tagged');
  const [page, other] = [await atDesk('Lea'), await atDesk('Max')];
  for (const one of [page, other]) await one.locator(`[data-reference="${reference}"]`).click();
  await page.locator('.marks summary').click();
  await page.getByLabel('Tags, with commas between').fill('vip');
  await page.getByRole('button', { name: 'Save tags' }).click();
  await other.locator(`[data-reference="${reference}"] .badge-tag`).waitFor();
});
