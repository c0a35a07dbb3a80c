// Takes the pictures of the documentation from the running product: npm run screenshots
import type { Page } from 'playwright-core';
import { launchBrowser } from '../test/browser.ts';
import { startApp } from '../test/journeys/app.ts';
import { dayPictures } from './day-pictures.ts';
import { deskPicture } from './desk-picture.ts';

const sizes = { desktop: { width: 1180, height: 860 }, phone: { width: 390, height: 844 } };
const token = 'the-token-of-this-desk';
/** What is not set is the product's own: its shops, their demonstration orders. */
const unset = { POLICIES_DIR: '', DEFAULT_POLICY: '', ORDERS_URL: '' };
const app = await startApp({ ...unset, DESK_TOKEN: token });
const browser = await launchBrowser();

async function chat(shop: string, size: keyof typeof sizes, replies: string[]): Promise<Page> {
  const page = await browser.newPage({ viewport: sizes[size], reducedMotion: 'reduce' });
  await page.goto(`${app.base}/shops/${shop}`);
  for (const reply of replies) await say(page, reply);
  return page;
}

/** Presses the button of that name where there is one, else types. */
async function say(page: Page, reply: string): Promise<void> {
  const bubbles = page.locator('.webchat__bubble');
  await page.waitForTimeout(700);
  const before = await bubbles.count();
  const button = page.getByRole('button', { name: reply, exact: true });
  if (await button.count()) await button.last().click();
  else {
    await page.getByRole('textbox').last().fill(reply);
    await page.keyboard.press('Enter');
  }
  while ((await bubbles.count()) < before + 2) await page.waitForTimeout(50);
}

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: `docs/pictures/${name}.png` });
}

async function form(page: Page, name: string, answers: (form: Page) => Promise<void>): Promise<void> {
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page
      .getByRole('button', { name: /^Open the/ })
      .last()
      .click(),
  ]);
  await tab.waitForLoadState();
  await answers(tab);
  await tab.screenshot({ path: `docs/pictures/form-${name}.png`, fullPage: true });
  await tab.close();
}

async function logIn(tab: Page): Promise<void> {
  await tab
    .getByLabel(/user name|name/i)
    .first()
    .fill('demo');
  await tab.getByLabel(/password/i).fill('demo');
  await tab.getByRole('button').first().click();
  await tab.waitForLoadState();
}

const found = await chat('equipment-shop', 'desktop', ['It does not work properly', 'EQ-1001', 'anna@example.com']);
await picture(found, 'order-found');
await say(found, 'None of these');
await picture(found, 'chat');
await form(found, 'return', logIn);
await say(found, 'that date is wrong');
await say(found, '1 May 2020');
await picture(found, 'order-contradicted');

const cancelled = await chat('equipment-shop', 'phone', ['I changed my mind', 'EQ-1004', 'daniel@example.com']);
await picture(cancelled, 'cancellation-phone');
await form(cancelled, 'cancellation', logIn);

const repaired = await chat('fourteen-day-shop', 'desktop', [
  'It does not work properly',
  'FD-1003',
  'quentin@example.com',
  'None of these',
]);
await picture(repaired, 'repair');
await form(repaired, 'repair', async () => {});

const excluded = await chat('fourteen-day-shop', 'phone', ['I changed my mind', 'FD-1002', 'pavel@example.com']);
await picture(excluded, 'refusal-phone');

await deskPicture(browser, app.base, token, 'docs/pictures/desk.png');

await app.stop();
// A desk with cases of its own.
const day = await startApp({ ...unset, DESK_TOKEN: token, SERVICE_LEVELS: '* first=60 next=15' });
await dayPictures({ browser, base: day.base, token });
await day.stop();
await browser.close();
