import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
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

async function atDesk(name: string, viewport = { width: 1280, height: 800 }): Promise<Page> {
  const context = await browser.newContext({ viewport });
  context.setDefaultTimeout(10_000);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`${app.base}/desk`);
  await logIn(page, name);
  await page.locator('.case').first().waitFor();
  return page;
}

/** A customer who has asked for a person; the reference of the case. */
async function waiting(...says: string[]): Promise<string> {
  const customer = await start(app.base, 'fortnight-shop');
  for (const text of [...says, 'talk to a human']) await customer.say(text);
  const said = JSON.stringify((await customer.read()).activities);
  return /"kind":"handoff","reference":"([0-9A-Z-]+)"/.exec(said)?.[1] ?? '';
}

const shown = (page: Page) =>
  page.locator('.case').evaluateAll((all) => all.map((one) => String(one.getAttribute('data-reference'))));

test('a case is found by words of its talk, closed or not, and by a number however it is typed', async () => {
  const anna = await waiting('the varnish of EQ-1015 peels');
  await waiting('something else');
  const page = await atDesk('Ann');
  for (const words of ['varn', 'eq1015', 'peels varnish']) {
    await page.getByLabel('Search by reference').fill(words);
    await expect.poll(() => shown(page)).toEqual([anna]);
  }
  await page.getByLabel('Search by reference').fill('nobody said this');
  await page.getByText('No case has these words.').waitFor();
});

test('several cases are tagged and closed at once, each with what became of it', async () => {
  const [anna, boris] = [await waiting('first'), await waiting('second')];
  const [ann, bob] = [await atDesk('Ann'), await atDesk('Bob')];
  await bob.locator(`[data-reference="${boris}"]`).click();
  await bob.locator('[data-does="claim"]').click();
  await bob.getByText('with Bob').first().waitFor();
  await ann.getByText('with Bob').first().waitFor();
  for (const reference of [anna, boris]) await ann.getByLabel(`Select ${reference}`).check();
  await ann.getByLabel('Tag to add').fill('Glass');
  await ann.getByRole('button', { name: 'Add tag' }).click();
  await ann.getByText(`${boris}: done`).waitFor();
  for (const reference of [anna, boris]) await ann.getByLabel(`Select ${reference}`).check();
  await ann.getByRole('button', { name: 'Close', exact: true }).first().click();
  await ann.getByRole('button', { name: 'Close 2 cases?' }).click();
  await ann.getByText(`${anna}: done`).waitFor();
  await ann.getByText(new RegExp(`${boris}: .*Bob`)).waitFor();
  expect(await ann.getByLabel(`Select ${boris}`).isChecked()).toBe(true);
});

test('filters say how many cases they would show, and are saved as a view that another browser has, too', async () => {
  const anna = await waiting('a tagged one');
  const page = await atDesk('Kim');
  await page.locator(`[data-reference="${anna}"]`).click();
  await page.locator('.marks summary').click();
  await page.getByLabel('Tags, with commas between').fill('vip');
  await page.getByRole('button', { name: 'Save tags' }).click();
  await page.locator(`[data-reference="${anna}"] .badge-tag`).waitFor();
  await page.locator('.filters summary').click();
  await page.getByRole('combobox', { name: 'Tag' }).selectOption({ label: 'vip (1)' });
  await expect.poll(() => shown(page)).toEqual([anna]);
  await page.getByRole('button', { name: 'Save view' }).click();
  await page.getByLabel('Name of the view').fill('Important');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Forget view' }).waitFor();
  const other = await atDesk('Kim');
  await other.getByLabel('Saved views').selectOption('Important');
  await expect.poll(() => shown(other)).toEqual([anna]);
});

test('a case counts down to what is promised, and is put aside until it is time', async () => {
  const anna = await waiting('in a hurry');
  const page = await atDesk('Lea');
  await page
    .locator(`[data-reference="${anna}"]`)
    .getByText(/^due in (59 min|1 h 0 min)$/)
    .waitFor();
  await page.locator(`[data-reference="${anna}"]`).click();
  await page.locator('.marks summary').click();
  await page.getByRole('button', { name: 'For an hour' }).click();
  await page.getByText('or until the customer writes').waitFor();
  await expect.poll(() => shown(page)).not.toContain(anna);
  await page.getByRole('button', { name: 'Take up again' }).click();
  await expect.poll(() => shown(page)).toContain(anna);
});

test('by keys, a case is picked and its tags are typed', async () => {
  await waiting('by keys');
  const page = await atDesk('Max');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByText('1 selected').waitFor();
  await page.locator('.case').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('.marks').waitFor();
  await page.keyboard.press('l');
  expect(await page.locator('#tags').evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
});

test('on a phone all of it has room', async () => {
  const anna = await waiting('on the way');
  const page = await atDesk('Nia', { width: 390, height: 844 });
  await page.locator('.filters summary').click();
  await page.getByLabel(`Select ${anna}`).check();
  const width = await page.evaluate('document.documentElement.scrollWidth');
  expect(Number(width)).toBeLessThanOrEqual(390);
});
